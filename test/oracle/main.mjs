// npm run conformance [-- --cases N --seed N --client VERSION --groups FILE --out FILE --jobs N --minimise N]
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compare, inWords, loadModel, reductions } from './comparison.mjs';
import { installClient, obstacle } from './obstacle.mjs';
import { randomGroups } from './random-groups.mjs';
import { loopbackOnly } from './sandbox.mjs';

const HERE = import.meta.dirname;

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    client: { type: 'string', default: '2.1.330' },
    jobs: { type: 'string', default: '2' },
    groups: { type: 'string' },
    out: { type: 'string' },
    // More disagreements than these are listed as they are: each takes a client start for every rule it has.
    minimise: { type: 'string', default: '30' },
  },
});

const folder = process.env.PRECEDENT_ORACLE ?? '/var/cache/precedent-oracle';
const why = obstacle();
const program = why === undefined ? installClient(folder, options.client) : undefined;
if (program === undefined) {
  console.log(
    `conformance skipped: ${why ?? `client ${options.client} could not be installed from the registry`}`,
  );
  process.exit(0);
}

const model = await loadModel();
const layouts = JSON.parse(readFileSync(join(HERE, '../permission/cases/layouts.json'), 'utf8'));
const groups =
  options.groups === undefined
    ? randomGroups({ cases: Number(options.cases), seed: Number(options.seed), layouts })
    : givenGroups();
const rows = ask(groups, 'cases');
if (options.out !== undefined)
  writeFileSync(options.out, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

const result = compare(rows, model, options.client);
const percent = (part) => `${((100 * part) / result.cases).toFixed(2)}%`;
console.log(
  `client ${options.client}, seed ${options.seed}: ${result.cases} cases, agreement ${percent(result.agreed)}, hopeful ${result.hopeful} (${percent(result.hopeful)}), blind ${result.blind} (${percent(result.blind)}), ${result.undecided} not decided`,
);
for (const differing of minimal(result.differing)) {
  console.log(inWords(differing));
  if (options.out !== undefined)
    appendFileSync(`${options.out}.minimal.jsonl`, `${JSON.stringify(differing.row)}\n`);
}
process.exit(result.differing.length === 0 ? 0 : 1);

/** Every case of the groups with the client's answer. */
function ask(asked, name) {
  mkdirSync(join(folder, 'runs'), { recursive: true });
  // The client runs as nobody, for whom the repository may be out of reach.
  for (const needed of ['stub', 'mcp-server.mjs'])
    cpSync(join(HERE, needed), join(folder, needed), { recursive: true });
  const groupsFile = join(folder, `${name}.jsonl`);
  const outFile = join(folder, `${name}.answers.jsonl`);
  writeFileSync(groupsFile, asked.map((group) => `${JSON.stringify(group)}\n`).join(''));
  const command = [
    process.execPath,
    join(HERE, 'ask.mjs'),
    groupsFile,
    outFile,
    program,
    folder,
    options.jobs,
  ];
  const [first, ...rest] = loopbackOnly(command, {});
  const { status } = spawnSync(first, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (status !== 0) throw new Error(`asking the client failed with ${status}`);
  return readFileSync(outFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function givenGroups() {
  const lines = readFileSync(resolve(options.groups), 'utf8').split('\n').filter(Boolean);
  return lines
    .map((line) => JSON.parse(line))
    .map((group) => ({ ...group, layout: layouts[group.layout]?.files ?? group.layout }));
}

/** Each disagreement with the least settings that still show it, as far as the client confirms it. */
function minimal(differing) {
  const reduced = differing.slice(0, Number(options.minimise)).flatMap(reductions);
  if (reduced.length === 0) return differing;
  const confirmed = compare(ask(reduced, 'minimal'), model, options.client).differing;
  return differing.map(
    (one, index) => confirmed.find(({ row }) => row.group.startsWith(`minimal-${index}-`)) ?? one,
  );
}
