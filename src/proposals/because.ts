import type { RecordedCall } from '../clusters/recorded-call.ts';
import type { LetThrough } from '../effects/witnesses.ts';
import type { Rung } from './rung.ts';

/** What the sentence speaks of beside the rule: the calls behind it, the prompts it answers, where the project lies. */
type Told = { readonly calls: readonly RecordedCall[]; readonly saved: number; readonly project: string };

/** The one sentence beside the diff: what people did, how it is known, and the worst that the rule lets through. */
export function becauseOf(rung: Rung, { calls, saved, project }: Told): string {
  const { calls: uses, sessions } = rung.support;
  const approved = `You approved ${counted(uses, 'call')} in ${counted(sessions.size, 'session')}`;
  const forms = rung.covers.size > 1 ? `, in ${rung.covers.size} forms` : '';
  const inferred = sum(calls, 'inferred') > 0 ? ', inferred from what ran' : '';
  const reflexes = sum(calls, 'reflexes');
  const hasty = reflexes > 0 ? `, ${reflexes} of them faster than one can read` : '';
  const prompts = saved > 0 ? `; ${counted(saved, 'prompt')} would not have been shown` : '';
  return `${approved}${forms}${inferred}${hasty}${prompts}; at worst it ${worst(rung, project)}.`;
}

/** The same for a guard: the refusal behind it, or the worst call that it holds. */
export function guardBecause(
  { rule, exceptions }: Rung,
  guard: string,
  held: LetThrough | undefined,
): string {
  if (exceptions.includes(guard))
    return `You refused this once: it keeps asking although ${rule} is allowed.`;
  return held === undefined
    ? `Keeps the variants of ${rule} that do more than the ones you approved behind a question.`
    : `Keeps asking before \`${held.text}\`, which ${held.risk.because}.`;
}

/** A path rule is as bad as the last file that it names; a probe of the effects model would be a file nobody has. */
function worst({ rule, risk, breadth }: Rung, project: string): string {
  const [, tool, path] = /^(Edit|Read)\(\/?(.+)\)$/.exec(rule) ?? [];
  const does = tool === 'Edit' ? 'changes' : 'reads';
  if (path !== undefined && breadth === 'file') return `${does} ${path}`;
  const [, folder, kind] = /^(.*)\/\*\*(?:\/\*(\.\w+))?$/.exec(path ?? '') ?? [];
  if (folder !== undefined) return `${does} any ${kind === undefined ? '' : `${kind} `}file below ${folder}`;
  return risk.because.startsWith(`writes ${project}`) ? 'changes files of this project' : risk.because;
}

function sum(calls: readonly RecordedCall[], of: 'inferred' | 'reflexes'): number {
  return calls.reduce((total, call) => total + call[of], 0);
}

export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}
