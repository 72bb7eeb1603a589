// What accepted rules promise, put to the real client: node test/oracle/promised.mjs --store FILE --project FOLDER
//   [--settings FILE] [--home FOLDER] [--client VERSION] [--list]
// Every distinct recorded call that asks without the rules is asked once under them. A call is promised where the model
// lets it pass with the rules; the client confirms it by letting it pass, and confirms the rest by still asking.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { obstacle } from './obstacle.mjs';

const CLIENT_HOME = '/home/dev';
const CLIENT_PROJECT = `${CLIENT_HOME}/proj`;
/** More cases than this in one client session take longer than starting another. */
const GROUP = 250;

const { values: options } = parseArgs({
  options: {
    store: { type: 'string' },
    project: { type: 'string' },
    settings: { type: 'string' },
    home: { type: 'string', default: homedir() },
    client: { type: 'string', default: '2.1.330' },
    jobs: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
  },
});

const why = obstacle();
if (why !== undefined) {
  console.log(`promised rules not put to the client: ${why}`);
  process.exit(0);
}
if (options.store === undefined || options.project === undefined) {
  console.error('--store and --project are needed');
  process.exit(2);
}

const project = resolve(options.project);
const settings = resolve(options.settings ?? join(project, '.claude/settings.local.json'));
const calls = await recordedCalls();
const answers = ask(calls);
report(calls, answers);

/** The recorded calls that ask without the rules, with what the model makes of them under the rules. */
async function recordedCalls() {
  const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url));
  const { openStore } = await built('evidence/store.js');
  const { planRequests } = await built('propose.js');
  const { decide } = await built('permission/decide.js');
  const { withRule } = await built('permission/compile.js');
  const { ruleOf } = await built('proposals/rule-of.js');
  const store = openStore(resolve(options.store));
  const place = { home: options.home, env: {} };
  const [request] = planRequests({ store, project, place, permissions: () => [] });
  store.close();
  if (request === undefined) throw new Error(`nothing is recorded of ${project}`);
  const { permissions } = JSON.parse(readFileSync(settings, 'utf8'));
  const rules = ['allow', 'ask', 'deny'].flatMap((list) =>
    (permissions[list] ?? []).map((text) => ruleOf(list, text)),
  );
  const after = rules.reduce((policy, rule) => withRule(policy, rule), request.policy);
  const tools = new Set(rules.map(({ tool }) => tool));
  return request.calls
    .filter(({ call }) => tools.has(call.tool) && decide(request.policy, call).verdict === 'ask')
    .map(({ call, approved }) => ({
      call,
      prompts: approved.calls,
      promised: decide(after, call).verdict === 'allow',
    }));
}

/** The client's answers in the order of the calls; undefined where the call cannot be put to it as it was. */
function ask(asked) {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-promised-'));
  const groups = join(folder, 'groups.jsonl');
  const out = join(folder, 'answers.jsonl');
  const possible = asked.filter(({ call }) => call.cwd === project);
  const local = JSON.parse(moved(readFileSync(settings, 'utf8')));
  const lines = [];
  for (let first = 0; first < possible.length; first += GROUP) {
    const cases = possible.slice(first, first + GROUP).map(({ call }) => caseOf(call));
    lines.push(JSON.stringify({ group: `promised-${first}`, settings: { local }, cases }));
  }
  writeFileSync(groups, `${lines.join('\n')}\n`);
  const main = join(import.meta.dirname, 'main.mjs');
  const words = ['--groups', groups, '--out', out, '--client', options.client, '--jobs', options.jobs];
  spawnSync(process.execPath, [main, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  const rows = existsSync(out) ? readFileSync(out, 'utf8').split('\n').filter(Boolean) : [];
  rmSync(folder, { recursive: true });
  const found = new Map(rows.map((row) => JSON.parse(row)).map((row) => [keyOf(row), row.decision]));
  return asked.map(({ call }) => (call.cwd === project ? found.get(keyOf(caseOf(call))) : undefined));
}

function keyOf({ tool, input }) {
  return JSON.stringify([tool, input]);
}

/** The call as it would be in the client's own home and project. */
function caseOf({ tool, input }) {
  const there = JSON.parse(moved(JSON.stringify(input)));
  const whole =
    tool === 'Edit' ? { old_string: '', new_string: 'x' } : tool === 'Write' ? { content: 'x' } : {};
  return { tool, input: { ...whole, ...there } };
}

function moved(text) {
  return text.replaceAll(project, CLIENT_PROJECT).replaceAll(`${resolve(options.home)}/`, `${CLIENT_HOME}/`);
}

function report(asked, answered) {
  const put = asked
    .map((one, at) => ({ ...one, answer: answered[at] }))
    .filter(({ answer }) => answer === 'allow' || answer === 'ask' || answer === 'deny');
  const promised = put.filter((one) => one.promised);
  const silent = promised.filter(({ answer }) => answer === 'allow');
  const kept = put.filter((one) => !one.promised);
  const stillAsked = kept.filter(({ answer }) => answer !== 'allow');
  const prompts = (all) => all.reduce((sum, one) => sum + one.prompts, 0);
  const inWords = (all) => `${all.length} calls (${prompts(all)} approved prompts)`;
  const never = asked.length - put.length;
  console.log(`client ${options.client}, rules of ${settings}`);
  console.log(`promised silent:    ${inWords(promised)}; confirmed: ${inWords(silent)}`);
  console.log(`promised to ask on: ${inWords(kept)}; confirmed: ${inWords(stillAsked)}`);
  console.log(`not put to it (made below the project, or refused as input): ${never}`);
  const broken = put.filter((one) => one.promised !== (one.answer === 'allow'));
  if (options.list) for (const { call, answer } of broken) console.log(JSON.stringify({ answer, call }));
  process.exitCode = broken.length === 0 ? 0 : 1;
}
