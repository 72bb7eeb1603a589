/** One call of one tool, as the client sees it before it decides. */
export type ToolCall = {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Absolute directory that relative paths of this call start from. */
  readonly cwd: string;
};

/** The text of a field of the input, or undefined where it is absent or not text. */
export function textOf(call: ToolCall, field: string): string | undefined {
  const value = call.input[field];
  return typeof value === 'string' ? value : undefined;
}
