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

/** Whether a piece of input is a single key: one character, or one that has a name. */
export function isOneKey(input: string, key: Key): boolean {
  return key.ctrl || key.meta || key.tab || NAMED.some(([flag]) => key[flag]) || [...input].length < 2;
}

/** The first key of several; where a line is typed, all text up to the next control. */
export function pieceOf(input: string, typing: boolean): string {
  const first = typing ? /^(?:\p{Cc}|\P{Cc}+)/u.exec(input) : /^./su.exec(input);
  return first?.[0] ?? input;
}

/** The names, as in the keymap, of the keys in one piece of input; a quick hand sends several at once. */
export function keyNames(input: string, key: Key): readonly string[] {
  if (key.tab) return [key.shift ? 'shift+tab' : 'tab'];
  const named = NAMED.find(([flag]) => key[flag]);
  if (named !== undefined) return [named[1]];
  if (key.ctrl) return [`ctrl+${input}`];
  return [...input].map((character) => BY_CHARACTER[character] ?? character);
}

/** What a piece of input does to the line being typed; a quick hand or a paste sends several keys at once. */
export function editsOf(input: string, key: Key): readonly Edit[] {
  const single = editOf(input, key);
  if (single !== undefined) return [single];
  if (key.ctrl || key.meta || key.tab || key.upArrow || key.downArrow || key.pageUp || key.pageDown)
    return [];
  return [...input.matchAll(/\p{Cc}|\P{Cc}+/gu)].flatMap(([piece]): readonly Edit[] => {
    const control = BY_CONTROL[piece];
    if (control !== undefined) return [control];
    // Other controls have no place in a line.
    return /^\p{Cc}$/u.test(piece) ? [] : [{ kind: 'insert', text: piece }];
  });
}

const BY_CONTROL: Readonly<Record<string, Edit>> = {
  '\r': { kind: 'submit' },
  '\u0001': { kind: 'move', to: 'start' },
  '\u0005': { kind: 'move', to: 'end' },
  '\u0015': { kind: 'clear' },
  '\u007f': { kind: 'backspace' },
};

function editOf(input: string, key: Key): Edit | undefined {
  if (key.return) return { kind: 'submit' };
  if (key.escape || (key.ctrl && input === 'c')) return { kind: 'cancel' };
  if (key.backspace || key.delete) return { kind: 'backspace' };
  if (key.leftArrow) return { kind: 'move', to: 'left' };
  if (key.rightArrow) return { kind: 'move', to: 'right' };
  if (key.home || (key.ctrl && input === 'a')) return { kind: 'move', to: 'start' };
  if (key.end || (key.ctrl && input === 'e')) return { kind: 'move', to: 'end' };
  return key.ctrl && input === 'u' ? { kind: 'clear' } : undefined;
}
