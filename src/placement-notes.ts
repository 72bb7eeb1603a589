import { isCommittable } from './scopes/ignored.ts';
import { settingsInForce } from './scopes/in-force.ts';
import { settingsFile, type WritableScope } from './scopes/locate.ts';
import type { Place } from './scopes/place.ts';
import { settingAt } from './settings/setting-at.ts';

/** What a person should know about rules in a file of this scope, beside what the rules say. */
export function placementNotes(place: Place, scope: WritableScope): readonly string[] {
  const { texts, trusted } = settingsInForce(place);
  const locked = texts.some(
    (text) => text.scope === 'managed' && settingAt(text.text, ['allowManagedPermissionRulesOnly']) === true,
  );
  const supplied = texts.some((text) => text.scope === 'local' && text.suppliedByRepository);
  return [
    ...(locked ? ["Your organisation's settings let only its own rules count: these have no effect."] : []),
    ...(scope === 'user' ? ['Rules in your user settings hold in every project.'] : []),
    ...(scope === 'project' && !trusted
      ? [
          'Allow rules of a project file count only where the folder is trusted (the client asks at its start).',
        ]
      : []),
    ...(scope === 'local' && supplied && !trusted
      ? ['This local file comes with the repository: its allow rules count only where the folder is trusted.']
      : []),
    ...(scope === 'local' && !supplied && isCommittable(settingsFile(place, scope))
      ? ['Git does not ignore this file: what is yours alone might be committed (.gitignore).']
      : []),
  ];
}
