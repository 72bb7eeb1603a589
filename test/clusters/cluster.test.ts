import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterCalls } from '../../src/clusters/cluster.ts';
import { keyText } from '../../src/clusters/key.ts';
import { namingWords } from '../../src/clusters/naming-words.ts';
import { surroundingsOf } from '../../src/clusters/place.ts';
import { recordedCalls } from '../../src/clusters/recorded-call.ts';
import { COMMANDS } from '../../src/effects/commands/all.ts';
import { compilePolicy } from '../../src/permission/compile.ts';
import { bash, edit, observed } from '../helpers/observed.ts';

const POLICY = compilePolicy([], surroundingsOf('/home/dev/proj', '/home/dev'));
const NAMING = namingWords(COMMANDS);

function clustersOf(seen: Parameters<typeof recordedCalls>[0]) {
  return clusterCalls(recordedCalls(seen, { policyAt: () => POLICY }), POLICY, NAMING).clusters;
}

const keysOf = (command: string) =>
  clustersOf([observed({ action: bash(command) })]).map(({ key }) => keyText(key));

describe('a cluster', () => {
  test.each([
    ['npm test', ['npm test']],
    ['npm run build -- --watch', ['npm run build']],
    ['make lint', ['make lint']],
    ['just build', ['just build']],
    ['mise run test:ci', ['mise run test:ci']],
    ['git log --oneline -5', ['git log']],
    ['gh pr view 12 --json title', ['gh pr view']],
    ['timeout 60 npm test', ['npm test']],
    ['git add -A && git commit -m x', ['git add', 'git commit']],
    ['npm test | tail -5', ['npm test', 'tail']],
    ['frobnicate now --hard', ['frobnicate now']],
    ['frobnicate --hard', ['frobnicate']],
  ])('of %s is named %j', (command, keys) => {
    expect(keysOf(command)).toEqual(keys);
  });

  test('of a path is its folder, of a fetch its host, of an MCP call the tool', () => {
    const seen = [
      edit('/home/dev/proj/src/a.ts'),
      observed({ tool: 'WebFetch', action: { kind: 'fetch', url: 'https://API.example.com/v1?x=1' } }),
      observed({ tool: 'mcp__tracker__list', action: { kind: 'mcp', server: 'tracker', tool: 'list' } }),
    ];
    expect(clustersOf(seen).map(({ key }) => keyText(key))).toEqual([
      'write /home/dev/proj/src',
      'api.example.com',
      'mcp__tracker__list',
    ]);
  });

  test('never shares a part with another one, and together they lose none', () => {
    const part = fc.constantFrom(
      'npm test',
      'git add -A',
      'git push',
      'ls',
      'echo $X',
      'rm x',
      'x=1',
      'cd src',
    );
    const command = fc
      .array(fc.tuple(part, fc.constantFrom(' && ', ' | ', '; ', ' || ')), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.map(([text, joint], at) => (at === 0 ? text : joint + text)).join(''));
    fc.assert(
      fc.property(fc.array(command, { maxLength: 8 }), (commands) => {
        const calls = recordedCalls(
          commands.map((text) => observed({ action: bash(text) })),
          { policyAt: () => POLICY },
        );
        const { clusters, demands } = clusterCalls(calls, POLICY, NAMING);
        const members = clusters.flatMap((cluster) => cluster.members);
        expect(new Set(members).size).toBe(members.length);
        expect(demands.flatMap((demand) => demand.members).every((member) => members.includes(member))).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });
});
