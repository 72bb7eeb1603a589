import type {
  Assignment as AssignmentNode,
  CommandNode,
  Command as CommandSyntax,
  CompoundList,
  ParsedScript,
  Pipeline,
  PipelineNode,
  Redirection,
  Statement,
  TestExpression,
  Word as WordNode,
} from 'unbash';
import { forEachChild, parse } from 'unbash';
import type {
  Assignment,
  Construct,
  ConstructKind,
  Context,
  Redirect,
  Shell,
  ShellError,
  SimpleCommand,
} from './shell.ts';
import { findScripts, readAssignmentWord, readWord, type ScriptFound, type Word } from './word.ts';

type Joint = SimpleCommand['after'];
type Span = { readonly pos: number; readonly end: number };

/** Deeper nesting than this is an error of the text, not of the reader. */
const DEEPEST = 64;

/**
 * Takes a command line apart into its simple commands and the constructs around them. Never throws: what cannot be
 * read stands in `errors`. Linear in the length of the text for a given depth of nesting.
 */
export function parseShell(text: string): Shell {
  const reading = startOf(text);
  readScript(reading, parse(text), []);
  return { text, commands: reading.commands, constructs: reading.constructs, errors: reading.errors };
}

type Found = { readonly script: ParsedScript; readonly kind: 'substitution' | 'process' };

/** One walk over the syntax tree: what it has found so far. */
type Reading = {
  readonly commands: SimpleCommand[];
  readonly constructs: Construct[];
  readonly errors: ShellError[];
  /** The text that positions refer to: inside escaped backticks a decoded copy. */
  source: string;
  depth: number;
  /** Scripts in the words of the command being read; walked once the command itself is listed. */
  found: Found[];
  readonly note: ScriptFound;
};

function startOf(text: string): Reading {
  const reading: Reading = {
    commands: [],
    constructs: [],
    errors: [],
    source: text,
    depth: 0,
    found: [],
    note: (script, kind) => {
      if (script === undefined) reading.errors.push({ message: 'unreadable substitution', at: 0 });
      else reading.found.push({ script, kind });
    },
  };
  return reading;
}

function readScript(reading: Reading, script: ParsedScript, within: readonly Context[]): void {
  if (script.errors !== undefined)
    for (const error of script.errors) reading.errors.push({ message: error.message, at: error.pos });
  if (++reading.depth > DEEPEST) reading.errors.push({ message: 'nested too deeply', at: script.pos });
  else readStatements(reading, script.commands, within);
  reading.depth--;
}

function readStatements(
  reading: Reading,
  statements: readonly Statement[],
  within: readonly Context[],
): void {
  let joint: Joint = '';
  for (const statement of statements) {
    if (statement.background === true) {
      addConstruct(reading, 'background', statement, within, {});
      readJoined(reading, statement.command, [...within, 'background'], joint);
    } else readJoined(reading, statement.command, within, joint);
    joint = statement.background === true ? '&' : ';';
  }
}

function readJoined(
  reading: Reading,
  node: Statement['command'],
  within: readonly Context[],
  joint: Joint,
): void {
  if (node.type !== 'AndOr') {
    readPipelineNode(reading, node, within, joint);
    return;
  }
  for (const [index, command] of node.commands.entries()) {
    readPipelineNode(reading, command, within, index === 0 ? joint : (node.operators[index - 1] ?? ';'));
  }
}

function readPipelineNode(
  reading: Reading,
  node: PipelineNode,
  within: readonly Context[],
  joint: Joint,
): void {
  if (node.type === 'Pipeline') readPipeline(reading, node, within, joint);
  else readCommand(reading, node, within, joint);
}

function readPipeline(reading: Reading, node: Pipeline, within: readonly Context[], joint: Joint): void {
  let inside = within;
  for (const prefix of node.prefixes) {
    const kind = prefix.type === 'Time' ? 'time' : 'negation';
    addConstruct(reading, kind, prefix, inside, {});
    inside = [...inside, kind];
  }
  if (node.commands.length > 1) inside = [...inside, 'pipeline'];
  for (const [index, command] of node.commands.entries()) {
    readCommand(reading, command, inside, index === 0 ? joint : (node.operators[index - 1] ?? '|'));
  }
}

function readCommand(reading: Reading, node: CommandNode, within: readonly Context[], joint: Joint): void {
  if (node.type === 'Command') readSimple(reading, node, within, joint);
  else if (node.type === 'Redirected') readCompound(reading, node.command, within, node.redirects);
  else readCompound(reading, node, within, []);
}

function readSimple(reading: Reading, node: CommandSyntax, within: readonly Context[], after: Joint): void {
  const words: Word[] = [];
  const assignments: Assignment[] = [];
  const redirects: Redirect[] = [];
  for (const item of node.prefix) {
    if (item.type === 'Assignment') assignments.push(readAssignment(reading, item));
    else redirects.push(readRedirect(reading, item));
  }
  if (node.name !== undefined) words.push(readWord(node.name, reading.note));
  for (const item of node.suffix) {
    if (item.type === 'Word') words.push(readWord(item, reading.note));
    else if (item.type === 'Assignment') words.push(readAssignmentWord(item, reading.note));
    else redirects.push(readRedirect(reading, item));
  }
  const { pos, end } = node;
  const text = reading.source.slice(pos, end);
  reading.commands.push({ text, start: pos, end, words, assignments, redirects, within, after });
  walkFound(reading, within);
}

function walkFound(reading: Reading, within: readonly Context[]): void {
  if (reading.found.length === 0) return;
  const found = reading.found;
  reading.found = [];
  for (const { script, kind } of found) {
    const outer = reading.source;
    reading.source = script.source ?? outer;
    readScript(reading, script, [...within, kind]);
    reading.source = outer;
  }
}

function readAssignment(reading: Reading, node: AssignmentNode): Assignment {
  const { text, pos, end, name } = node;
  const { value } = node;
  if (value.type === 'ArrayValue') {
    forEachChild(node, (child) => findScripts(child, reading.note));
    return { text, name, value: undefined, plain: false, start: pos, end };
  }
  if (node.index !== undefined) findScripts(node.index, reading.note);
  const plain = node.append !== true && node.index === undefined;
  return { text, name, value: readWord(value, reading.note), plain, start: pos, end };
}

function readRedirect(reading: Reading, node: Redirection): Redirect {
  const { operator, pos, end } = node;
  const descriptor =
    node.descriptor === undefined ? '' : reading.source.slice(node.descriptor.pos, node.descriptor.end);
  if (node.type !== 'HereDoc') {
    const target = node.target === undefined ? undefined : readWord(node.target, reading.note);
    return { operator, descriptor, target, document: undefined, start: pos, end };
  }
  let dynamic = false;
  for (const part of node.body.parts ?? []) {
    if (part.type !== 'Literal') dynamic = true;
    findScripts(part, reading.note);
  }
  const document = {
    delimiter: node.delimiter?.value ?? '',
    quoted: node.delimiter?.quoted ?? false,
    body: node.body.text,
    dynamic,
    closed: node.closing !== undefined,
  };
  return { operator, descriptor, target: undefined, document, start: pos, end };
}

function readCompound(
  reading: Reading,
  node: Exclude<CommandNode, { type: 'Command' | 'Redirected' }>,
  within: readonly Context[],
  redirected: readonly Redirection[],
): void {
  const about = (kind: ConstructKind, detail: { name?: string; words?: readonly WordNode[] } = {}) =>
    addConstruct(reading, kind, node, within, { ...detail, redirected });
  switch (node.type) {
    case 'Subshell':
      about('subshell');
      readList(reading, node.body, [...within, 'subshell']);
      return;
    case 'BraceGroup':
      about('group');
      readList(reading, node.body, [...within, 'group']);
      return;
    case 'If': {
      about('if');
      const inside: readonly Context[] = [...within, 'condition'];
      for (const branch of [node, ...node.elif]) {
        readList(reading, branch.clause, inside);
        readList(reading, branch.then, inside);
      }
      if (node.else !== undefined) readList(reading, node.else, inside);
      return;
    }
    case 'While':
      about(node.kind);
      readList(reading, node.clause, [...within, 'condition']);
      readList(reading, node.body, [...within, 'loop']);
      return;
    case 'For':
    case 'Select':
      about(node.type === 'For' ? 'for' : 'select', { name: node.name.text, words: node.wordlist ?? [] });
      readList(reading, node.body, [...within, 'loop']);
      return;
    case 'ArithmeticFor':
      forEachChild(node, (child) => {
        if (child !== node.body) findScripts(child, reading.note);
      });
      about('arithmetic-for');
      readList(reading, node.body, [...within, 'loop']);
      return;
    case 'Case':
      about('case', { words: [node.word, ...node.items.flatMap((item) => item.pattern)] });
      for (const item of node.items) readList(reading, item.body, [...within, 'case']);
      return;
    case 'Function':
      about('function', { name: node.name.text });
      readBody(reading, node.body, [...within, 'function']);
      return;
    case 'Coproc':
      about('coproc', { name: node.name?.text ?? '' });
      readBody(reading, node.body, [...within, 'coproc']);
      return;
    case 'TestCommand':
      about('test', { words: operandsOf(node.expression) });
      return;
    case 'ArithmeticCommand':
      if (node.expression !== undefined) findScripts(node.expression, reading.note);
      about('arithmetic');
      return;
  }
}

function readBody(reading: Reading, node: CommandNode | CompoundList, within: readonly Context[]): void {
  if (node.type === 'CompoundList') readList(reading, node, within);
  else readCommand(reading, node, within, '');
}

function readList(reading: Reading, list: CompoundList, within: readonly Context[]): void {
  if (++reading.depth > DEEPEST) reading.errors.push({ message: 'nested too deeply', at: list.pos });
  else readStatements(reading, list.commands, within);
  reading.depth--;
}

function addConstruct(
  reading: Reading,
  kind: ConstructKind,
  span: Span,
  within: readonly Context[],
  detail: { name?: string; words?: readonly WordNode[]; redirected?: readonly Redirection[] },
): void {
  const { pos, end } = span;
  const words = (detail.words ?? []).map((word) => readWord(word, reading.note));
  const redirects = (detail.redirected ?? []).map((redirect) => readRedirect(reading, redirect));
  const text = reading.source.slice(pos, end);
  reading.constructs.push({ kind, text, start: pos, end, name: detail.name ?? '', words, redirects, within });
  walkFound(reading, within);
}

function operandsOf(expression: TestExpression): readonly WordNode[] {
  switch (expression.type) {
    case 'TestUnary':
      return [expression.operand];
    case 'TestBinary':
      return [expression.left, expression.right];
    case 'TestLogical':
      return expression.operands.flatMap(operandsOf);
    case 'TestNot':
      return operandsOf(expression.operand);
    case 'TestGroup':
      return operandsOf(expression.expression);
  }
}
