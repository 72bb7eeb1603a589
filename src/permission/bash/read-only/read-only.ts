import type { Word } from '../../../shell/word.ts';
import { isReadOnlyFind } from './find.ts';
import { compileFlags, type Flags, flagsAllow } from './flag-table.ts';
import { GIT_HISTORY } from './git-history.ts';
import { GIT_STATE } from './git-state.ts';
import { isReadOnlyJq } from './jq.ts';
import { isReadOnlySed } from './sed.ts';
import { SYSTEM_TOOLS } from './system-tools.ts';
import { TEXT_TOOLS } from './text-tools.ts';
import { isReadOnlyXargs } from './xargs.ts';

/** Programs that only read, whatever their arguments (recorded from client 2.1.330). */
const ANY_ARGUMENTS: ReadonlySet<string> = new Set(
  [
    'ls cat echo head tail wc type stat du df id uname true false sleep seq cut paste tr rev tac nl fold fmt',
    'column comm expand unexpand od hexdump strings basename dirname realpath readlink free uptime expr locale',
    'nproc cmp numfmt cal pr tsort groups diff',
  ].flatMap((line) => line.split(' ')),
);

/** Programs that stay read-only with a pattern that the shell expands. */
const PATTERNS_WELCOME: ReadonlySet<string> = new Set(
  [
    'ls cat echo head tail wc stat du df cut tr rev tac nl column od hexdump strings basename dirname realpath readlink',
    'cmp diff grep egrep fgrep md5sum sha1sum sha256sum',
  ].flatMap((line) => line.split(' ')),
);

/** Whole commands that only read. */
const WHOLE_COMMANDS: ReadonlySet<string> = new Set([
  ...['pwd', 'whoami', 'ip addr', 'arch', 'arch -h', 'arch --help', 'uniq', 'history', 'ifconfig'],
  ...['claude -h', 'claude --help', 'node -v', 'node --version', 'python --version', 'python3 --version'],
]);

/** Commands known by the shape of their whole text. */
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ['uniq', /^uniq( (-[a-zA-Z]+|--[a-zA-Z-]+(=\S+)?|-[fsw] \d+))*$/],
  ['history', /^history \d+$/],
  ['ifconfig', /^ifconfig ["a-zA-Z][^\s*?]*$/],
  ['which', /^which(?!.* -($| ))( (-a|--all|--|[^-$`{][^$`{]*|-v|--version|--help))*$/],
  [
    'docker ps',
    /^docker (?!.*(^|\s)(-[a-zA-Z]*[cHr][a-zA-Z]*|--(host|context|config|tlscacert|tlscert|tlskey))\b)/,
  ],
]);

type Judge = (words: readonly Word[]) => boolean;

const JUDGES: ReadonlyMap<string, Judge> = new Map([
  ['find', isReadOnlyFind],
  ['jq', isReadOnlyJq],
  ['sed', isReadOnlySed],
  ['xargs', isReadOnlyXargs],
  ['[', isPlainBracket],
  ['printf', isPlainPrintf],
]);

const TABLES: ReadonlyMap<string, readonly Flags[]> = byProgram(
  [...TEXT_TOOLS, ...SYSTEM_TOOLS, ...GIT_HISTORY, ...GIT_STATE].map(compileFlags),
);

/** Whether the client runs a command without a question, whatever the rules, because it only reads. */
export function isReadOnly(words: readonly Word[]): boolean {
  const known = judged.get(words);
  if (known !== undefined) return known;
  const answer = onlyReads(words);
  judged.set(words, answer);
  return answer;
}

const judged = new WeakMap<readonly Word[], boolean>();

function onlyReads(words: readonly Word[]): boolean {
  const name = words[0]?.value;
  if (name === undefined) return false;
  if (words.some(holdsStatus)) return false;
  if (!PATTERNS_WELCOME.has(name) && words.some(({ glob }) => glob)) return false;
  if (ANY_ARGUMENTS.has(name)) return true;
  const judge = JUDGES.get(name);
  if (judge !== undefined) return judge(words);
  const flags = tableFor(name, words);
  if (flags !== undefined) return !words.some(looksExpanded) && flagsAllow(flags, words);
  const text = words.map((word) => word.text).join(' ');
  if (WHOLE_COMMANDS.has(text)) return true;
  if (name === 'git') return text.startsWith('git config --get ') || text === 'git config --get';
  if (/^docker (ps|images)( |$)/.test(text)) return SHAPES.get('docker ps')?.test(text) ?? false;
  return SHAPES.get(name)?.test(text) ?? false;
}

/** `"exit: $?"`: the shell's own parameters keep a command from being read-only, named variables do not. */
function holdsStatus({ pieces }: Word): boolean {
  return pieces.some((piece) => piece.kind === 'variable' && !/^[A-Za-z_]/.test(piece.name));
}

/** Characters that would mean something to the shell, quoted or not; `$HOME` is known. */
function looksExpanded({ value, text }: Word): boolean {
  const known = value ?? text.replace(/\$HOME\b/g, '');
  return /[$`]|\{[^}]*,/.test(known);
}

/** printf of texts, or of plain numbers: a conversion to a number evaluates what it converts. */
function isPlainPrintf(words: readonly Word[]): boolean {
  const [format, ...others] = words[1]?.text === '--' ? words.slice(2) : words.slice(1);
  if (words.slice(1).some(({ value, text }) => (value ?? text.replace(/\$HOME\b/g, '')).includes('$')))
    return false;
  if (format === undefined) return true;
  const conversions = (format.value ?? format.text).replace(/%(%|[-\d.]*[sqbc])/g, '');
  if (words[1]?.text !== '--' && format.text.startsWith('-')) return false;
  return !conversions.includes('%') || others.every(({ value }) => /^-?\d+(\.\d+)?$/.test(value ?? ''));
}

/** `[ ... ]` of one test without variables. */
function isPlainBracket(words: readonly Word[]): boolean {
  if (words.at(-1)?.text !== ']' || words.some(({ text }) => text.includes('$'))) return false;
  const inside = words.slice(1, -1).map(({ text }) => text);
  const [first, second, third, more] = inside[0] === '!' ? inside.slice(1) : inside;
  if (more !== undefined) return false;
  if (third !== undefined) return /^(==?|!=|=~|-[a-z]{2})$/.test(second ?? '');
  return second === undefined || /^-[a-zA-Z]$/.test(first ?? '');
}

/** The table with the longest name that the command starts with. */
function tableFor(name: string, words: readonly Word[]): Flags | undefined {
  return TABLES.get(name)?.find(({ path }) => path.every((part, index) => words[index]?.value === part));
}

function byProgram(all: readonly Flags[]): ReadonlyMap<string, readonly Flags[]> {
  const grouped = new Map<string, Flags[]>();
  for (const flags of all.toSorted((left, right) => right.path.length - left.path.length)) {
    const program = flags.path[0] ?? '';
    const present = grouped.get(program);
    if (present === undefined) grouped.set(program, [flags]);
    else present.push(flags);
  }
  return grouped;
}
