import type { AttentionReport, Examination, Plan, Proposal, Trial, Verdict } from '../../src/index.ts';

/** The files that a diff may be written to, nearest first. */
export const TARGETS = ['local', 'project', 'user'] as const;

export type Target = (typeof TARGETS)[number];

/** A project with sessions in the store. */
export type ProjectInStore = { readonly project: string; readonly calls: number; readonly sessions: number };

/** One call as the Now screen shows it. */
export type LiveCall = {
  readonly id: string;
  readonly at?: number;
  readonly session: string;
  readonly project: string;
  readonly tool: string;
  /** The command, path, url or tool. */
  readonly what: string;
  /** How it ended, in a word. */
  readonly outcome: string;
  /** What the client would do under the settings in force. */
  readonly verdict: Verdict;
  readonly because: string;
  /** The human was asked, as the client recorded it or as the model infers it. */
  readonly asked: boolean;
  readonly refused: boolean;
};

/** Everything about the rule of a card as it stands: its own, a rung, or an edited text. */
export type Dossier = Examination & {
  /** Of the card. */
  readonly id: string;
};

/** What is put into the settings: a proposal with the rule text that the person settled on. */
export type Choice = { readonly proposal: Proposal; readonly rule: string };

/** The exact change of the exact file. */
export type DiffView = {
  readonly target: Target;
  readonly file: string;
  /** The unified diff; empty where the file has all of it. */
  readonly text: string;
  /** Why nothing can be written there. */
  readonly refusal?: string;
  readonly choices: readonly Choice[];
  /** Worst case and prompts of the policy, in a line each. */
  readonly before: string;
  readonly after: string;
  /** What the rules make possible together. */
  readonly together: readonly string[];
  /** Hands the very same change back for writing. */
  readonly token: string;
};

export type Written = {
  readonly file: string;
  readonly rules: readonly string[];
  /** How to take it back, as the person would type it. */
  readonly undo: string;
};

export type Progress = { readonly done: number; readonly total: number; readonly calls: number };

/** What comes by itself. */
export type News =
  | { readonly kind: 'progress'; readonly progress: Progress | undefined }
  | { readonly kind: 'arrived'; readonly calls: readonly LiveCall[] }
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'projects'; readonly projects: readonly ProjectInStore[] }
  | { readonly kind: 'failed'; readonly doing: string; readonly message: string };

/** The rest of the program as the terminal UI sees it. Everything takes time, and nothing of it happens while painting. */
export type Desk = {
  /** Begins to watch; news arrive until `close`. */
  open(project: string | undefined, hear: (news: News) => void): void;
  plan(project: string): Promise<Plan>;
  dossier(proposal: Proposal, rule: string): Promise<Dossier>;
  tryRule(proposal: Proposal, rule: string): Promise<Trial>;
  diff(project: string, choices: readonly Choice[], target: Target): Promise<DiffView>;
  /** Writes what was shown, or answers with the diff as it is now where the file changed. */
  write(diff: DiffView): Promise<{ readonly written: Written } | { readonly stale: DiffView }>;
  /** Takes the last acceptance back and says what was taken back; undefined where there is none. */
  undo(project: string): Promise<string | undefined>;
  /** Remembers for good that a rule is not wanted. */
  never(proposal: Proposal): Promise<void>;
  attention(project: string): Promise<AttentionReport>;
  close(): Promise<void>;
};
