import { z } from 'zod';
import type { Effects, Tier } from './effects/effects.ts';
import { effectsOf } from './effects/effects-of.ts';
import { riskOf } from './effects/risk.ts';
import type { ProjectFacts } from './effects/surroundings.ts';
import { ownZones } from './own-zones.ts';
import { projectFacts } from './project-facts.ts';

const CALL = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  tool: z.string(),
  input: z.record(z.string(), z.unknown()),
  cwd: z.string(),
  /** The directory the project lies in; the working directory where absent. */
  workspace: z.string().optional(),
  home: z.string().default('/home/dev'),
});

/** One answer, in the order of the lines. */
export type CallRisk =
  | {
      readonly id?: string | number;
      readonly tier: Tier;
      readonly effects: Effects;
      readonly because: string;
    }
  | { readonly line: number; readonly error: string };

/**
 * Judges calls told as JSON lines `{id, tool, input, cwd, workspace?, home?}`. A bad line is answered with its number,
 * counted from 1, and what is wrong with it. Task files are read once for each workspace.
 */
export function callJudge(zones = ownZones()): (text: string, line: number) => CallRisk {
  const facts = new Map<string, ProjectFacts>();
  return (text, line) => {
    const read = readCall(text);
    if (read.kind === 'bad') return { line, error: read.why };
    const { id, tool, input, cwd, home, workspace = cwd } = read.call;
    const known = facts.get(workspace) ?? projectFacts(workspace);
    facts.set(workspace, known);
    const effects = effectsOf({ tool, input, cwd }, { home, workspace, facts: known, zones });
    return { ...(id === undefined ? {} : { id }), ...withEffects(effects) };
  };
}

function withEffects(effects: Effects): {
  readonly tier: Tier;
  readonly effects: Effects;
  readonly because: string;
} {
  const { tier, because } = riskOf(effects);
  return { tier, effects, because };
}

type ReadCall =
  | { readonly kind: 'call'; readonly call: z.output<typeof CALL> }
  | { readonly kind: 'bad'; readonly why: string };

function readCall(text: string): ReadCall {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'bad', why: error instanceof Error ? error.message : 'not JSON' };
  }
  const result = CALL.safeParse(value);
  if (result.success) return { kind: 'call', call: result.data };
  const [first] = result.error.issues;
  return { kind: 'bad', why: `${first?.path.join('.') || 'the line'}: ${first?.message ?? 'not a call'}` };
}
