import type { Arg } from './arg.ts';
import type { CommandDescription } from './description.ts';
import type { Invocation } from './invocation.ts';
import { describedAs } from './lookup.ts';

/** What is known of a script by its name: `manage.py`, `./bin/artisan`. */
export function describedScript(path: string): CommandDescription | undefined {
  const description = describedAs(path.replace(/^.*\//, ''));
  return description?.script === true ? description : undefined;
}

/** The described script that a call hands to its program, with the words after it: `python manage.py flush`. */
export function scriptOf({
  operands,
}: Invocation): { readonly description: CommandDescription; readonly args: readonly Arg[] } | undefined {
  const at = operands.findIndex(({ meanings }) => meanings.includes('program'));
  const script = operands[at]?.arg;
  const description = script?.kind === 'exact' ? describedScript(script.text) : undefined;
  if (description === undefined) return undefined;
  return { description, args: operands.slice(at + 1).map(({ arg }) => arg) };
}
