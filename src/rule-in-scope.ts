import { formatRule, parseRule } from './permission/rule.ts';
import type { WritableScope } from './scopes/locate.ts';
import { UserError } from './user-error.ts';

/** Tools whose content is a path pattern. */
const PATH_TOOLS = new Set(['Read', 'Edit']);

/**
 * A rule that was proposed for a project, as it has to be spelled in a file of this scope to mean the same: `/x` starts
 * from the project in project and local settings and from the config folder in user settings (documentation:
 * permissions, Read and Edit rules). Throws UserError where the project's own path cannot be written as a pattern.
 */
export function ruleInScope(text: string, scope: WritableScope, project: string): string {
  const parsed = parseRule(text);
  if (scope !== 'user' || parsed.kind !== 'rule' || !PATH_TOOLS.has(parsed.form.tool)) return text;
  const { tool, content = '' } = parsed.form;
  if (!content.startsWith('/') || content.startsWith('//')) return text;
  if (/[*?[\]\\!()]/.test(project)) {
    throw new UserError(
      `${text} cannot be spelled for user settings: ${project} has characters that patterns use`,
    );
  }
  return formatRule({ tool, content: `/${project}${content}` });
}
