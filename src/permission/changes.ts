import { compareVersions } from './client-version.ts';
import type { CompiledPolicy } from './compile.ts';

/**
 * What the client came to answer differently, and the first version that does. Source: the changelog and documentation
 * where a version is given there, else recorded: the first version of those asked that answers in the new way.
 */
const CHANGES = {
  /** Deny and ask rules of the form `Tool(parameter:value)` (documentation: permissions). */
  'parameter-rules': '2.1.178',
  /** A Read deny rule stops Edit on the path (changelog). */
  'read-deny-stops-edit': '2.1.208',
  /** A relative `dir/**` in an allow rule starts at the current directory only (changelog). */
  'allow-directory-anchored': '2.1.214',
  /** A Read deny rule stops Write on the path (changelog). */
  'read-deny-stops-write': '2.1.228',
  /** The directory that a deny or ask pattern names is also looked up through links (documentation: permissions). */
  'strict-pattern-follows-links': '2.1.268',
  /** Relative deny and ask patterns start at added directories too (recorded). */
  'strict-pattern-in-added-directories': '2.1.330',
  /** Plan mode reads everywhere, and hands what rules leave open to the classifier (recorded). */
  'plan-asks-classifier': '2.1.283',
  /** A path that is itself a symbolic link is not written (recorded). */
  'linked-write-refused': '2.1.330',
  /** `Tool(*)` of a file tool no longer opens what lies outside (recorded). */
  'star-stays-inside': '2.1.330',
  /** A search in a path that starts with `//` is no longer taken for a network share (recorded). */
  'double-slash-search': '2.1.330',
  /** Rules about a skill also cover its other names (recorded). */
  'skill-aliases': '2.1.330',
} as const;

export type Change = keyof typeof CHANGES;

/** Whether the client that the model answers for already has a change. */
export function has(policy: Pick<CompiledPolicy, 'version'>, change: Change): boolean {
  return compareVersions(policy.version, CHANGES[change]) >= 0;
}
