import { type Drift, drift } from './accepted/drift.ts';
import { ledgerFile, readArchive } from './accepted/ledger-file.ts';
import { archiveBeside } from './apply.ts';
import type { Ledger } from './records/chain.ts';

/** What `audit` knows of everything that was accepted. */
export type AuditReport = Ledger & {
  readonly file: string;
  /** Settings files that are no longer what was accepted. */
  readonly drift: readonly Drift[];
};

/** Reads the ledger beside a store, checks its chain, and compares the settings files with it. */
export function audit(store: string): AuditReport {
  const archive = archiveBeside(store);
  return { ...readArchive(archive), file: ledgerFile(archive), drift: drift(archive) };
}
