import type { SimpleCommand } from '../../shell/shell.ts';
import type { Word } from '../../shell/word.ts';
import { unwrap, WRAPPERS, type Wrapper } from '../../shell/wrappers.ts';

/** The programs that deny and ask rules look through, whatever their flags (recorded from client 2.1.330). */
const LOOKED_THROUGH: ReadonlyMap<string, Wrapper> = new Map(
  WRAPPERS.filter(
    ({ name }) => !['chroot', 'unbuffer', 'caffeinate', 'chrt', 'taskset', 'xargs'].includes(name),
  ).map((wrapper) => [wrapper.name, wrapper]),
);

/**
 * The texts under which a deny or ask rule may know a command: with and without assignments, behind every wrapper,
 * by the last part of the program's path, quotes undone, words that may expand to nothing left out.
 */
export function denySpellings(command: SimpleCommand): ReadonlySet<string> {
  const texts = new Set<string>();
  const { words, assignments } = command;
  for (let at = 0; at < assignments.length; at++) {
    const prefix = assignments.slice(at).map(({ text }) => text);
    texts.add([...prefix, joined(words, sourceText)].join(' ').trim());
  }
  let rest = words;
  for (let guard = 0; guard < 16 && rest.length > 0; guard++) {
    addSpellings(texts, rest);
    const next = behindWrapper(rest);
    if (next === undefined) break;
    rest = next;
  }
  return texts;
}

function addSpellings(texts: Set<string>, words: readonly Word[]): void {
  texts.add(joined(words, sourceText));
  const plain = words.every(({ pieces }) => pieces.length === 0);
  const path = words[0]?.value ?? '';
  if (!plain) {
    texts.add(joined(words, valueText));
    const present = words.filter((word) => word.value !== undefined || !canVanish(word));
    if (present.length < words.length) texts.add(joined(present, valueText));
  }
  const slash = path.lastIndexOf('/');
  if (slash >= 0) texts.add([path.slice(slash + 1), ...words.slice(1).map(sourceText)].join(' '));
}

function behindWrapper(words: readonly Word[]): readonly Word[] | undefined {
  const name = words[0]?.value;
  if (name === undefined) return undefined;
  if (/^[A-Za-z_]\w*=/.test(name) && words.length > 1) return words.slice(1);
  if (name === 'xargs') {
    const next = words[1]?.text;
    return next === undefined || next.startsWith('-') ? undefined : words.slice(1);
  }
  const { layers, words: rest } = unwrap(words, LOOKED_THROUGH);
  if (layers.length === 0) return undefined;
  const own = layers[0]?.words.length ?? 0;
  const next = words.slice(own);
  return next.length > 0 && rest.length > 0 ? next : undefined;
}

function canVanish(word: Word): boolean {
  return word.pieces.every((piece) => 'quoted' in piece && !piece.quoted && piece.kind !== 'literal');
}

function joined(words: readonly Word[], text: (word: Word) => string): string {
  return words.map(text).join(' ');
}

function sourceText({ text }: Word): string {
  return text;
}

function valueText({ value, text }: Word): string {
  return value ?? text;
}
