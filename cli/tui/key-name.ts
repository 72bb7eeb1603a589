import type { Key } from 'ink';
import type { Edit } from './events.ts';

const NAMED = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
] as const satisfies readonly (readonly [keyof Key, string])[];

const BY_CHARACTER: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\t': 'tab',
  '\r': 'enter',
};

/** The names, as in the keymap, of the keys in one piece of input; a quick hand sends several at once. */
export function keyNames(input: string, key: Key): readonly string[] {
  if (key.tab) return [key.shift ? 'shift+tab' : 'tab'];
  const named = NAMED.find(([flag]) => key[flag]);
  if (named !== undefined) return [named[1]];
  if (key.ctrl) return [`ctrl+${input}`];
  return [...input].map((character) => BY_CHARACTER[character] ?? character);
}

/** What a piece of input does to the line being typed; a quick hand sends text and enter at once. */
export function editsOf(input: string, key: Key): readonly Edit[] {
  const ended = !key.return && input.endsWith('\r');
  const edit = editOf(ended ? input.slice(0, -1) : input, key);
  return [...(edit === undefined ? [] : [edit]), ...(ended ? [{ kind: 'submit' } as const] : [])];
}

function editOf(input: string, key: Key): Edit | undefined {
  if (key.return) return { kind: 'submit' };
  if (key.escape || (key.ctrl && input === 'c')) return { kind: 'cancel' };
  if (key.backspace || key.delete) return { kind: 'backspace' };
  if (key.leftArrow) return { kind: 'move', to: 'left' };
  if (key.rightArrow) return { kind: 'move', to: 'right' };
  if (key.home || (key.ctrl && input === 'a')) return { kind: 'move', to: 'start' };
  if (key.end || (key.ctrl && input === 'e')) return { kind: 'move', to: 'end' };
  if (key.ctrl && input === 'u') return { kind: 'clear' };
  if (key.ctrl || key.meta || key.tab || key.upArrow || key.downArrow || key.pageUp || key.pageDown)
    return undefined;
  // Pasted text: line ends and controls have no place in one line.
  const text = input.replace(/\p{Cc}+/gu, ' ');
  return text === '' ? undefined : { kind: 'insert', text };
}
