import type { Tier } from '../effects/effects.ts';

/** A kind of operand that leads into harm's way, and the patterns that find it in every place of a command. */
type Kind = {
  readonly is: (operand: string) => boolean;
  /** The harm that is all in the spelling: what an operand makes a program run is fenced off by no pattern. */
  readonly harm: Tier;
  readonly patterns: readonly string[];
};

/** A path that starts elsewhere, however it gets there. */
const ELSEWHERE = ['* /*', '* ~*', ' *$HOME*', ' *..*'];

const KINDS: readonly Kind[] = [
  { is: (operand) => /^(?:[/~]|\.\.\/)/.test(operand), harm: 'outside', patterns: ELSEWHERE },
  { is: (operand) => /(^|[/:])\.env/.test(operand), harm: 'outside', patterns: [' *.env*'] },
  { is: (operand) => /^http/.test(operand), harm: 'outward', patterns: [' *http*'] },
  { is: (operand) => /^\w+=/.test(operand), harm: 'anything', patterns: [' *=*'] },
];

/** A harmful call that differs from a harmless one in its last operand: what stands behind the fixed words, and the harm. */
export type Ending = { readonly tail: string; readonly harm: Tier };

/**
 * Patterns, to stand behind the fixed words of a rule, that find these operands; undefined where one of them cannot be
 * told by its spelling.
 */
export function operandPatterns(endings: readonly Ending[]): readonly string[] | undefined {
  const fits = (kind: Kind, { tail, harm }: Ending): boolean =>
    kind.is(tail.trim().split(' ').at(-1) ?? '') && kind.harm === harm;
  const strange = endings.some(
    (ending) => ending.harm !== 'outside' && !KINDS.some((kind) => fits(kind, ending)),
  );
  if (strange) return undefined;
  return KINDS.filter((kind) => endings.some((ending) => fits(kind, ending))).flatMap(
    ({ patterns }) => patterns,
  );
}

/** The same patterns where `...` is in use, which is no way up: go's `./...`. */
export function sparingDots(patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) =>
    pattern === ' *..*' ? [' *../*', '* ..', ' */..', '* .. *', ' */.. *'] : [pattern],
  );
}

/** The same call with its last operand written in other ways that the shell takes for the same. */
export function operandVariants(command: string, home: string): readonly string[] {
  const at = command.lastIndexOf(' ');
  const [before, operand] = [command.slice(0, at), command.slice(at + 1)];
  const forms = [
    operand,
    `"${operand}"`,
    `'${operand}'`,
    `${operand.slice(0, 2)}""${operand.slice(2)}`,
    `x ${operand}`,
    `x "${operand}"`,
    `./../../..${operand}`,
    '..',
    'x/..',
    '.. x',
    'x/.. x',
  ];
  if (operand.startsWith(`${home}/`)) {
    const rest = operand.slice(home.length);
    forms.push(`~${rest}`, `$HOME${rest}`, `"$HOME"${rest}`, `x ~${rest}`);
  }
  return forms.map((form) => `${before} ${form}`);
}
