import { canonical, type Digest, GENESIS, hashOf, type LedgerEntry } from './entry.ts';

/** Whether the ledger is what was written, byte for byte. */
type ChainCheck =
  | { readonly kind: 'whole'; readonly entries: number }
  /** The first line that is not what was written; everything before it is. */
  | { readonly kind: 'broken'; readonly line: number; readonly seq?: number; readonly why: string };

export type Ledger = {
  /** The entries up to the first broken one. */
  readonly entries: readonly LedgerEntry[];
  readonly check: ChainCheck;
  /** Lines that a crash cut short: they were never complete, and the chain goes on behind them. */
  readonly torn: readonly number[];
};

/** The last entry that is known to have been written, kept beside the ledger. */
export type Head = { readonly seq: number; readonly hash: string };

/**
 * Reads a ledger and checks every link of its chain. A cut at the end is found only with the `head`: without it a
 * shorter ledger is a whole one. Who can write both can forge both; the chain shows accidents and hasty hands.
 */
export function readLedger(text: string, digest: Digest, head?: Head): Ledger {
  const entries: LedgerEntry[] = [];
  const torn: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const value = parsed(line);
    if (value === undefined) {
      torn.push(index + 1);
      continue;
    }
    const read = nextEntry(value, line, entries.at(-1), digest);
    if (read.kind === 'broken') return { entries, torn, check: { ...read, line: index + 1 } };
    entries.push(read.entry);
  }
  return { entries, torn, check: endOfChain(entries, head) };
}

type NextEntry =
  | { readonly kind: 'entry'; readonly entry: LedgerEntry }
  | { readonly kind: 'broken'; readonly seq?: number; readonly why: string };

function nextEntry(value: unknown, line: string, last: LedgerEntry | undefined, digest: Digest): NextEntry {
  if (!isEntry(value)) return { kind: 'broken', why: 'the line is no ledger entry' };
  const broken = (why: string): NextEntry => ({ kind: 'broken', seq: value.seq, why });
  const seq = (last?.seq ?? 0) + 1;
  if (value.seq !== seq) return broken(`entry ${seq} is expected here, entry ${value.seq} stands here`);
  if (value.previous !== (last?.hash ?? GENESIS)) return broken('it does not follow the entry before it');
  if (hashOf(value, digest) !== value.hash) return broken('its content does not fit its hash');
  if (canonical(value) !== line) return broken('it is not written as this program writes');
  return { kind: 'entry', entry: value };
}

function endOfChain(entries: readonly LedgerEntry[], head: Head | undefined): ChainCheck {
  const line = entries.length;
  const last = entries.at(-1);
  if (head !== undefined && head.seq > (last?.seq ?? 0)) {
    const missing = head.seq - (last?.seq ?? 0);
    return { kind: 'broken', line: line + 1, why: `the last ${missing} of ${head.seq} entries are missing` };
  }
  const atHead = entries.find(({ seq }) => seq === head?.seq);
  if (head !== undefined && head.seq > 0 && atHead?.hash !== head.hash) {
    return {
      kind: 'broken',
      line: head.seq,
      seq: head.seq,
      why: 'it is not the entry that was written last',
    };
  }
  return { kind: 'whole', entries: entries.length };
}

/** The acceptances that stand: written, and not taken back since; oldest first. */
export function standing(entries: readonly LedgerEntry[]): readonly (LedgerEntry & { kind: 'accepted' })[] {
  const gone = new Set(entries.flatMap((entry) => (entry.kind === 'accepted' ? [] : [entry.of])));
  const abandonedUndos = entries.flatMap((entry) => (entry.kind === 'abandoned' ? [entry.of] : []));
  for (const entry of entries) {
    if (entry.kind === 'undone' && abandonedUndos.includes(entry.seq)) gone.delete(entry.of);
  }
  return entries.filter((entry) => entry.kind === 'accepted' && !gone.has(entry.seq)).filter(isAccepted);
}

function isAccepted(entry: LedgerEntry): entry is LedgerEntry & { kind: 'accepted' } {
  return entry.kind === 'accepted';
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const WRITE_TEXTS = ['time', 'project', 'scope', 'file', 'diff', 'before', 'after', 'settings', 'program'];

/** Whether a line has the shape of an entry; that it is the right one, the hash says. */
function isEntry(value: unknown): value is LedgerEntry {
  if (!isRecord(value)) return false;
  if (!Number.isInteger(value['seq']) || !isText(value['hash']) || !isText(value['previous'])) return false;
  switch (value['kind']) {
    case 'accepted':
      return (
        WRITE_TEXTS.every((key) => isText(value[key])) &&
        isSigner(value['signer']) &&
        isChanges(value['changes'])
      );
    case 'undone':
      return (
        WRITE_TEXTS.every((key) => isText(value[key])) &&
        isSigner(value['signer']) &&
        Number.isInteger(value['of'])
      );
    case 'abandoned':
      return Number.isInteger(value['of']) && isText(value['time']) && isText(value['why']);
    default:
      return false;
  }
}

function isSigner(value: unknown): boolean {
  return isRecord(value) && isText(value['name']) && isText(value['from']);
}

function isChanges(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((item) => isRecord(item) && isRecord(item['change']) && Array.isArray(item['evidence']))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
