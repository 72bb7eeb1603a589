import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Tier } from '../../src/effects/effects.ts';
import { bashTier } from './place.ts';

type Case = { readonly call: string; readonly tier: Tier; readonly note: string };
type Table = { readonly source: string; readonly cases: readonly Case[] };

const FOLDER = join(import.meta.dirname, 'cases');

const TABLES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const table: Table = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
    return { name: name.replace('.json', ''), ...table };
  });

describe.each(TABLES)('$name', ({ source, cases }) => {
  test('names its sources', () => {
    expect(source).not.toBe('');
  });

  test.each(cases)('$call is $tier: $note', ({ call, tier }) => {
    expect(bashTier(call)).toBe(tier);
  });
});
