import { actionOf, VISIBLE_FLAGS, VISIBLE_TEXTS, type VisibleInput } from './action.ts';
import { headOfStringAt, stringAt } from './byte-text.ts';
import {
  BROKEN,
  firstElement,
  firstKey,
  isArray,
  isObject,
  isString,
  keysOf,
  nextElement,
  nextKey,
  skipped,
  type Walk,
} from './json-scan.ts';
import type { CallSeen, ResultSeen } from './line.ts';

/** Bytes of a refusal that are kept: the client's own texts are shorter, a typed reason may be cut. */
export const RESULT_HEAD = 1500;

/** What the messages of a line hold; filled while the line is walked. */
export type Contents = {
  /** The id of the assistant message. */
  message: string;
  readonly calls: CallSeen[];
  readonly results: ResultSeen[];
  /** The line holds a text beside its result: what a person typed while approving (Tab in the dialog). */
  comment: boolean;
  /** A tool block held a string that is not JSON. */
  unreadable: boolean;
};

/** The client's own texts begin with a bracket: `[Request interrupted ...`, `<system-reminder>`. */
const TYPED = /^"[^"[<]/;

const MESSAGE_KEYS = keysOf(['id', 'content']);
const BLOCK_NAMES = ['type', 'id', 'name', 'input', 'tool_use_id', 'content', 'is_error', 'text'] as const;

type BlockName = (typeof BLOCK_NAMES)[number];

const BLOCK_KEYS = keysOf(BLOCK_NAMES);
const INPUT_KEYS = keysOf([...VISIBLE_TEXTS, ...VISIBLE_FLAGS]);
const TEXT_KEYS = keysOf(['text']);

/** Reads the message that begins where the walk stands, which is an object. */
export function readMessage(walk: Walk, contents: Contents): void {
  const { text } = walk;
  let id = 0;
  for (let key = firstKey(walk, MESSAGE_KEYS); key !== undefined; key = nextKey(walk, MESSAGE_KEYS)) {
    if (key === 'content' && isArray(text, walk.at)) {
      readBlocks(walk, contents);
      continue;
    }
    const value = skipped(walk);
    if (key === 'id') id = value;
  }
  if (id !== 0 && contents.calls.length > 0) contents.message = stringAt(text, id) ?? '';
}

function readBlocks(walk: Walk, contents: Contents): void {
  for (let more = firstElement(walk); more; more = nextElement(walk)) {
    if (isObject(walk.text, walk.at)) readBlock(walk, contents);
    else skipped(walk);
  }
}

/** The members of a block, by the places of their values: their keys come in any order, the type too. */
type Block = { -readonly [name in Exclude<BlockName, 'input'>]: number } & {
  input: VisibleInput | undefined;
};

function readBlock(walk: Walk, contents: Contents): void {
  const block: Block = {
    type: 0,
    id: 0,
    name: 0,
    tool_use_id: 0,
    content: 0,
    is_error: 0,
    text: 0,
    input: {},
  };
  for (let key = firstKey(walk, BLOCK_KEYS); key !== undefined; key = nextKey(walk, BLOCK_KEYS)) {
    if (key !== 'input') block[key] = skipped(walk);
    else if (isObject(walk.text, walk.at)) block.input = readInput(walk);
    else skipped(walk);
  }
  if (walk.at !== BROKEN) takeBlock(walk.text, block, contents);
}

function takeBlock(text: string, block: Block, contents: Contents): void {
  if (text.startsWith('"tool_use"', block.type)) {
    takeCall(
      { id: stringAt(text, block.id), tool: stringAt(text, block.name), input: block.input },
      contents,
    );
  } else if (text.startsWith('"tool_result"', block.type)) {
    const error = text.startsWith('true', block.is_error);
    const said = error ? headOfResult(text, block.content) : undefined;
    takeResult({ id: stringAt(text, block.tool_use_id), error, said }, contents);
  } else if (text.startsWith('"text"', block.type) && TYPED.test(text.slice(block.text, block.text + 2))) {
    contents.comment = true;
  }
}

type CallRead = {
  readonly id: string | undefined;
  readonly tool: string | undefined;
  readonly input: VisibleInput | undefined;
};

function takeCall({ id, tool, input }: CallRead, contents: Contents): void {
  if (id === undefined || tool === undefined || input === undefined) contents.unreadable = true;
  else contents.calls.push({ id, tool, action: actionOf(tool, input) });
}

type ResultRead = {
  readonly id: string | undefined;
  readonly error: boolean;
  readonly said: string | undefined;
};

function takeResult({ id, error, said }: ResultRead, contents: Contents): void {
  if (id === undefined) contents.unreadable = true;
  else contents.results.push(said === undefined ? { id, error } : { id, error, text: said });
}

/** The fields of an input that a rule can see; undefined where one of them is not JSON. */
function readInput(walk: Walk): VisibleInput | undefined {
  const { text } = walk;
  const input: VisibleInput = {};
  let whole = true;
  for (let key = firstKey(walk, INPUT_KEYS); key !== undefined; key = nextKey(walk, INPUT_KEYS)) {
    const value = skipped(walk);
    if (key === 'run_in_background' || key === 'dangerouslyDisableSandbox') {
      input[key] = text.startsWith('true', value);
    } else if (isString(text, value)) {
      const read = stringAt(text, value);
      if (read === undefined) whole = false;
      else input[key] = read;
    }
  }
  return whole ? input : undefined;
}

/** The beginning of a result's text; a result of several blocks is read by its first text. */
function headOfResult(text: string, at: number): string | undefined {
  if (isString(text, at)) return headOfStringAt(text, at, RESULT_HEAD);
  if (!isArray(text, at)) return undefined;
  const walk: Walk = { text, at };
  for (let more = firstElement(walk); more; more = nextElement(walk)) {
    const block = isObject(text, walk.at) ? textOfBlock(walk) : skipped(walk);
    if (typeof block === 'string') return block;
  }
  return undefined;
}

function textOfBlock(walk: Walk): string | undefined {
  let head: string | undefined;
  for (let key = firstKey(walk, TEXT_KEYS); key !== undefined; key = nextKey(walk, TEXT_KEYS)) {
    head = headOfStringAt(walk.text, skipped(walk), RESULT_HEAD);
  }
  return head;
}
