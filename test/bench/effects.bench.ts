import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { bashTier } from '../effects/place.ts';

const FOLDER = join(import.meta.dirname, '../effects/commands/cases');

/** The commands of the tables: every described family, harmless and dangerous. */
const COMMANDS = readdirSync(FOLDER).flatMap((name): readonly string[] => {
  const table: { readonly cases: readonly { readonly call: string }[] } = JSON.parse(
    readFileSync(join(FOLDER, name), 'utf8'),
  );
  return table.cases.map(({ call }) => call);
});

describe('the effects of a call', () => {
  const rates: number[] = [];
  bench(
    `${COMMANDS.length} commands of the tables`,
    () => {
      const began = performance.now();
      for (const command of COMMANDS) bashTier(command);
      rates.push((1000 * COMMANDS.length) / (performance.now() - began));
    },
    {
      teardown: (_task, mode) => {
        const middle = rates.toSorted((one, other) => one - other)[rates.length >> 1] ?? 0;
        if (mode === 'run') console.log(`${Math.round(middle).toLocaleString('en')} calls a second`);
      },
    },
  );
});
