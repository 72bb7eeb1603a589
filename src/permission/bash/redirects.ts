import type { Redirect } from '../../shell/shell.ts';
import type { Word } from '../../shell/word.ts';

export type RedirectTarget = { readonly word: Word; readonly access: 'read' | 'write' };

/** The file a redirect opens, or undefined for descriptors, here-documents and `/dev/null`. */
export function redirectTarget({ operator, target }: Redirect): RedirectTarget | undefined {
  if (target === undefined || operator === '<<<') return undefined;
  if (target.value === '/dev/null') return undefined;
  if ((operator === '>&' || operator === '<&') && /^(\d+|-)$/.test(target.text)) return undefined;
  return { word: target, access: operator === '<' || operator === '<&' ? 'read' : 'write' };
}
