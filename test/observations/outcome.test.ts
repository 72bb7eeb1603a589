import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/observations/observation.ts';
import { type Asked, type Ending, outcomeOf, type Siblings } from '../../src/observations/outcome.ts';

type Case = {
  readonly note: string;
  readonly source: string;
  readonly asked: Asked;
  readonly siblings?: Siblings;
  readonly ending: Partial<Ending>;
  readonly want: Outcome;
};

const cases: readonly Case[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'cases/outcomes.json'), 'utf8'),
);

const SILENT: Ending = { error: false, text: '', denial: '', feedback: '', decision: undefined };

describe('the outcome of a call', () => {
  test.each(cases)('$source: $note', ({ asked, siblings, ending, want }) => {
    expect(outcomeOf({ ...SILENT, ...ending }, asked, siblings ?? 'alone')).toEqual(want);
  });

  test('every case names where its answer comes from', () => {
    expect(cases.filter(({ source }) => source === '')).toEqual([]);
  });
});
