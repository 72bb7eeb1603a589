import type { Mode } from './mode.ts';
import type { Rule, Scope } from './rule.ts';

/** Settings that narrow what any rule or mode may open (documentation: settings reference, permissions). */
export type Restriction =
  /** Only rules of managed settings count. */
  | 'managed-rules-only'
  /** Reads outside the working directories are refused in every mode. */
  | 'reads-stay-inside'
  /** Writes outside the working directories, and to settings files inside, are refused in every mode. */
  | 'writes-stay-inside'
  /** Every question becomes a refusal. */
  | 'deny-instead-of-asking';

/** What one settings source contributes to permissions, after the file proved valid. */
export type Permissions = {
  readonly scope: Scope;
  readonly file?: string;
  /** Absolute directory that `/x` patterns of this source start from. */
  readonly root: string;
  readonly rules: readonly Rule[];
  readonly additionalDirectories: readonly string[];
  readonly defaultMode?: Mode;
  readonly restrictions?: readonly Restriction[];
  /** A local file that came with the repository: what it opens counts only in a trusted workspace. */
  readonly suppliedByRepository?: boolean;
};

/** What is known of the file tree, by absolute path; a path that is absent is an ordinary file or not there. */
export type FileFacts = {
  /** Symbolic links: absolute path of the link -> its target as written in the link. */
  readonly links: ReadonlyMap<string, string>;
  /** Directories known to exist. */
  readonly directories: ReadonlySet<string>;
  /** Names of the user's and the project's own skills that grant themselves no tools; absent where nobody looked. */
  readonly plainSkills?: ReadonlySet<string>;
};

/** Everything but the rules and the call that a decision depends on. */
export type Surroundings = {
  readonly mode: Mode;
  readonly home: string;
  /** The primary working directory of the session, absolute. */
  readonly workspace: string;
  readonly trusted: boolean;
  readonly files: FileFacts;
  /** Directories added with --add-dir, absolute. */
  readonly addedDirectories: readonly string[];
  readonly clientVersion: string;
};
