import type { Redirect, Shell } from '../../shell/shell.ts';

/** Without one of these no line has a pipe, a file that is written or a second line. */
const MAY_REACH = /[|>\n]/;

/**
 * The text that a wildcard of a deny or ask rule may reach through from one command into the next: the line without its
 * redirections, where it has a pipe, a file that is written or a second line. None where a here-document holds lines that
 * are no commands, or where the client puts the home directory in (recorded from client 2.1.330).
 */
export function wholeText({ text, commands, constructs }: Shell): string | undefined {
  if (!MAY_REACH.test(text)) return undefined;
  const all = [...commands, ...constructs].flatMap(({ redirects }) => redirects);
  if (text.includes('$HOME') || all.some(({ document }) => document !== undefined)) return undefined;
  const piped = commands.some(({ after }) => after === '|' || after === '|&');
  const lines = text.trim().replaceAll('\\\n', ' ').includes('\n');
  if (!piped && !lines && !all.some(isOutput)) return undefined;
  let whole = '';
  let at = 0;
  for (const { start, end } of all.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    whole += text.slice(at, start);
    at = end;
  }
  return (whole + text.slice(at)).trim();
}

/** Into a file: neither into another descriptor nor into nothing. */
function isOutput({ operator, target }: Redirect): boolean {
  return operator.includes('>') && !operator.endsWith('>&') && target?.value !== '/dev/null';
}
