import type { List } from '../permission/rule.ts';

/** Who said yes. */
export type Signer = {
  readonly name: string;
  readonly email?: string;
  /** Where the name comes from: git's user, or the account on this machine. */
  readonly from: 'git' | 'account';
};

/** One change to a settings file; the same shape as the settings folder's own changes. */
export type RecordedChange =
  | { readonly kind: 'add-rule' | 'remove-rule'; readonly list: List; readonly rule: string }
  | { readonly kind: 'add-directory' | 'remove-directory'; readonly directory: string }
  | { readonly kind: 'set'; readonly key: readonly string[]; readonly value: string | number | boolean }
  | { readonly kind: 'unset'; readonly key: readonly string[] };

/** A change with what it rests on. */
export type AcceptedChange = {
  readonly change: RecordedChange;
  /** The tool_use ids of the calls behind it; empty where a person wrote the rule by hand. */
  readonly evidence: readonly string[];
  /** The sentence that stood beside the diff. */
  readonly because?: string;
};

/** A write to a settings file, as it was shown and signed. */
type Write = {
  readonly signer: Signer;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly project: string;
  readonly scope: string;
  /** The file that was written, links followed. */
  readonly file: string;
  readonly diff: string;
  /** SHA-256 of the file's bytes, or `absent`. */
  readonly before: string;
  readonly after: string;
  /** Hash over all settings files that a session in the project reads, once this is written. */
  readonly settings: string;
  /** The version of this program. */
  readonly program: string;
};

/** What an entry says. */
export type Statement =
  | (Write & { readonly kind: 'accepted'; readonly changes: readonly AcceptedChange[] })
  | (Write & {
      readonly kind: 'undone';
      /** The entry that is taken back. */
      readonly of: number;
      /** The old bytes came back, or only the rules of that entry went from a file that others changed since. */
      readonly manner: 'restored' | 'rules';
    })
  /** The write of an entry never happened: it failed, or the program ended before it. */
  | { readonly kind: 'abandoned'; readonly of: number; readonly time: string; readonly why: string };

/** A statement in its place in the chain. */
export type LedgerEntry = Statement & {
  /** Counted from 1 without gaps. */
  readonly seq: number;
  /** The hash of the entry before; `GENESIS` for the first. */
  readonly previous: string;
  readonly hash: string;
};

/** Where the chain begins. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 in lower-case hex, given by the world: the core has no cryptography of its own. */
export type Digest = (text: string) => string;

/** The entry that follows `last`, sealed with its hash. */
export function sealed(
  statement: Statement,
  last: Pick<LedgerEntry, 'seq' | 'hash'> | undefined,
  digest: Digest,
): LedgerEntry {
  const open = { ...statement, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? GENESIS };
  return { ...open, hash: digest(canonical(open)) };
}

/** An entry as its line in the ledger, without the line end. */
export function entryLine(entry: LedgerEntry): string {
  return canonical(entry);
}

/** JSON with the keys of every object in order, so that the same entry always gives the same bytes. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The hash that an entry must have, from everything else in it. */
export function hashOf(entry: { readonly hash: string }, digest: Digest): string {
  const { hash: _, ...open } = entry;
  return digest(canonical(open));
}
