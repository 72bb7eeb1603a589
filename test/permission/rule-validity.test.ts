import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRule, LISTS, type List, parseRule } from '../../src/permission/rule.ts';
import { rejection } from '../../src/permission/rule-validity.ts';

type Recorded = { readonly rules: Readonly<Record<string, string>> };

const recorded: Recorded = JSON.parse(
  readFileSync(resolve(import.meta.dirname, 'cases/rule-validity.json'), 'utf8'),
);

function keptIn(text: string): readonly List[] {
  return LISTS.filter((list) => rejection(text, list) === undefined).sort();
}

describe('the rules that survive loading', () => {
  test('are those that the client keeps, list by list', () => {
    const rules = Object.entries(recorded.rules);
    expect(rules.length * LISTS.length).toBe(915);
    const differing = rules.filter(([text, lists]) => {
      const kept = lists === '' ? [] : lists.split(' ').sort();
      return keptIn(text).join(' ') !== kept.join(' ');
    });
    expect(differing).toEqual([]);
  });
});

describe('a rule', () => {
  test('survives being written and read', () => {
    const part = fc.string({ unit: fc.constantFrom('a', ' ', '*', ':', '\\', '(', ')', '/', '.') });
    fc.assert(
      fc.property(part, (content) => {
        const form = { tool: 'Bash', content };
        expect(parseRule(formatRule(form))).toEqual({ kind: 'rule', form });
      }),
    );
  });

  test('of any text is either taken apart or explained', () => {
    fc.assert(fc.property(fc.string(), (text) => ['rule', 'malformed'].includes(parseRule(text).kind)));
  });
});
