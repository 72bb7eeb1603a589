import type { Rule } from '../rule.ts';

/** Programs that run whatever they are given: a rule with an open end for one of them allows anything. */
const RUNNERS: readonly string[] = [
  'python python2 python3 node deno tsx ruby perl php lua bash sh zsh fish dash ksh pwsh powershell npx bunx ssh sudo su',
  'doas env xargs nohup nice time timeout watch stdbuf taskset setsid ionice flock strace eval exec source',
].flatMap((line) => line.split(' '));

/** Commands that run scripts by name: set aside only when they are named whole, `npm *` is not (recorded from client 2.1.330). */
const SCRIPT_RUNNERS: readonly string[] = ['npm run', 'yarn run', 'pnpm run', 'bun run'];

/**
 * Whether a mode with a classifier sets an allow rule aside, because it would let any code pass: an interpreter, a shell
 * or a package runner with an open end (documentation: permission modes; programs recorded from client 2.1.330).
 */
export function isSuspended({ content }: Rule): boolean {
  const written = content?.trim() ?? '';
  const fixed = written.endsWith(':*') ? `${written.slice(0, -2)} ` : written.slice(0, star(written));
  if (fixed === written) return false;
  if (RUNNERS.some((runner) => runner.startsWith(fixed))) return true;
  const [program = '', next = ''] = fixed.split(' ');
  if (SCRIPT_RUNNERS.includes(fixed.trim())) return true;
  const runs = RUNNERS.includes(program) || /^python\d(\.\d+)?$/.test(program);
  return runs && (next === '' || next.startsWith('-'));
}

function star(content: string): number {
  const at = content.search(/(?<!\\)\*/);
  return at < 0 ? content.length : at;
}
