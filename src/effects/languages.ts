import type { Arg } from './arg.ts';
import { addPath, type Scene } from './scene.ts';
import { addExecution, type Tally } from './tally.ts';

function isOpen(arg: Arg): boolean {
  return arg.kind !== 'exact' && arg.kind !== 'glob';
}

function runsAnything(tally: Tally, why: string): void {
  addExecution(tally, 'anything', why);
}

/** Addresses before a sed command: numbers, `$`, `/regex/`, `\cregexc`, ranges and steps. */
const ADDRESS = String.raw`(?:\d+|\$|/(?:\\.|[^/\\])*/[IM]*|\\(.)(?:\\.|(?!\1).)*\1[IM]*)`;
const SED_START = new RegExp(
  String.raw`^(?:${ADDRESS}(?:\s*[,~]\s*[+~]?${ADDRESS.replaceAll('\\1', '\\2')})?)?\s*!*\s*`,
);

/** A sed program: `w`, `W` and `s///w` write a file, `r` and `R` read one, `e` and `s///e` run a shell (GNU sed 4.9). */
export function addSed(tally: Tally, arg: Arg, scene: Scene): void {
  if (isOpen(arg)) {
    if (arg.kind === 'open') tally.unknown.push(`what the sed program ${arg.written} does`);
    else runsAnything(tally, 'runs commands from the sed program');
    return;
  }
  for (const command of sedCommands(arg.text)) addSedCommand(tally, command, scene);
}

/** The commands of a program, each without its addresses. A piece that cannot be told apart is kept whole. */
function sedCommands(program: string): readonly string[] {
  const commands: string[] = [];
  let rest = program;
  for (let steps = 0; rest !== '' && steps < 2000; steps += 1) {
    rest = rest.replace(/^[\s;{}]+/, '');
    const start = SED_START.exec(rest)?.[0] ?? '';
    rest = rest.slice(start.length);
    const length = sedLength(rest);
    if (length > 0) commands.push(rest.slice(0, length));
    rest = rest.slice(Math.max(length, 1));
  }
  return commands;
}

/** How many characters the command at the start of `text` takes. */
function sedLength(text: string): number {
  const letter = text.charAt(0);
  if (letter === '{' || letter === '}') return 1;
  if (letter === 's' || letter === 'y') return substitutionLength(text);
  if ('wWrRaicbtT:e'.includes(letter)) {
    const end = text.indexOf('\n');
    const stop = 'btT'.includes(letter) ? text.search(/[;\n}]/) : end;
    return stop < 0 ? text.length : stop;
  }
  const stop = text.search(/[;\n}]/);
  return stop < 0 ? text.length : Math.max(stop, 1);
}

function substitutionLength(text: string): number {
  const delimiter = text.charAt(1);
  let seen = 0;
  let at = 2;
  for (; at < text.length && seen < 2; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === '[' && seen === 0 && delimiter !== '[') at = closeOfClass(text, at);
    else if (text.charAt(at) === delimiter) seen += 1;
  }
  const flags = /^[^;\n}]*/.exec(text.slice(at))?.[0] ?? '';
  return at + (flags.includes('w') ? (/^[^\n]*/.exec(text.slice(at))?.[0].length ?? 0) : flags.length);
}

function closeOfClass(text: string, at: number): number {
  const close = text.indexOf(']', at + (text.charAt(at + 1) === '^' ? 3 : 2));
  return close < 0 || close > at + 200 ? at : close;
}

function addSedCommand(tally: Tally, command: string, scene: Scene): void {
  const letter = command.charAt(0);
  const file = command.slice(1).trim();
  if (letter === 'w' || letter === 'W') addPath(tally, 'writes', { kind: 'exact', text: file }, scene);
  else if (letter === 'r' || letter === 'R') addPath(tally, 'reads', { kind: 'exact', text: file }, scene);
  else if (letter === 'e') runsAnything(tally, 'runs a command from the sed program');
  else if (letter === 's') {
    const flags = command.slice(flagsAt(command));
    const written = /w\s*(.+)$/s.exec(flags);
    if (written !== null) addPath(tally, 'writes', { kind: 'exact', text: (written[1] ?? '').trim() }, scene);
    if (/^[^w]*e/.test(flags)) runsAnything(tally, 'runs what the sed substitution makes');
  } else if (!/^[a-zA-Z=#:{}!,\d]/.test(command))
    tally.unknown.push(`what the sed command ${command.slice(0, 20)} does`);
}

function flagsAt(command: string): number {
  const delimiter = command.charAt(1);
  let seen = 0;
  let at = 2;
  for (; at < command.length && seen < 2; at += 1) {
    if (command.charAt(at) === '\\') at += 1;
    else if (command.charAt(at) === '[' && seen === 0 && delimiter !== '[') at = closeOfClass(command, at);
    else if (command.charAt(at) === delimiter) seen += 1;
  }
  return at;
}

/** An awk program: `system`, pipes and output redirects reach beyond the text (gawk manual, input and output). */
export function addAwk(tally: Tally, arg: Arg, scene: Scene): void {
  if (isOpen(arg)) {
    if (arg.kind === 'open') tally.unknown.push(`what the awk program ${arg.written} does`);
    else runsAnything(tally, 'runs commands from the awk program');
    return;
  }
  const text = withoutRegexes(arg.text);
  const code = text.replace(/"(?:\\.|[^"\\])*"/gs, '""');
  if (/\bsystem\s*\(|@(?:load|include)|\|&/.test(code) || /(?<!\|)\|(?!\|)/.test(code)) {
    runsAnything(tally, 'runs commands from the awk program');
  }
  if (/\bENVIRON\b/.test(code)) tally.reads.push({ path: 'the environment', zone: 'secret' });
  addAwkFiles(tally, text, scene);
}

/** `/.../` at places where awk expects a pattern: what stands inside is no code. */
function withoutRegexes(program: string): string {
  return program.replace(/(^|[~(,!&|{;\n]\s*)\/(?:\\.|[^/\\\n])+\//g, '$1//');
}

/** `getline < "file"` reads; `print > "file"` writes, unless the sign stands in parentheses: there it compares. */
function addAwkFiles(tally: Tally, text: string, scene: Scene): void {
  for (const match of text.matchAll(/\bgetline\b[^;}\n]*<\s*(?:"([^"]*)"|(\S))/g))
    addAwkFile(tally, 'reads', match[1], scene);
  for (const target of awkTargets(text)) {
    const match = /^>?\s*"((?:\\.|[^"\\])*)"\s*(?:[;}\n|]|$)/.exec(target);
    addAwkFile(tally, 'writes', match?.[1], scene);
  }
}

/** What follows each `>` of a print statement outside of strings and parentheses. */
function awkTargets(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let printing = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') at = endOfString(text, at);
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (';{}\n'.includes(character)) {
      printing = false;
      depth = 0;
    } else if (character === 'p' && /^printf?\b/.test(text.slice(at, at + 7))) printing = true;
    else if (character === '>' && printing && depth <= 0) {
      found.push(text.slice(at + 1, at + 1 + LONGEST_TARGET));
      printing = false;
    }
  }
  return found;
}

/** A file name in an awk program that is longer is not followed. */
const LONGEST_TARGET = 300;

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

function addAwkFile(tally: Tally, access: 'reads' | 'writes', file: string | undefined, scene: Scene): void {
  if (file === undefined) tally.unknown.push('which file the awk program names');
  else addPath(tally, access, { kind: 'exact', text: file }, scene);
}

/** A jq program: `env`, `$ENV` show the environment; `include` and `import` load other programs (jq 1.7 manual). */
export function addJq(tally: Tally, arg: Arg): void {
  const text = arg.text.replace(/"(?:\\[^(]|[^"\\])*"/gs, '""');
  if (isOpen(arg) && arg.kind !== 'open') {
    tally.reads.push({ path: 'the environment', zone: 'secret' });
    return;
  }
  if (/(?<![.\w$])(?:env|strenv|envsubst)\b|\$ENV\b/.test(text))
    tally.reads.push({ path: 'the environment', zone: 'secret' });
  if (/\b(?:load|load_\w+|strload|input_filename_load|readfile)\s*\(/.test(text))
    tally.unknown.push('which files the program loads');
  if (/^\s*(?:import|include)\b/m.test(text)) tally.unknown.push('what the jq modules do');
}

const READING_SQL =
  /^\s*(?:\(\s*)?(?:select|explain|show|describe|desc|with|values|pragma\s+[a-z_]+(?:\([^)]*\))?\s*$|\.(?:tables|schema|databases|indexes|indices|mode|headers?|width|help|version|stats|show|timer|quit|exit|dump|print|echo|eqp|bail|nullvalue|separator|indices|lint|dbinfo|dbconfig|limit|sha3sum|changes)\b|\\(?:d|l|dt|di|dv|df|dn|du|x|conninfo|timing|pset|q)[+S]*\b)/i;
const SQL_RUNS =
  /\.(?:sh|she|shell|sy|sys|system|lo|load)\b|\bto\s+program\b|\bfrom\s+program\b|\\!|\bload_extension\s*\(|\bedit\s*\(|\bsys_exec|\bxp_cmdshell|\bcreate\s+(?:or\s+replace\s+)?function\b|\|/i;
const SQL_FILES =
  /\binto\s+(?:outfile|dumpfile)\b|\bcopy\b|\bpg_(?:read_\w+|ls_\w+|stat_file)|\blo_\w+\s*\(|\bread_(?:csv|parquet|json|text|blob|ndjson)\w*\s*\(|\bfrom\s+''|\bload_file\s*\(|\bload\s+data\b|\breadfile\s*\(|\bwritefile\s*\(|\bfts3_tokenizer|\battach\b|\bvacuum\s+into\b|\.(?:import|o|ou|out|outp|outpu|output|on|onc|once|re|rea|read|sa|save|ba|backup|clone|ar|archive|session|open|cd|restore|excel|log)\b|\\(?:copy|o|i|ir|w|g|e|lo_\w+)\b/i;
const SQL_CHANGES_INSIDE =
  /\b(?:insert\s+into|update\s+\S+\s+set|delete\s+from|drop|alter|truncate|create|grant|revoke|into|vacuum|reindex|replace\s+into|nextval|setval|pg_terminate_backend|dblink|set_config|for\s+update)\b/i;

/** A SQL text: statements that only read are told from the rest; client commands can reach files and the shell. */
export function addSql(tally: Tally, arg: Arg): void {
  if (isOpen(arg)) {
    if (arg.kind === 'open') tally.unknown.push(`what the statement ${arg.written} does`);
    else runsAnything(tally, 'runs any statement, and through the client any program');
    return;
  }
  const text = arg.text.replace(/'(?:''|[^'])*'/g, "''").replace(/--[^\n]*|\/\*.*?\*\//gs, ' ');
  if (SQL_RUNS.test(text.replaceAll('||', '')))
    runsAnything(tally, 'runs a program through the database client');
  if (SQL_FILES.test(text)) {
    tally.reads.push({ path: '*', zone: 'outside' });
    tally.writes.push({ path: '*', zone: 'outside' });
  }
  // A quoted name is no statement; the checks above have seen it as it stands.
  const statements = text
    .replace(/"[^"]*"/g, '""')
    .split(';')
    .filter((statement) => statement.trim() !== '');
  if (statements.every((one) => READING_SQL.test(one) && !SQL_CHANGES_INSIDE.test(one))) return;
  tally.sends = true;
  tally.undoable = false;
  tally.notes.push('changes data in the database');
}

/** A GraphQL text: mutations change something on the server. `name=@file` may hold one. */
export function addGraphql(tally: Tally, arg: Arg): void {
  if (isOpen(arg) || /\bmutation\b|\bsubscription\b|=@/.test(arg.text)) tally.sends = true;
}
