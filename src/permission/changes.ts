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
  /** Deny and ask rules reach into parentheses, braces, substitutions and quoted command names (recorded). */
  'strict-rules-reach-nested': '2.1.330',
  /** Deny and ask rules about single commands come before `ask: ["Bash"]` (recorded). */
  'strict-rules-before-bare-ask': '2.1.330',
  /** Assignments alone and loops over words ask (recorded). */
  'variables-ask': '2.1.330',
  /** `< file` is checked like a read of the file (documentation: permissions, redirections). */
  'input-redirect-is-a-read': '2.1.257',
  /** A relative read behind `cd` asks while a Read deny rule exists (recorded). */
  'read-behind-cd-asks': '2.1.330',
  /** Path rules know more commands, among them cp, mv, tee, tac, comm and git diff (recorded). */
  'more-file-commands': '2.1.330',
  /** Reads behind `timeout 5`, `command` and `builtin` are free (recorded). */
  'wrapped-reads-free': '2.1.330',
  /** A deny rule about removals reaches into `sh -c` scripts (recorded). */
  'shell-script-removals': '2.1.330',
  /** `time` and `nohup` before an odd word ask (recorded). */
  'odd-wrapped-words-ask': '2.1.330',
} as const;

export type Change = keyof typeof CHANGES;

/** Whether the client that the model answers for already has a change. */
export function has(policy: Pick<CompiledPolicy, 'version'>, change: Change): boolean {
  let known = changesByVersion.get(policy.version);
  if (known === undefined) {
    known = changesIn(policy.version);
    changesByVersion.set(policy.version, known);
  }
  return known.has(change);
}

/** Asked many times for every call, of few versions. */
const changesByVersion = new Map<string, ReadonlySet<string>>();

function changesIn(version: string): ReadonlySet<string> {
  const had = Object.entries(CHANGES).filter(([, since]) => compareVersions(version, since) >= 0);
  return new Set(had.map(([change]) => change));
}
