import { namingWords } from './clusters/naming-words.ts';
import { surroundingsOf } from './clusters/place.ts';
import { COMMANDS } from './effects/commands/all.ts';
import type { Store } from './evidence/store.ts';
import { compilePolicy } from './permission/compile.ts';
import { projectRecords } from './project-record.ts';
import { type Evaluation, evaluate as evaluateProject, type Learner, OURS } from './proposals/evaluate.ts';
import { judgeIn } from './proposals/judge.ts';
import { LIMITS, type Limits } from './proposals/limits.ts';

export type EvaluateRequest = {
  readonly store: Store;
  readonly project?: string;
  readonly home: string;
  readonly limits?: Partial<Limits>;
  /** The share of sessions to learn from; absent: 0.7. */
  readonly share?: number;
  /** Projects with fewer Bash calls say nothing; absent: 150. */
  readonly leastBashCalls?: number;
  /** Other ways of learning to compare with. */
  readonly learners?: readonly Learner[];
};

/** What `evaluate --json` prints. */
export type EvaluateReport = {
  readonly schemaVersion: 1;
  readonly share: number;
  readonly projects: readonly Evaluation[];
};

const SHARE = 0.7;
const LEAST_BASH_CALLS = 150;

/**
 * Learns on the earlier sessions of each project and replays the later ones in default mode with empty settings.
 * A project is one person's checkout: its path names both.
 */
export function evaluate(request: EvaluateRequest): EvaluateReport {
  const { store, home, limits, share = SHARE, leastBashCalls = LEAST_BASH_CALLS, learners = [] } = request;
  const naming = namingWords(COMMANDS);
  const evaluations = projectRecords(store, request.project)
    .filter(({ calls }) => calls >= leastBashCalls)
    .flatMap(({ project, seen: recorded }) => {
      const seen = [...recorded()];
      if (seen.filter(({ tool }) => tool === 'Bash').length < leastBashCalls) return [];
      const policy = compilePolicy([], surroundingsOf(project, home));
      const judge = judgeIn(policy);
      const all = { project, seen, policy, judge, naming, limits: { ...LIMITS, ...limits }, share };
      return [evaluateProject({ ...all, learners: [OURS, ...learners] })];
    });
  return { schemaVersion: 1, share, projects: evaluations };
}
