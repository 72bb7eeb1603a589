import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagPatterns } from '../../src/proposals/flag-guard.ts';

const long = (names: readonly string[]) => names.map((spelling) => ({ spelling, bundled: false }));

/** What a pattern means: `*` is anything, everything else itself. */
function finds(pattern: string, command: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(command);
}

describe('patterns for dangerous flags', () => {
  test('are shared by flags of one family', () => {
    const names = ['-gcflags', '-ldflags', '-asmflags', '-exec', '-toolexec', '-C'];
    expect(flagPatterns(long(names), { flags: ['-v', '-run'], most: 0 })).toEqual([
      '* -C*',
      ' *flags*',
      ' *exec*',
    ]);
  });

  test('leave the flags in use alone', () => {
    const patterns = flagPatterns(long(['-modfile', '-modcacherw']), { flags: ['-mod'], most: 0 });
    expect(patterns.some((pattern) => finds(`go build${pattern}`, 'go build -mod=vendor'))).toBe(false);
  });

  test('find every one of them in every place, whatever is spared', () => {
    const name = fc
      .tuple(fc.constantFrom('-', '--'), fc.stringMatching(/^[a-z][a-z-]{0,9}$/))
      .map(([dash, rest]) => dash + rest);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), fc.array(name), (names, flags) => {
        const patterns = flagPatterns(long(names), { flags, most: 0 });
        return names.every((flag) =>
          [`go test ${flag}`, `go test x ${flag}=y z`].every((command) =>
            patterns.some((pattern) => finds(`go test${pattern}`, command)),
          ),
        );
      }),
    );
  });
});
