import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scribe } from './session-lines.ts';

/** Calls of each session, and the bytes of what each of them printed. */
const CALLS = 40;
const OUTPUT = 30_000;

/** Writes as many sessions, a megabyte each, as transcripts into a new folder. Every seventh call has no result. */
export function writeBulkySessions(folder: string, sessions: number): void {
  mkdirSync(folder, { recursive: true });
  for (let session = 0; session < sessions; session++) {
    const { call, result } = scribe(`s${session}`);
    const lines = Array.from({ length: CALLS }, (_, n) => {
      const id = `t${session}-${n}`;
      return call(id, `npm run step-${n}`) + (n % 7 === 0 ? '' : result(id, 'x'.repeat(OUTPUT)));
    });
    writeFileSync(join(folder, `s${session}.jsonl`), lines.join(''));
  }
}
