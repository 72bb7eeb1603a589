import { useInput } from 'ink';
import { editsOf, keyNames } from './key-name.ts';
import { commandOf } from './keys.ts';
import type { Session } from './session.ts';

/** Turns keys into events: into the line being typed, into the answer to a question, or into commands. */
export function useKeys(session: Session): void {
  useInput((input, key) => {
    const { typing } = session.state();
    if (typing !== undefined) {
      for (const edit of editsOf(input, key)) session.dispatch({ kind: 'edit', edit });
      return;
    }
    for (const name of keyNames(input, key)) press(session, name);
  });
}

function press(session: Session, name: string): void {
  if (session.state().question !== undefined) {
    session.dispatch({ kind: 'answer', yes: name === 'y' });
    return;
  }
  const command = commandOf(name);
  if (command !== undefined) session.dispatch({ kind: 'command', command });
}
