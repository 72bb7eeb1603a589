import { actionOf, VISIBLE_FLAGS, VISIBLE_TEXTS, type VisibleInput } from './action.ts';
import type { CallSeen, ResultSeen } from './line.ts';
import type { ProjectedBlock, ProjectedMessage } from './line-shape.ts';

/** What the messages of a line hold. */
export type Contents = {
  /** The id of the assistant message. */
  readonly message: string;
  readonly calls: readonly CallSeen[];
  readonly results: readonly ResultSeen[];
  /** The line holds a text beside its result: what a person typed while approving (Tab in the dialog). */
  readonly comment: boolean;
  /** A tool block lacks what every client writes into it. */
  readonly unreadable: boolean;
};

/** The client's own texts begin with a bracket: `[Request interrupted ...`, `<system-reminder>`. */
const TYPED = /^[^[<]/;

/** Reads a message that may be missing. */
export function readMessage(message: ProjectedMessage | undefined): Contents {
  const calls: CallSeen[] = [];
  const results: ResultSeen[] = [];
  let comment = false;
  let unreadable = false;
  for (const block of message?.content ?? []) {
    if (block.type === 'tool_use') {
      const call = callOf(block);
      if (call === undefined) unreadable = true;
      else calls.push(call);
    } else if (block.type === 'tool_result') {
      const result = resultOf(block);
      if (result === undefined) unreadable = true;
      else results.push(result);
    } else if (block.type === 'text' && TYPED.test(textOf(block.text) ?? '')) comment = true;
  }
  return { message: textOf(message?.id) ?? '', calls, results, comment, unreadable };
}

/** A value where it is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function callOf(block: ProjectedBlock): CallSeen | undefined {
  const id = textOf(block.id);
  const tool = textOf(block.name);
  if (id === undefined || tool === undefined) return undefined;
  return { id, tool, action: actionOf(tool, inputOf(block)) };
}

/** The fields of an input that a rule can see. */
function inputOf({ input = {} }: ProjectedBlock): VisibleInput {
  const visible: VisibleInput = {};
  for (const name of VISIBLE_TEXTS) {
    const text = textOf(input[name]);
    if (text !== undefined) visible[name] = text;
  }
  for (const name of VISIBLE_FLAGS) visible[name] = input[name] === true;
  return visible;
}

function resultOf(block: ProjectedBlock): ResultSeen | undefined {
  const id = textOf(block.tool_use_id);
  if (id === undefined) return undefined;
  const error = block.is_error === true;
  const text = error ? headOf(block.content) : undefined;
  return text === undefined ? { id, error } : { id, error, text };
}

/** The beginning of a result's text; a result of several blocks is read by its first text. */
function headOf(content: ProjectedBlock['content']): string | undefined {
  if (typeof content !== 'object' || content === null) return textOf(content);
  return content.map(({ text }) => textOf(text)).find((text) => text !== undefined);
}
