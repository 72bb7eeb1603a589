import { hostCovers } from '../permission/fetch.ts';
import type { Rule } from '../permission/rule.ts';

/**
 * True where every call that `inner` matches is matched by `outer` too, as far as the texts prove it; false means "not
 * proved". Only shapes whose meaning is plain are decided: the same text, whole tools, wildcards of commands, folders, hosts, servers.
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
      return coversHost(outer.content, inner.content);
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
  if (inner === undefined || /[;&|<>$`(){}\n\\"']|\s\s/.test(inner)) return false;
  // Before `:*` a star stands for itself (recorded from client 2.1.330).
  if ([outer, inner].some((content) => /\*.*:\*$/s.test(content))) return false;
  const wide = textsOf(outer);
  return textsOf(inner).every((text) => wide.some((shape) => includes(shape, text)));
}

/** A text with wildcards, character by character. */
type Shape = readonly (string | typeof ANY_TEXT)[];

const ANY_TEXT = Symbol('any text');

/** The texts that the content of a rule matches, one or two shapes: `foo *` is `foo` too where no other star stands in it. */
function textsOf(content: string): readonly Shape[] {
  const prefix = prefixOf(content.trim());
  return prefix === undefined
    ? [shapeOf(content.trim())]
    : [shapeOf(prefix), [...shapeOf(prefix), ' ', ANY_TEXT]];
}

function shapeOf(content: string): Shape {
  return [...content.replace(/\s+/g, ' ')].map((character) => (character === '*' ? ANY_TEXT : character));
}

/** Every text of `inner` is one of `outer`: what is open in `inner` must lie in what is open in `outer`. */
function includes(outer: Shape, inner: Shape): boolean {
  let reached = new Set([0]);
  for (const each of [...inner, undefined]) {
    for (const at of reached) if (outer[at] === ANY_TEXT) reached.add(at + 1);
    if (each === undefined) return reached.has(outer.length);
    const next = new Set<number>();
    for (const at of reached) {
      if (outer[at] === ANY_TEXT) next.add(at);
      else if (outer[at] === each) next.add(at + 1);
    }
    reached = next;
  }
  return false;
}

/** The words before ` *` or `:*` of a rule that has no other wildcard. */
function prefixOf(content: string): string | undefined {
  const end = /(?: |:)\*$/.exec(content);
  if (end === null) return undefined;
  const prefix = content.slice(0, end.index);
  return prefix === '' || prefix.includes('*') ? undefined : prefix;
}

/** `domain:*.h` covers every host below h, and what is narrower; other stars are only compared as texts. */
function coversHost(outer: string | undefined, inner: string | undefined): boolean {
  if (outer === undefined || inner === undefined || !inner.startsWith('domain:')) return outer === undefined;
  const host = inner.slice('domain:'.length);
  if (outer === 'domain:*' || !host.includes('*')) return hostCovers(outer, host);
  if (!/^\*\.[^*]+$/.test(host) || !/^domain:\*\.[^*]+$/.test(outer)) return false;
  return host.slice(1).toLowerCase().endsWith(outer.slice('domain:*'.length).toLowerCase());
}

/** `/src/**` covers `/src/a/**` and `/src/a.ts`; both must start from the same anchor, which equal beginnings do. */
function coversFolder(outer: string | undefined, inner: string | undefined): boolean {
  if (outer === undefined || inner === undefined || !outer.endsWith('/**')) return false;
  const folder = outer.slice(0, -2);
  return (
    folder.includes('/') && !/[*?[!\\]/.test(folder) && inner.startsWith(folder) && !inner.includes('..')
  );
}
