import type { CommandDescription, Meaning, Part, Subcommand } from '../effects/description.ts';

/** How deep the subcommand names of a command line go, by the descriptions of the commands. */
export function namingWords(
  descriptions: readonly CommandDescription[],
): (words: readonly string[]) => number {
  const programs = new Map<string, CommandDescription>();
  for (const description of descriptions) {
    for (const name of description.names.split(' ')) programs.set(name, description);
  }
  return (words) => {
    const program = programs.get(words[0] ?? '');
    if (program === undefined) return 1 + (isPlainWord(words[1]) ? 1 : 0);
    return 1 + depth(program, words, 1);
  };
}

/** Subcommands follow one another; a task name (`npm run test`, `make lint`, `just build`) says as much as a subcommand does. */
function depth(part: Part, words: readonly string[], at: number): number {
  const word = words[at];
  if (word === undefined) return 0;
  const next = part.subcommands?.find((subcommand) => isNamed(subcommand, word));
  if (next !== undefined) return 1 + depth(next, words, at + 1);
  return (namesTask(part) || part.subcommands !== undefined) && isPlainWord(word) ? 1 : 0;
}

const TASKS: readonly (Meaning | undefined)[] = ['npm-script', 'make-target', 'task'];

function namesTask({ operands }: Part): boolean {
  return TASKS.includes(operands?.first?.[0] ?? operands?.rest);
}

function isNamed(subcommand: Subcommand, word: string): boolean {
  return subcommand.names.split(' ').includes(word);
}

function isPlainWord(word: string | undefined): boolean {
  return word !== undefined && /^[a-z][a-z0-9:_-]*$/.test(word);
}
