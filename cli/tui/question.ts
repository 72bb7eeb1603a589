import type { Proposal } from '../../src/index.ts';
import { accept, refuse } from './answering.ts';
import { type Step, step } from './events.ts';
import type { State } from './state.ts';
import { remembering } from './undoing.ts';

/** What follows from the answer to the open question; anything but yes leaves all as it was. */
export function answerQuestion(state: State, yes: boolean): Step {
  const { question } = state;
  const closed: State = { ...state, question: undefined };
  if (question === undefined || !yes) return step(closed);
  switch (question.kind) {
    case 'write':
      return state.project === undefined
        ? step(closed)
        : step(
            { ...closed, waiting: 'writing' },
            { kind: 'write', project: state.project, diff: question.diff },
          );
    case 'risky':
      return step(accept(remembering(closed, `${question.rung.rule} accepted`), question.id));
    case 'never':
      return never(closed, question.proposal);
    case 'undo':
      return state.project === undefined
        ? step(closed)
        : step({ ...closed, waiting: 'taking back' }, { kind: 'undo', project: state.project });
    case 'quit':
      return step({ ...closed, leaving: true }, { kind: 'quit' });
  }
}

function never(state: State, proposal: Proposal): Step {
  const kept = remembering(state, `${proposal.rule} may be suggested again`, proposal);
  return step(refuse(kept, proposal.id, 'never'), { kind: 'never', proposal });
}
