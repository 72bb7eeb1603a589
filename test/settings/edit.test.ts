import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unifiedDiff } from '../../src/settings/diff.ts';
import { editSettings, type SettingsChange } from '../../src/settings/edit.ts';
import { reversal } from '../../src/settings/reversal.ts';

const allow = (rule: string): SettingsChange => ({ kind: 'add-rule', list: 'allow', rule });
const remove = (rule: string): SettingsChange => ({ kind: 'remove-rule', list: 'allow', rule });

function edited(text: string | undefined, ...changes: readonly SettingsChange[]): string {
  const edit = editSettings(text, changes);
  if (edit.kind === 'refused') throw new Error(edit.problems.map(({ why }) => why).join('; '));
  return edit.text;
}

/** Each row: a file as a person writes it, and the same file with `Bash(npm test)` allowed. */
const LAYOUTS = [
  {
    name: 'a missing file becomes a tidy one',
    before: undefined,
    after: '{\n  "permissions": {\n    "allow": [\n      "Bash(npm test)"\n    ]\n  }\n}\n',
  },
  {
    name: 'a blank file becomes a tidy one',
    before: ' \n',
    after: '{\n  "permissions": {\n    "allow": [\n      "Bash(npm test)"\n    ]\n  }\n}\n',
  },
  {
    name: 'an empty object opens over several lines',
    before: '{}',
    after: '{\n  "permissions": {\n    "allow": [\n      "Bash(npm test)"\n    ]\n  }\n}',
  },
  {
    name: 'a compact file stays on its line',
    before: '{"permissions":{"allow":["Read"]}}',
    after: '{"permissions":{"allow":["Read","Bash(npm test)"]}}',
  },
  {
    name: 'a compact file without permissions stays on its line',
    before: '{"model":"x"}',
    after: '{"model":"x","permissions":{"allow":["Bash(npm test)"]}}',
  },
  {
    name: 'an airy line stays airy',
    before: '{ "permissions": { "allow": [ "Read" ] } }',
    after: '{ "permissions": { "allow": [ "Read", "Bash(npm test)" ] } }',
  },
  {
    name: 'a list on one line of a spread file stays on one line',
    before: '{\n  "permissions": {\n    "allow": ["Read", "Edit"]\n  }\n}\n',
    after: '{\n  "permissions": {\n    "allow": ["Read", "Edit", "Bash(npm test)"]\n  }\n}\n',
  },
  {
    name: 'tabs and Windows line ends are kept',
    before: '{\r\n\t"permissions": {\r\n\t\t"allow": [\r\n\t\t\t"Read"\r\n\t\t]\r\n\t}\r\n}\r\n',
    after:
      '{\r\n\t"permissions": {\r\n\t\t"allow": [\r\n\t\t\t"Read",\r\n\t\t\t"Bash(npm test)"\r\n\t\t]\r\n\t}\r\n}\r\n',
  },
  {
    name: 'a BOM and a missing final newline are kept',
    before: '\uFEFF{\n    "permissions": {\n        "allow": []\n    }\n}',
    after:
      '\uFEFF{\n    "permissions": {\n        "allow": [\n            "Bash(npm test)"\n        ]\n    }\n}',
  },
  {
    name: 'a new list follows the other keys of its object',
    before: '{\n  "permissions": {\n    "deny": ["Read(.env)"]\n  },\n  "model": "x"\n}\n',
    after:
      '{\n  "permissions": {\n    "deny": ["Read(.env)"],\n    "allow": [\n      "Bash(npm test)"\n    ]\n  },\n  "model": "x"\n}\n',
  },
  {
    name: 'of a key written twice the one in force is edited',
    before: '{"permissions":{"allow":["Edit"]},"permissions":{"allow":["Read"]}}',
    after: '{"permissions":{"allow":["Edit"]},"permissions":{"allow":["Read","Bash(npm test)"]}}',
  },
] as const;

describe('adding a rule', () => {
  test.each(LAYOUTS)('$name', ({ before, after }) => {
    expect(edited(before, allow('Bash(npm test)'))).toBe(after);
  });

  test('that is already there changes nothing', () => {
    const text = '{"permissions": {"allow": ["Bash(npm test)"]}}';
    expect(edited(text, allow('Bash(npm test)'))).toBe(text);
  });

  test('that the client would drop is refused with the reason', () => {
    expect(editSettings('{}', [allow('Bash(npm test')])).toMatchObject({ kind: 'refused' });
  });
});

describe('removing a rule', () => {
  test.each([
    { name: 'first', before: '["a_b", "Read", "Edit"]', after: '["Read", "Edit"]', rule: 'a_b' },
    { name: 'middle', before: '["Read", "a_b", "Edit"]', after: '["Read", "Edit"]', rule: 'a_b' },
    { name: 'last', before: '["Read", "Edit", "a_b"]', after: '["Read", "Edit"]', rule: 'a_b' },
    { name: 'only', before: '[\n"a_b"\n]', after: '[]', rule: 'a_b' },
    { name: 'every repeated', before: '["a_b", "a_b", "Edit", "a_b"]', after: '["Edit"]', rule: 'a_b' },
  ])('takes the $name entry with one comma', ({ before, after, rule }) => {
    expect(edited(`{"permissions":{"allow":${before}}}`, remove(rule))).toBe(
      `{"permissions":{"allow":${after}}}`,
    );
  });
});

describe('scalar keys', () => {
  test('are set, replaced and unset in place', () => {
    const key = ['permissions', 'defaultMode'];
    const set = edited('{"model": "x"}', { kind: 'set', key, value: 'default' });
    expect(set).toBe('{"model": "x", "permissions": {"defaultMode": "default"}}');
    const replaced = edited(set, { kind: 'set', key, value: 'plan' });
    expect(replaced).toBe('{"model": "x", "permissions": {"defaultMode": "plan"}}');
    expect(edited(replaced, { kind: 'unset', key })).toBe('{"model": "x", "permissions": {}}');
  });

  test('are given back their old value by the reversal', () => {
    const before = '{"permissions": {"defaultMode": "default"}}';
    const change = { kind: 'set', key: ['permissions', 'defaultMode'], value: 'plan' } as const;
    const after = edited(before, change);
    expect(edited(after, ...reversal(before, [change]))).toBe(before);
  });
});

describe('a file that the client rejects is not touched', () => {
  test.each([
    { name: 'a comment', text: '{\n  // mine\n  "model": "x"\n}', line: 2, column: 3, why: /comment/ },
    { name: 'a trailing comma', text: '{\n  "a": 1,\n}', line: 3, column: 1, why: /comma/ },
    { name: 'a missing comma', text: '{"a": 1 "b": 2}', line: 1, column: 9, why: /comma/ },
    { name: 'text after the end', text: '{}\n{}', line: 2, column: 1, why: /after its end/ },
    {
      name: 'a list as text',
      text: '{"permissions":\n {"allow": "Read"}}',
      line: 2,
      column: 12,
      why: /allow/,
    },
    { name: 'permissions as a list', text: '{"permissions": []}', line: 1, column: 17, why: /permissions/ },
    { name: 'a list at the top', text: '[]', line: 1, column: 1, why: /not an object/ },
  ])('$name is named with its place', ({ text, line, column, why }) => {
    const edit = editSettings(text, [allow('Read')]);
    expect(edit).toMatchObject({
      kind: 'refused',
      problems: [{ line, column, why: expect.stringMatching(why) }],
    });
  });
});

/** Settings as people write them: any indentation, any line end, keys in any order, foreign keys among them. */
const written = fc
  .record({
    value: fc.record(
      {
        model: fc.string(),
        permissions: fc.record(
          {
            deny: fc.array(fc.constantFrom('Read(.env)', 'Bash(rm *)', 'WebFetch'), { maxLength: 3 }),
            allow: fc.array(fc.constantFrom('Read', 'Edit(/src/**)', 'Bash(ls *)'), {
              minLength: 1,
              maxLength: 3,
            }),
            custom: fc.jsonValue({ maxDepth: 1 }),
          },
          { requiredKeys: ['allow'] },
        ),
        env: fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
      },
      { requiredKeys: ['permissions'] },
    ),
    indent: fc.constantFrom(undefined, 1, 2, 4, '\t'),
    eol: fc.constantFrom('\n', '\r\n'),
    bom: fc.constantFrom('', '\uFEFF'),
    end: fc.constantFrom('', '\n', '\n\n'),
  })
  .map(({ value, indent, eol, bom, end }) =>
    (bom + JSON.stringify(value, undefined, indent) + end).replaceAll('\n', eol),
  );

const rule = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((text) => `Bash(${text.replace(/[()\\\\]/g, 'x')} y)`);

const blank = fc.array(fc.constantFrom(' ', '\t', '\n', '\r\n'), { maxLength: 3 }).map((all) => all.join(''));

/** Settings with arbitrary blanks wherever JSON allows them. */
const blankly = fc
  .record({
    blanks: fc.array(blank, { minLength: 9, maxLength: 9 }),
    rules: fc.array(rule, { maxLength: 3 }),
    depth: fc.constantFrom('nothing', 'permissions', 'allow'),
    other: fc.jsonValue({ maxDepth: 2 }),
  })
  .map(({ blanks, rules, depth, other }) => {
    const [a, b, c, d, e, f, g, h, i] = blanks;
    const list = `[${a}${rules.map((each) => JSON.stringify(each)).join(`${b},${c}`)}${d}]`;
    const permissions = `{${e}${depth === 'allow' ? `"allow"${f}:${g}${list}${h}` : ''}}`;
    const rest = depth === 'nothing' ? '' : `${i},${a}"permissions"${b}:${c}${permissions}`;
    return `{${d}"other"${e}:${f}${JSON.stringify(other)}${rest}${g}}${h}`;
  });

const changes = fc.array(
  fc.record({
    kind: fc.constantFrom('add-rule', 'remove-rule'),
    list: fc.constantFrom('allow', 'ask', 'deny'),
    rule: fc.constantFrom('Read', 'Bash(npm test)', 'Bash(ls *)', 'mcp__a__b', 'Edit(/src/"quoted"/**)'),
  }),
  { maxLength: 4 },
);

describe('laws', () => {
  test('applying twice equals applying once', () => {
    fc.assert(
      fc.property(written, changes, (text, wanted) => {
        const once = edited(text, ...wanted);
        // Later changes of a run may take back earlier ones: only the last word on a rule is asked for.
        const last = wanted.filter(
          (change, index) =>
            !wanted
              .slice(index + 1)
              .some((later) => later.rule === change.rule && later.list === change.list),
        );
        expect(edited(once, ...last)).toBe(once);
      }),
    );
  });

  test('adding a rule to a list and removing it restores the bytes', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(edited(edited(text, allow('Bash(npm test)')), remove('Bash(npm test)'))).toBe(text);
      }),
    );
  });

  test('holds for whatever blanks stand between the pieces', () => {
    fc.assert(
      fc.property(blankly, rule, (text, added) => {
        const once = edited(text, allow(added));
        expect(edited(once, allow(added))).toBe(once);
        const expected = JSON.parse(text);
        expected.permissions ??= {};
        const rules: string[] = expected.permissions.allow ?? [];
        expected.permissions.allow = rules.includes(added) ? rules : [...rules, added];
        expect(JSON.stringify(JSON.parse(once))).toBe(JSON.stringify(expected));
        if (rules.length > 0 && !rules.includes(added)) expect(edited(once, remove(added))).toBe(text);
      }),
    );
  });

  test('everything outside the touched list stays byte for byte', () => {
    fc.assert(
      fc.property(written, (text) => {
        const after = edited(text, allow('Bash(npm test)'));
        const at = after.lastIndexOf('"Bash(npm test)"');
        const tail = after.slice(at + '"Bash(npm test)"'.length);
        expect(text.endsWith(tail)).toBe(true);
        const head = text.slice(0, text.length - tail.length);
        expect(after.slice(0, at).startsWith(head)).toBe(true);
        expect(after.slice(head.length, at)).toMatch(/^,\s*$/);
      }),
    );
  });

  test('the result means what the changes say and nothing else', () => {
    fc.assert(
      fc.property(written, changes, (text, wanted) => {
        const expected = JSON.parse(text.replace('\uFEFF', ''));
        for (const { kind, list, rule } of wanted) {
          const rules: string[] = expected.permissions[list] ?? [];
          if (kind === 'add-rule')
            expected.permissions[list] = rules.includes(rule) ? rules : [...rules, rule];
          else if (list in expected.permissions)
            expected.permissions[list] = rules.filter((one) => one !== rule);
        }
        expect(JSON.parse(edited(text, ...wanted).replace('\uFEFF', ''))).toEqual(expected);
      }),
    );
  });

  test('the reversal takes back what was added and leaves what others added', () => {
    fc.assert(
      fc.property(written, changes, (text, wanted) => {
        const after = edited(text, ...wanted, allow('Bash(theirs)'));
        const back = edited(after, ...reversal(text, wanted));
        const theirs = JSON.parse(edited(text, allow('Bash(theirs)')).replace('\uFEFF', ''));
        const got = JSON.parse(back.replace('\uFEFF', ''));
        for (const list of ['allow', 'ask', 'deny']) {
          expect(new Set(got.permissions[list])).toEqual(new Set(theirs.permissions[list]));
        }
      }),
    );
  });

  test('the diff, applied to the text, gives the new text', () => {
    fc.assert(
      fc.property(written, changes, (text, wanted) => {
        const after = edited(text, ...wanted);
        const diff = unifiedDiff({ file: '.claude/settings.json', before: text, after });
        expect(diff === '' ? text : applyPatch(text, diff, { autoConvertLineEndings: false })).toBe(after);
      }),
    );
  });
});

describe('the diff', () => {
  test('names a file that does not exist yet as git does', () => {
    const after = edited(undefined, allow('Read'));
    expect(unifiedDiff({ file: '.claude/settings.local.json', before: undefined, after })).toBe(
      [
        '--- /dev/null',
        '+++ b/.claude/settings.local.json',
        '@@ -0,0 +1,7 @@',
        '+{',
        '+  "permissions": {',
        '+    "allow": [',
        '+      "Read"',
        '+    ]',
        '+  }',
        '+}',
        '',
      ].join('\n'),
    );
  });
});
