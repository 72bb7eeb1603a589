// What one decision costs beside parsing the same text with unbash, on recorded commands of real sessions:
//   npm run -s build && node test/run/decide-speed.mjs [wild.jsonl.gz]
// Both are timed in turns in one process: once as in use, where the model remembers the lines it read last, and once on
// texts that it has not in its memory. Exit 1 where the first is above the limit.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'unbash';

const LIMIT = 3;
const ROUNDS = 9;
const DIST = new URL('../../dist/src/', import.meta.url);
const HERE = import.meta.dirname;
const file = process.argv[2] ?? resolve(HERE, '../../../shared/conformance/2.1.330/wild.jsonl.gz');
if (!existsSync(file)) {
  console.log(`speed not measured: ${file} is not here`);
  process.exit(0);
}
const { decide } = await import(new URL('permission/decide.js', DIST));
const { DESCRIBED_SESSION, policyOf } = await import(new URL('settings/described-session.js', DIST));

const layouts = JSON.parse(readFileSync(resolve(HERE, '../permission/cases/layouts.json'), 'utf8'));
const policies = new Map();
const calls = gunzipSync(readFileSync(file))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const { settings, mode, cwd, layout, tool, input } = JSON.parse(line);
    const key = JSON.stringify([settings, mode, cwd, layout]);
    const session = { settings, mode, cwd, files: layouts[layout]?.files };
    const policy = policies.get(key) ?? policyOf(DESCRIBED_SESSION.parse(session)).policy;
    policies.set(key, policy);
    return { policy, call: { tool, input, cwd }, text: input.command };
  });

const inUse = measured(() => undefined);
const unseen = measured(forget);
console.log(`${calls.length} decisions, in times of what unbash needs to parse the same texts:`);
console.log(`  lines that may have been read before  ${said(inUse)}; limit ${LIMIT}`);
console.log(`  lines never read before               ${said(unseen)}`);
process.exitCode = middle(inUse) <= LIMIT ? 0 : 1;

/** The ratios of the rounds, smallest first; the first two rounds, which compile, do not count. */
function measured(before) {
  const ratios = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    before();
    const parsing = timed(({ text }) => parse(text));
    const deciding = timed(({ policy, call }) => decide(policy, call));
    if (round > 1) ratios.push(deciding / parsing);
  }
  return ratios.sort((a, b) => a - b);
}

function middle(ratios) {
  return ratios[Math.floor(ratios.length / 2)];
}

function said(ratios) {
  return `${middle(ratios).toFixed(2)} (${ratios[0].toFixed(2)} to ${ratios.at(-1).toFixed(2)})`;
}

function timed(run) {
  const from = performance.now();
  for (const call of calls) run(call);
  return performance.now() - from;
}

/** Other texts push the measured ones out of the model's memory. */
function forget() {
  const [{ policy }] = calls;
  for (let number = 0; number < 5000; number += 1)
    decide(policy, { tool: 'Bash', input: { command: `other ${number}` }, cwd: '/home/dev/proj' });
}
