import type { Shown } from './accepted/shown.ts';
import { lintSources } from './lint.ts';
import { placementNotes } from './placement-notes.ts';
import { settingsInForce } from './scopes/in-force.ts';
import { settingsPlaces, type WritableScope } from './scopes/locate.ts';
import type { Place } from './scopes/place.ts';
import type { Code, Finding } from './settings/lint/finding.ts';
import type { LintSource } from './settings/lint/lint-settings.ts';

/**
 * What says of a rule that it will not do what its writer may expect. A rule for one command may well be wanted, and how a
 * deny rule can be walked past is told by `lint` and `check`.
 */
const OF_INTEREST: ReadonlySet<Code> = new Set<Code>([
  'dropped-rule',
  'never-matches',
  'outweighed',
  'shadowed',
  'duplicate',
  'built-in',
  'wide-wildcard',
  'secret',
]);

/** What a person should know before a change is written: where it goes, and which of its rules will not do what they say. */
export function changeNotes(shown: Shown, place: Place, scope: WritableScope): readonly string[] {
  const added = shown.changes.flatMap(({ change }) => (change.kind === 'add-rule' ? [change] : []));
  const isAdded = ({ file, rule }: Finding) =>
    file === shown.target.file && added.some((one) => one.rule === rule?.text && one.list === rule.list);
  const messages = lintSources(textsAfter(shown, place), place)
    .filter((finding) => OF_INTEREST.has(finding.code) && isAdded(finding))
    .map(({ message }) => `${message}.`);
  return [...placementNotes(place, scope), ...new Set(messages)];
}

/** The settings that would be in force once the change is written. */
function textsAfter({ target, after }: Shown, place: Place): readonly LintSource[] {
  const { texts } = settingsInForce(place);
  return settingsPlaces(place).flatMap(({ scope, file, root }): readonly LintSource[] => {
    if (file === target.file) return [{ scope, file, root, text: after }];
    return texts.filter((text) => text.file === file);
  });
}
