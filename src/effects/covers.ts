import type { Rule } from '../permission/rule.ts';

/**
 * True where every call that `inner` matches is matched by `outer` too, as far as the texts prove it; false means "not
 * proved". Only shapes whose meaning is plain are decided: the same text, whole tools, prefixes, folders, servers.
 */
export function covers(outer: Rule, inner: Rule): boolean {
  if (outer.text === inner.text) return true;
  if (isMcp(outer) || isMcp(inner))
    return outer.content === undefined && coversServer(outer.tool, inner.tool);
  if (outer.tool !== inner.tool) return false;
  switch (outer.tool) {
    case 'Bash':
      return coversCommand(outer.content, inner.content);
    case 'Read':
    case 'Edit':
      return coversFolder(outer.content, inner.content);
    case 'WebFetch':
      return outer.content === 'domain:*' && inner.content?.startsWith('domain:') === true;
    default:
      return false;
  }
}

function isMcp(rule: Rule): boolean {
  return rule.tool.startsWith('mcp__');
}

function coversServer(outer: string, inner: string): boolean {
  const server = outer.replace(/__\*$/, '');
  return (
    server.split('__').length === 2 &&
    !server.includes('*') &&
    (inner === server || inner.startsWith(`${server}__`))
  );
}

/** `npm *` covers `npm test`, `npm run *` and `npm:*`; a text with operators of the shell is left undecided. */
function coversCommand(outer: string | undefined, inner: string | undefined): boolean {
  if (outer === undefined) return true;
  const prefix = prefixOf(outer);
  if (prefix === undefined || inner === undefined || /[;&|<>$`(){}\n\\"']/.test(inner)) return false;
  const text = inner.endsWith(':*') ? `${inner.slice(0, -2)} *` : inner;
  return text === prefix || text.startsWith(`${prefix} `);
}

/** The words before ` *` or `:*` of a rule that has no other wildcard. */
function prefixOf(content: string): string | undefined {
  const end = /(?: |:)\*$/.exec(content);
  if (end === null) return undefined;
  const prefix = content.slice(0, end.index);
  return prefix === '' || prefix.includes('*') ? undefined : prefix;
}

/** `/src/**` covers `/src/a/**` and `/src/a.ts`; both must start from the same anchor, which equal beginnings do. */
function coversFolder(outer: string | undefined, inner: string | undefined): boolean {
  if (outer === undefined || inner === undefined || !outer.endsWith('/**')) return false;
  const folder = outer.slice(0, -2);
  return (
    folder.includes('/') && !/[*?[!\\]/.test(folder) && inner.startsWith(folder) && !inner.includes('..')
  );
}
