import type { AttentionReport, Proposal, StaysWithYou, Trial } from '../../src/index.ts';
import type { Command } from './keys.ts';
import type { Choice, DiffView, Dossier, News, Target, Written } from './papers.ts';
import type { Foresight, Size, State } from './state.ts';

/** One change to the line being typed. */
export type Edit =
  | { readonly kind: 'insert'; readonly text: string }
  | { readonly kind: 'backspace' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'move'; readonly to: 'left' | 'right' | 'start' | 'end' }
  | { readonly kind: 'submit' }
  | { readonly kind: 'cancel' };

/** Everything that can happen. */
export type Event =
  | News
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'edit'; readonly edit: Edit }
  /** The answer to the open question. */
  | { readonly kind: 'answer'; readonly yes: boolean }
  | { readonly kind: 'resized'; readonly size: Size }
  | { readonly kind: 'dossier'; readonly dossier: Dossier }
  | { readonly kind: 'tried'; readonly trial: Trial }
  | { readonly kind: 'diffed'; readonly diff: DiffView }
  | { readonly kind: 'stale'; readonly diff: DiffView }
  | { readonly kind: 'written'; readonly written: Written }
  | { readonly kind: 'undone'; readonly what: string | undefined }
  | { readonly kind: 'remembered'; readonly rule: string }
  | { readonly kind: 'attention'; readonly report: AttentionReport }
  /** A rule for what stays with the person; without one where no static rule would let it pass. */
  | { readonly kind: 'promoted'; readonly stay: StaysWithYou; readonly proposal: Proposal | undefined }
  /** A rule that was never to be suggested may be suggested again. */
  | { readonly kind: 'wanted-again'; readonly rule: string }
  | { readonly kind: 'foreseen'; readonly foresight: Foresight };

/** What the reducer wants done in the world; the session does it and reports back with an event. */
export type Wish =
  | {
      readonly kind: 'plan';
      readonly project: string;
      /** It is enough to do it when no more calls arrive for a moment. */
      readonly soon: boolean;
    }
  | { readonly kind: 'dossier'; readonly proposal: Proposal; readonly rule: string }
  | { readonly kind: 'try'; readonly proposal: Proposal; readonly rule: string }
  | {
      readonly kind: 'diff';
      readonly project: string;
      readonly choices: readonly Choice[];
      readonly target: Target;
    }
  | { readonly kind: 'write'; readonly project: string; readonly diff: DiffView }
  | { readonly kind: 'undo'; readonly project: string }
  | { readonly kind: 'never'; readonly proposal: Proposal }
  | { readonly kind: 'again'; readonly proposal: Proposal }
  | { readonly kind: 'promote'; readonly project: string; readonly stay: StaysWithYou }
  | {
      readonly kind: 'foresee';
      readonly project: string;
      readonly choices: readonly Choice[];
      readonly rules: Foresight['rules'];
    }
  | { readonly kind: 'attention'; readonly project: string }
  | { readonly kind: 'quit' };

/** A state with what it wants done. */
export type Step = { readonly state: State; readonly wishes: readonly Wish[] };

export function step(state: State, ...wishes: readonly Wish[]): Step {
  return { state, wishes };
}
