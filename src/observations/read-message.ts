import { actionOf, VISIBLE_FLAGS, VISIBLE_TEXTS, type VisibleInput } from './action.ts';
import { headOfStringAt, stringAt } from './byte-text.ts';
import { BROKEN, eachElement, eachMember, isArray, isObject, isString, keysOf } from './json-scan.ts';
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
const BLOCK_KEYS = keysOf(['type', 'id', 'name', 'input', 'tool_use_id', 'content', 'is_error', 'text']);
const INPUT_KEYS = keysOf([...VISIBLE_TEXTS, ...VISIBLE_FLAGS]);
const TEXT_KEYS = keysOf(['text']);

/** Walks the message at `at`, which is an object; returns the place after it. */
export function readMessage(text: string, at: number, contents: Contents): number {
  let id = 0;
  const end = eachMember(text, at, MESSAGE_KEYS, (key, value) => {
    if (key === 'id') id = value;
    else if (isArray(text, value)) return readBlocks(text, value, contents);
    return 0;
  });
  if (id !== 0 && contents.calls.length > 0) contents.message = stringAt(text, id) ?? '';
  return end;
}

function readBlocks(text: string, at: number, contents: Contents): number {
  return eachElement(text, at, (block) => (isObject(text, block) ? readBlock(text, block, contents) : 0));
}

/** Remembers where the values of a block lie until its type is known: keys come in any order. */
function readBlock(text: string, at: number, contents: Contents): number {
  let type = 0;
  let id = 0;
  let name = 0;
  let answers = 0;
  let content = 0;
  let said = 0;
  let error = false;
  let input: VisibleInput | undefined = {};
  const end = eachMember(text, at, BLOCK_KEYS, (key, value) => {
    switch (key) {
      case 'type':
        type = value;
        break;
      case 'id':
        id = value;
        break;
      case 'name':
        name = value;
        break;
      case 'tool_use_id':
        answers = value;
        break;
      case 'content':
        content = value;
        break;
      case 'text':
        said = value;
        break;
      case 'is_error':
        error = text.startsWith('true', value);
        break;
      case 'input': {
        if (!isObject(text, value)) break;
        const read = readInput(text, value);
        input = read.input;
        return read.end;
      }
    }
    return 0;
  });
  if (end === BROKEN) return BROKEN;
  if (text.startsWith('"tool_use"', type)) {
    takeCall({ id: stringAt(text, id), tool: stringAt(text, name), input }, contents);
  } else if (text.startsWith('"tool_result"', type)) {
    const head = error ? headOfResult(text, content) : undefined;
    takeResult({ id: stringAt(text, answers), error, said: head }, contents);
  } else if (text.startsWith('"text"', type) && TYPED.test(text.slice(said, said + 2))) {
    contents.comment = true;
  }
  return end;
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

type InputRead = { readonly input: VisibleInput | undefined; readonly end: number };

/** The fields of an input that a rule can see; `input` is undefined where one of them is not JSON. */
function readInput(text: string, at: number): InputRead {
  const input: VisibleInput = {};
  let whole = true;
  const end = eachMember(text, at, INPUT_KEYS, (key, value) => {
    if (key === 'run_in_background' || key === 'dangerouslyDisableSandbox') {
      input[key] = text.startsWith('true', value);
    } else if (isString(text, value)) {
      const read = stringAt(text, value);
      if (read === undefined) whole = false;
      else input[key] = read;
    }
    return 0;
  });
  return { input: whole ? input : undefined, end };
}

/** The beginning of a result's text; a result of several blocks is read by its first text. */
function headOfResult(text: string, at: number): string | undefined {
  if (isString(text, at)) return headOfStringAt(text, at, RESULT_HEAD);
  if (!isArray(text, at)) return undefined;
  let head: string | undefined;
  eachElement(text, at, (block) => {
    if (head !== undefined || !isObject(text, block)) return 0;
    return eachMember(text, block, TEXT_KEYS, (_, value) => {
      head = headOfStringAt(text, value, RESULT_HEAD);
      return 0;
    });
  });
  return head;
}
