import { type Key, useInput } from 'ink';
import { editsOf, isOneKey, keyNames, pieceOf } from './key-name.ts';
import { commandOf } from './keys.ts';
import type { Session } from './session.ts';

/** Turns keys into events: into the line being typed, into the answer to a question, or into commands. */
export function useKeys(session: Session): void {
  useInput((input, key) => {
    if (isOneKey(input, key)) take(session, input, key);
    else takeAll(session, input, key);
  });
}

/** Several keys at once, from a quick hand, a paste, or a busy machine: what a key means depends on those before it. */
function takeAll(session: Session, input: string, key: Key): void {
  let rest = input;
  while (rest !== '') {
    const piece = pieceOf(rest, session.state().typing !== undefined);
    take(session, piece, key);
    rest = rest.slice(piece.length);
  }
}

function take(session: Session, input: string, key: Key): void {
  if (session.state().typing !== undefined) {
    for (const edit of editsOf(input, key)) session.dispatch({ kind: 'edit', edit });
    return;
  }
  for (const name of keyNames(input, key)) press(session, name);
}

function press(session: Session, name: string): void {
  if (session.state().question !== undefined) {
    session.dispatch({ kind: 'answer', yes: name === 'y' });
    return;
  }
  const command = commandOf(name);
  if (command !== undefined) session.dispatch({ kind: 'command', command });
}
