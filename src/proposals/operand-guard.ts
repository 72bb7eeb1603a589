/** A kind of operand that leads out of harm's way, and the patterns that find it in every place of a command. */
type Kind = { readonly is: (operand: string) => boolean; readonly patterns: readonly string[] };

/** A path that starts elsewhere, however it gets there. */
const ELSEWHERE = ['* /*', '* ~*', ' *$HOME*', ' *..*'];

const KINDS: readonly Kind[] = [
  { is: (operand) => /^[/~]/.test(operand), patterns: ELSEWHERE },
  { is: (operand) => /(^|[/:])\.env/.test(operand), patterns: [' *.env*'] },
];

/** Patterns, to stand behind the fixed words of a rule, for the operands at the ends of these commands. */
export function operandPatterns(tails: readonly string[]): readonly string[] {
  const operands = tails.map((tail) => tail.trim().split(' ').at(-1) ?? '');
  return KINDS.filter(({ is }) => operands.some(is)).flatMap(({ patterns }) => patterns);
}

/** The same call with its last operand written in other ways that the shell takes for the same. */
export function operandVariants(command: string, home: string): readonly string[] {
  const at = command.lastIndexOf(' ');
  const [before, operand] = [command.slice(0, at), command.slice(at + 1)];
  const forms = [
    operand,
    `"${operand}"`,
    `'${operand}'`,
    `x ${operand}`,
    `x "${operand}"`,
    `./../../..${operand}`,
  ];
  if (operand.startsWith(`${home}/`)) {
    const rest = operand.slice(home.length);
    forms.push(`~${rest}`, `$HOME${rest}`, `"$HOME"${rest}`, `x ~${rest}`);
  }
  return forms.map((form) => `${before} ${form}`);
}
