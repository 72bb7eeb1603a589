import type { Action, Observation } from '../../src/observations/observation.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-02T09:00:00Z');

let next = 0;

/** An observation of a call that a human let pass in default mode, unless said otherwise. */
export function observed(given: Partial<Observation> = {}): Observation {
  next += 1;
  return {
    id: `toolu_${next}`,
    tool: 'Bash',
    action: bash('npm test'),
    cwd: '/home/dev/proj',
    project: '/home/dev/proj',
    session: 'session-1',
    clientVersion: '2.1.330',
    mode: 'default',
    headless: false,
    at: START,
    latency: 8000,
    outcome: { kind: 'ran' },
    ...given,
  };
}

export function bash(command: string): Action {
  return { kind: 'bash', command, background: false, unsandboxed: false };
}

export function edit(path: string, given: Partial<Observation> = {}): Observation {
  return observed({ tool: 'Edit', action: { kind: 'path', access: 'write', path }, ...given });
}

/** The same call once in each of so many sessions, a day apart. */
export function inSessions(
  count: number,
  make: (given: Partial<Observation>) => Observation,
): readonly Observation[] {
  return Array.from({ length: count }, (_, index) =>
    make({ session: `session-${index + 1}`, at: START + index * DAY }),
  );
}
