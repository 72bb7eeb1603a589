import { hostCovers } from '../../permission/fetch.ts';
import type { Rule } from '../../permission/rule.ts';

/** Whether everything that `narrow` covers is plainly covered by `wide` too. False where that is not plain. */
export function plainlyCovers(wide: Rule, narrow: Rule): boolean {
  if (wide.tool !== narrow.tool) return serverCovers(wide, narrow);
  if (wide.content === undefined || wide.content === '*') {
    return narrow.content !== undefined && narrow.content !== '*' && !isPathTool(wide.tool);
  }
  if (narrow.content === undefined || wide.content === narrow.content) return false;
  if (wide.tool === 'Bash') return commandCovers(wide.content.trim(), narrow.content.trim());
  if (wide.tool === 'WebFetch') return hostRuleCovers(wide.content, narrow.content);
  if (wide.tool === 'Read' || wide.tool === 'Edit') return patternCovers(wide, narrow);
  return false;
}

/** Two spellings of one rule: `npm test:*` and `npm test *`. */
export function sameMeaning(one: Rule, other: Rule): boolean {
  return one.list === other.list && one.tool === other.tool && plainContent(one) === plainContent(other);
}

function plainContent({ tool, content }: Rule): string | undefined {
  return tool === 'Bash' ? content?.trim().replace(/:\*$/, ' *') : content;
}

/** A bare name of a file tool and its patterns are different things: `Edit` does not speak of Write. */
function isPathTool(tool: string): boolean {
  return tool === 'Read' || tool === 'Edit';
}

function serverCovers(wide: Rule, narrow: Rule): boolean {
  if (wide.content !== undefined || !wide.tool.startsWith('mcp__')) return false;
  const server = wide.tool.replace(/__\*$/, '');
  return (
    !server.includes('*') &&
    !server.slice('mcp__'.length).includes('__') &&
    narrow.tool.startsWith(`${server}__`)
  );
}

function commandCovers(wide: string, narrow: string): boolean {
  const prefix = /^([^*]+?)(?::\*| \*)$/.exec(wide)?.[1];
  if (prefix === undefined) return false;
  const start = narrow.replace(/:\*$/, ' *');
  // A compound, a redirect or a substitution in the narrow rule asks for more than its first words.
  if (/[;&|<>`\n]|\$\(/.test(start)) return false;
  return (start === prefix || start.startsWith(`${prefix} `)) && start !== `${prefix} *`;
}

function hostRuleCovers(wide: string, narrow: string): boolean {
  const host = narrow.replace(/^domain:/, '');
  return narrow.startsWith('domain:') && !host.includes('*') && hostCovers(wide, host);
}

function patternCovers(wide: Rule, narrow: Rule): boolean {
  const folder = /^([^*?[!]*)\*\*$/.exec(wide.content ?? '')?.[1];
  if (folder === undefined || wide.origin.scope !== narrow.origin.scope) return false;
  return /^(\/|~\/)/.test(folder) && (narrow.content?.startsWith(folder) ?? false);
}
