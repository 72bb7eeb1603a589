import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseShell } from '../../src/shell/parse-shell.ts';
import table from './cases/parse-shell.json' with { type: 'json' };

type Case = {
  readonly text: string;
  readonly commands: readonly (readonly (string | null)[])[];
  readonly within?: readonly (readonly string[])[];
  readonly errors?: number;
};

const cases: readonly Case[] = table.cases;

describe('a command line', () => {
  test.each(cases)('$text is taken apart', ({ text, commands, within, errors }) => {
    const shell = parseShell(text);
    expect(shell.commands.map(({ words }) => words.map(({ value }) => value ?? null))).toEqual(commands);
    if (within !== undefined) expect(shell.commands.map((command) => command.within)).toEqual(within);
    expect(shell.errors).toHaveLength(errors ?? 0);
  });

  test('keeps the source text and the place of every word', () => {
    const text = 'FOO=1 foo "a b" *.ts > out';
    const [command] = parseShell(text).commands;
    expect(command?.words.map(({ start, end }) => text.slice(start, end))).toEqual(['foo', '"a b"', '*.ts']);
    expect(command?.words.map(({ glob }) => glob)).toEqual([false, false, true]);
    expect(command?.assignments.map(({ name, value }) => [name, value?.value])).toEqual([['FOO', '1']]);
    expect(command?.redirects.map(({ operator, target }) => [operator, target?.value])).toEqual([
      ['>', 'out'],
    ]);
  });

  test('names the redirects of a compound on its construct', () => {
    const { constructs } = parseShell('for x in a b; do foo; done > out');
    expect(constructs).toMatchObject([{ kind: 'for', name: 'x', redirects: [{ operator: '>' }] }]);
    expect(constructs[0]?.words.map(({ value }) => value)).toEqual(['a', 'b']);
  });

  test('never throws', () => {
    const shellish = fc.array(
      fc.constantFrom(
        ...'$(){}[]<>|&;`\'"\\#!*?~= \n',
        'foo',
        'if',
        'then',
        'fi',
        'do',
        'done',
        'case',
        'esac',
        '<<EOF\n',
        '$((',
        '))',
        '[[',
        ']]',
        '2>',
        'x=',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          shellish.map((parts) => parts.join('')),
        ),
        (text) => {
          expect(parseShell(text).text).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('nested beyond any use is an error, not a crash', () => {
    expect(parseShell('$('.repeat(5000)).errors.length).toBeGreaterThan(0);
    expect(parseShell(`${'('.repeat(5000)}foo`).errors.length).toBeGreaterThan(0);
  });
});
