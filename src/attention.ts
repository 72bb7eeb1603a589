/** Where the review time of one project goes. Times are milliseconds. */
export type AttentionReport = {
  readonly project: string;
  readonly sessions: number;
  /** Prompts that a human answered, day by day (YYYY-MM-DD, UTC), days without any left out. */
  readonly days: readonly { readonly day: string; readonly prompts: number; readonly refused: number }[];
  readonly prompts: number;
  readonly refused: number;
  /** Time from call to answer, for prompts answered at once enough to be measured. */
  readonly answer: {
    readonly measured: number;
    readonly median: number;
    readonly ninth: number;
    readonly total: number;
  };
  /** Approvals given faster than the command can be read. */
  readonly reflexes: number;
  /** Prompts that the plan would leave. */
  readonly left: number;
};
