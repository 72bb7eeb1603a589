import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { observations } from '../../src/evidence/observations.ts';
import { openStore } from '../../src/evidence/store.ts';
import { learnOnce } from '../../src/learn.ts';
import type { Outcome } from '../../src/observations/observation.ts';

/*
 * Sessions of the real client with the answer that was given to each call. They are large and lie beside the repository:
 * where they are missing, only the table of outcomes is checked.
 */

const SESSIONS =
  process.env['PRECEDENT_SESSIONS'] ?? resolve(import.meta.dirname, '../../../shared/oracle/transcripts');

type Truth = {
  readonly tool_use_id: string;
  readonly tool: string;
  readonly why?: string;
  readonly human?: string | null;
};

const sessions = existsSync(SESSIONS)
  ? readdirSync(SESSIONS)
      .flatMap((version) => readdirSync(join(SESSIONS, version)).map((name) => join(SESSIONS, version, name)))
      .filter((folder) => existsSync(join(folder, 'ground-truth.json')))
  : [];

/** What each known answer may be read as. `unclear` must leave what really happened among its possibilities. */
function agrees({ tool, human, why = '' }: Truth, outcome: Outcome): boolean {
  const may = (...kinds: readonly string[]) =>
    kinds.includes(outcome.kind) ||
    (outcome.kind === 'unclear' && outcome.among.some((kind) => kinds.includes(kind)));
  if (human === 'killed') return outcome.kind === 'pending';
  if (tool === 'ExitPlanMode' || tool === 'AskUserQuestion') return may('ran', 'answered');
  if (human === 'none-cancelled') return may('collateral');
  if (human?.startsWith('reject') === true) return may('rejected');
  if (/interrupted/.test(why)) return may('interrupted');
  if (human?.startsWith('approve') === true) return may('ran', 'failed', 'interrupted');
  if (/deny/i.test(why)) return may('denied');
  if (why === 'would ask' || why === 'ask rule') return may('asked-headless', 'denied', 'ran', 'failed');
  return may('ran', 'failed');
}

describe.skipIf(sessions.length === 0)('recorded sessions', () => {
  test.each(sessions)('%s reads as it was answered', async (folder) => {
    const store = openStore(':memory:');
    try {
      await learnOnce({ store, places: [join(folder, 'projects')], now: () => 0 });
      const read = new Map([...observations(store)].map((seen) => [seen.id, seen.outcome]));
      const truth: { readonly truth: readonly Truth[] } = JSON.parse(
        readFileSync(join(folder, 'ground-truth.json'), 'utf8'),
      );
      const differing = truth.truth.filter((each) => {
        const outcome = read.get(each.tool_use_id);
        return outcome !== undefined && !agrees(each, outcome);
      });
      expect(differing).toEqual([]);
      expect(read.size).toBeGreaterThan(0);
    } finally {
      store.close();
    }
  });
});
