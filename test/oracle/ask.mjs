// Inside the loopback namespace: node ask.mjs GROUPS OUT PROGRAM FOLDER JOBS
import { createWriteStream, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from './client.mjs';
import { buildHome, HOME } from './home.mjs';
import { startMessagesApi } from './messages-api.mjs';
import { askedOutcome, deniedOutcome, resultOutcome } from './outcome.mjs';
import { shutIn } from './sandbox.mjs';

const BATCH = 60;
const [groupsFile, outFile, program, folder, jobs] = process.argv.slice(2);
const groups = readFileSync(groupsFile, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const api = await startMessagesApi();
const out = createWriteStream(outFile);
let next = 0;
let calls = 0;
await Promise.all(Array.from({ length: Number(jobs) }, worker));
api.close();
await new Promise((resolve) => out.end(resolve));

async function worker() {
  while (next < groups.length) {
    const index = next;
    next += 1;
    const group = groups[index];
    for (const row of await askGroup(group, join(folder, 'runs', `${process.pid}-${index}`)))
      out.write(`${JSON.stringify(row)}\n`);
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${groups.length} groups`);
  }
}

/** Every case of a group with the client's answer; what a broken client left open is asked of a fresh one. */
async function askGroup(group, base) {
  const answers = new Map();
  for (let attempt = 0; attempt < 4 && answers.size < group.cases.length; attempt += 1) {
    const open = group.cases.map((_, index) => index).filter((index) => !answers.has(index));
    await askClient(group, base, { open, answers, batch: Math.max(1, Math.floor(BATCH / 4 ** attempt)) });
  }
  const { cases, ...session } = group;
  return cases.map((one, index) => ({
    ...session,
    ...one,
    ...(answers.get(index) ?? { decision: 'error' }),
  }));
}

async function askClient(group, base, { open, answers, batch }) {
  const asked = new Map();
  const settle = (id, outcome) => {
    const index = asked.get(id);
    if (index !== undefined && !answers.has(index)) answers.set(index, outcome);
  };
  const client = new Client(commandFor(group, base), {
    environment: { PATH: process.env.PATH },
    onAsk: (request) => {
      settle(request.tool_use_id, askedOutcome(request));
      return { behavior: 'deny', message: 'recorded' };
    },
    onMessage: (message) => {
      if (message.subtype === 'permission_denied') settle(message.tool_use_id, deniedOutcome(message));
      const blocks =
        message.type === 'user' && Array.isArray(message.message?.content) ? message.message.content : [];
      for (const block of blocks.filter(({ type }) => type === 'tool_result')) {
        settle(block.tool_use_id, resultOutcome(group.cases[asked.get(block.tool_use_id)]?.tool, block));
      }
    },
  });
  try {
    await client.initialize();
    for (let from = 0; from < open.length; from += batch) {
      const part = open.slice(from, from + batch);
      calls += 1;
      const script = `${process.pid}.${calls}`;
      api.say(
        script,
        part.map((index) => toolUse(group.cases[index], index, asked)),
      );
      await client.turn(`[[S:${script}]] go`, 30_000 + part.length * 3000);
      api.forget(script);
    }
    await client.close();
  } catch (error) {
    process.stderr.write(`\n${group.group}: ${error.message.slice(0, 300)}\n`);
    client.kill();
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function toolUse({ tool, input }, index, asked) {
  calls += 1;
  const id = `toolu_${String(calls).padStart(12, '0')}`;
  asked.set(id, index);
  return { type: 'tool_use', id, name: tool, input };
}

function commandFor(group, base) {
  const { home, cwd, managed, flag } = buildHome(group, base);
  const mode = group.mode ?? 'default';
  const server = { command: process.execPath, args: [join(folder, 'mcp-server.mjs')] };
  const args = [
    ...[
      '-p',
      '--input-format',
      'stream-json',
      '--output-format',
      'stream-json',
      '--verbose',
      '--no-session-persistence',
    ],
    ...['--permission-prompt-tool', 'stdio', '--permission-mode', mode],
    ...(mode === 'bypassPermissions' ? ['--allow-dangerously-skip-permissions'] : []),
    ...(flag === undefined ? [] : ['--settings', flag]),
    ...(group.mcp === true
      ? ['--mcp-config', JSON.stringify({ mcpServers: { srv: server, other_srv: server } })]
      : []),
    ...(group.args ?? []),
  ];
  const environment = Object.entries(environmentOf()).map(([name, value]) => `${name}=${value}`);
  return shutIn(['env', '-i', ...environment, program, ...args], { home, cwd, managed });
}

function environmentOf() {
  const shell = join(folder, 'stub/bash');
  return {
    PATH: process.env.PATH,
    HOME,
    USER: 'dev',
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    TMPDIR: '/tmp',
    SHELL: shell,
    CLAUDE_CODE_SHELL: shell,
    CLAUDE_CONFIG_DIR: `${HOME}/.claude`,
    ANTHROPIC_API_KEY: 'sk-ant-dummy-key',
    ANTHROPIC_BASE_URL: `http://127.0.0.1:${api.port}`,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    CLAUDE_CODE_MAX_TOOL_USE_CONCURRENCY: '20',
    CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
    DISABLE_TELEMETRY: '1',
    DISABLE_AUTOUPDATER: '1',
    DISABLE_AUTO_COMPACT: '1',
    BASH_DEFAULT_TIMEOUT_MS: '4000',
    BASH_MAX_TIMEOUT_MS: '4000',
  };
}
