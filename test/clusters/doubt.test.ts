import { describe, expect, test } from 'vitest';
import { doubtsOf } from '../../src/clusters/doubt.ts';
import type { Observation } from '../../src/observations/observation.ts';
import { observed } from '../helpers/observed.ts';

const signOf = (given: Partial<Observation>) => doubtsOf([observed(), observed(given)]).get('session-1');

describe('a session is set aside', () => {
  test.each<[string, Partial<Observation>]>([
    ['a result is older than its call', { latency: -5 }],
    ['a call is older than the client', { at: Date.UTC(2019, 5, 1) }],
    ['a call names no version of the client', { clientVersion: '' }],
    [
      'a call ran that was refused',
      { decision: { accepted: false, reviewer: 'human', source: 'user_temporary' } },
    ],
  ])('because %s', (sign, given) => {
    expect(signOf(given)).toContain(sign);
  });

  test('and no other one with it; ordinary calls raise no doubt', () => {
    const odd = observed({ session: 'session-2', latency: -5 });
    expect([
      ...doubtsOf([observed(), odd, observed({ decision: { accepted: true, reviewer: 'human' } })]).keys(),
    ]).toEqual(['session-2']);
  });
});
