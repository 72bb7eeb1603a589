import type { Desk } from '../../../cli/tui/desk.ts';
import type { Event, Wish } from '../../../cli/tui/events.ts';
import type { News } from '../../../cli/tui/papers.ts';
import { diffView, dossier, PLAN, proposal, rung } from './plans.ts';

/** What a cluster that stays becomes where it is taken in by hand. */
const PROMOTED = { id: 'by hand', tier: 'outward', refusals: 1 } as const;

export type FakeDesk = {
  readonly desk: Desk;
  /** What was wished, in order. */
  readonly wishes: readonly Wish[];
  /** Makes something arrive. */
  readonly tell: (news: News) => void;
};

/** Answers that a test wants different, by the kind of the wish. */
export type Answers = Partial<Record<Wish['kind'], Event>>;

/** A desk that answers at once from hand-made plans, and keeps what it was asked. */
export function fakeDesk(answers: Answers = {}): FakeDesk {
  const wishes: Wish[] = [];
  let hear: (news: News) => void = () => undefined;
  return {
    wishes,
    tell: (news) => hear(news),
    desk: {
      open: (listener) => {
        hear = listener;
      },
      grant: (wish) => {
        wishes.push(wish);
        return Promise.resolve(answers[wish.kind] ?? answerTo(wish));
      },
      close: () => Promise.resolve(),
    },
  };
}

function answerTo(wish: Exclude<Wish, { readonly kind: 'quit' }>): Event {
  switch (wish.kind) {
    case 'plan':
      return { kind: 'planned', plan: PLAN };
    case 'dossier':
      return { kind: 'dossier', dossier: dossier(wish.proposal, wish.rule) };
    case 'try':
      return { kind: 'tried', trial: rung(wish.rule) };
    case 'diff':
      return { kind: 'diffed', diff: diffView({ choices: wish.choices, target: wish.target }) };
    case 'write': {
      const rules = wish.diff.choices.map(({ rule }) => rule);
      const undo = `precedent undo --project ${wish.project}`;
      return { kind: 'written', written: { file: wish.diff.file, rules, undo } };
    }
    case 'undo':
      return { kind: 'undone', what: '1 rule in settings.local.json' };
    case 'never':
      return { kind: 'remembered', rule: wish.proposal.rule };
    case 'again':
      return { kind: 'wanted-again', rule: wish.proposal.rule };
    case 'promote':
      return { kind: 'promoted', stay: wish.stay, proposal: proposal('Bash(git push *)', PROMOTED) };
    case 'foresee':
      return { kind: 'foreseen', foresight: { ids: new Set(['toolu_1']), rules: wish.rules } };
    case 'attention':
      return {
        kind: 'attention',
        report: {
          project: wish.project,
          sessions: 7,
          days: [
            { day: '2026-10-02', prompts: 12, refused: 1 },
            { day: '2026-10-03', prompts: 40, refused: 0 },
          ],
          prompts: 52,
          refused: 1,
          answer: { measured: 40, median: 3000, ninth: 21_000, total: 300_000 },
          reflexes: 9,
          left: 21,
        },
      };
  }
}
