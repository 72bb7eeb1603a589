// How many of the simple commands of real sessions have a described program and subcommand, weighted by use:
//   npm run coverage:commands [-- FOLDER_OF_TRANSCRIPTS]
// Prints what is not described, most frequent first. Exit 1 below the goal.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exact } from '../../dist/src/effects/arg.js';
import { readInvocation } from '../../dist/src/effects/invocation.js';
import { describedAs } from '../../dist/src/effects/lookup.js';
import { parseShell } from '../../dist/src/shell/parse-shell.js';

const GOAL = 0.95;

const SHOWN = 60;

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../shared/corpus'));
if (!existsSync(folder)) {
  console.log(`skipped: no transcripts in ${folder}; give a folder as argument`);
  process.exit(0);
}

/** Bash commands by tool_use id: resumed sessions repeat earlier lines. */
function bashCommands(value, found) {
  if (Array.isArray(value)) {
    for (const each of value) bashCommands(each, found);
  } else if (value !== null && typeof value === 'object') {
    if (value.type === 'tool_use' && value.name === 'Bash' && typeof value.input?.command === 'string') {
      found.set(value.id, value.input.command);
      return;
    }
    for (const [key, each] of Object.entries(value)) if (key !== 'toolUseResult') bashCommands(each, found);
  }
}

function readAll(root) {
  const found = new Map();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const file = join(root, name);
    if (!name.endsWith('.jsonl') || !statSync(file).isFile()) continue;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (!line.includes('"Bash"')) continue;
      try {
        bashCommands(JSON.parse(line), found);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
  }
  return found;
}

/** What keeps a command from being described; undefined where nothing does. */
function gap(words, functions) {
  const [name, ...rest] = words;
  if (name === undefined || functions.has(name)) return undefined;
  if (name === '') return '(a program known at run time only)';
  const plain = name.replace(/^.*\//, '').replace(/^\\/, '');
  const description = describedAs(plain);
  // A program file by its path is judged by the place it lies in.
  if (description === undefined) return name.includes('/') ? undefined : plain;
  const call = readInvocation(description, rest.map(exact));
  const missing = call.undescribed.find((what) => what.startsWith('subcommand '));
  if (missing !== undefined) return `${plain} ${missing.slice('subcommand '.length)}`;
  return call.command === undefined || call.module
    ? undefined
    : gap(
        call.command.map((arg) => arg.text),
        functions,
      );
}

let total = 0;
let byPlace = 0;
const missing = new Map();
for (const text of readAll(folder).values()) {
  const shell = parseShell(text);
  const functions = new Set(
    shell.constructs.filter(({ kind }) => kind === 'function').map(({ name }) => name),
  );
  for (const command of shell.commands) {
    const words = command.words.map((word) => word.value ?? '');
    if (words.length === 0) continue;
    total += 1;
    const what = gap(words, functions);
    if (what !== undefined) missing.set(what, (missing.get(what) ?? 0) + 1);
    else if (words[0].includes('/') && describedAs(words[0].replace(/^.*\//, '')) === undefined) byPlace += 1;
  }
}

const uses = [...missing.values()].reduce((sum, count) => sum + count, 0);
const covered = total === 0 ? 1 : (total - uses) / total;
const percent = (share) => `${(100 * share).toFixed(2)}%`;
for (const [what, count] of [...missing].sort((a, b) => b[1] - a[1]).slice(0, SHOWN)) {
  console.log(`${String(count).padStart(5)}  ${what.replace(/[^\x20-\x7e]/g, '?').slice(0, 60)}`);
}
console.log(
  `${percent(covered)} of ${total} simple commands are described (${percent(byPlace / Math.max(total, 1))} of them program files, judged by where they lie); ${missing.size} different ones are not`,
);
process.exitCode = covered >= GOAL ? 0 : 1;
