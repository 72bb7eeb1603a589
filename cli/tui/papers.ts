import type { Examination, List, LiveCall, Plan, Shown, Together } from '../../src/index.ts';

/** The files that a diff may be written to, nearest first. */
export const TARGETS = ['local', 'project', 'user'] as const;

export type Target = (typeof TARGETS)[number];

/** A project with sessions in the store. */
export type ProjectInStore = { readonly project: string; readonly calls: number; readonly sessions: number };

/** Everything about the rule of a card as it stands: its own, a rung, or an edited text. */
export type Dossier = Examination & {
  /** Of the card. */
  readonly id: string;
};

/** A rule that is put into the settings, with what it rests on. */
export type Choice = {
  readonly list: List;
  readonly rule: string;
  readonly evidence: readonly string[];
  readonly because: string;
};

/** The exact change of the exact file. */
export type DiffView = {
  readonly target: Target;
  readonly file: string;
  /** The unified diff; empty where the file has all of it. */
  readonly text: string;
  /** Why nothing can be written there. */
  readonly refusal?: string;
  readonly choices: readonly Choice[];
  /** What the policy is worth before and after. */
  readonly worth: Together;
  /** What to know about rules in this file, beside what the rules say. */
  readonly notes: readonly string[];
  /** The very same change, for writing; absent where there is nothing to write. */
  readonly shown?: Shown;
};

export type Written = {
  readonly file: string;
  readonly rules: readonly string[];
  /** How to take it back, as the person would type it. */
  readonly undo: string;
};

export type Progress = { readonly done: number; readonly total: number };

/** What comes by itself. */
export type News =
  | { readonly kind: 'progress'; readonly progress: Progress | undefined }
  /** A pass over the transcripts stored new calls. */
  | { readonly kind: 'learnt'; readonly calls: number }
  /** `fresh`: they were made since the start. */
  | { readonly kind: 'arrived'; readonly calls: readonly LiveCall[]; readonly fresh: boolean }
  /** Without a plan where nothing of the project is in the store. */
  | { readonly kind: 'planned'; readonly plan: Plan | undefined }
  | { readonly kind: 'projects'; readonly projects: readonly ProjectInStore[] }
  | { readonly kind: 'failed'; readonly doing: string; readonly message: string };
