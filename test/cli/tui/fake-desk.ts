import type { Desk, News } from '../../../cli/tui/desk.ts';
import { diffView, dossier, PLAN, rung } from './plans.ts';

export type FakeDesk = {
  readonly desk: Desk;
  /** What was asked of the desk, in order. */
  readonly asked: readonly string[];
  /** Makes something arrive. */
  readonly tell: (news: News) => void;
};

/** A desk that answers at once from hand-made plans, and keeps what it was asked. */
export function fakeDesk(different: Partial<Desk> = {}): FakeDesk {
  const asked: string[] = [];
  let hear: (news: News) => void = () => undefined;
  const noting = <Answer>(what: string, answer: Answer): Promise<Answer> => {
    asked.push(what);
    return Promise.resolve(answer);
  };
  const desk: Desk = {
    open: (_project, listener) => {
      hear = listener;
    },
    plan: (project) => noting(`plan ${project}`, PLAN),
    dossier: (card, rule) => noting(`dossier ${rule}`, dossier(card, rule)),
    tryRule: (_card, rule) => noting(`try ${rule}`, rung(rule)),
    diff: (_project, choices, target) => noting(`diff ${target}`, diffView({ choices, target })),
    write: (diff) =>
      noting(`write ${diff.choices.map(({ rule }) => rule).join(', ')}`, {
        written: {
          file: diff.file,
          rules: diff.choices.map(({ rule }) => rule),
          undo: 'precedent undo --project /home/dev/shop',
        },
      }),
    undo: () => noting('undo', '1 rule in settings.local.json'),
    never: () => noting('never', undefined),
    attention: (project) =>
      noting('attention', {
        project,
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
      }),
    close: () => noting('close', undefined),
    ...different,
  };
  return { desk, asked, tell: (news) => hear(news) };
}
