import type { RecordedCall } from '../clusters/recorded-call.ts';
import { together } from '../clusters/tally.ts';
import { zonesIn } from '../effects/zones.ts';
import type { CompiledPolicy } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import { counted } from './because.ts';
import { foldersAround } from './folder-ladder.ts';
import { tooRare } from './limits.ts';
import type { Advice } from './proposal.ts';
import { stableId } from './stable-id.ts';
import type { PlanRequest, Workings } from './workings.ts';

/** What to do about the mode, about folders outside, and about the mode that asks nothing; each with its numbers. */
export function adviceOn(request: PlanRequest, workings: Workings): readonly Advice[] {
  return [...aboutEdits(request, workings), ...aboutFolders(request, workings), ...aboutBypass(request)].map(
    (advice) => ({
      ...advice,
      id: stableId(request.policy.surroundings.workspace, 'advice', advice.what),
      project: request.policy.surroundings.workspace,
    }),
  );
}

type Bare = Omit<Advice, 'id' | 'project'>;

/** Edit rules, or to go on asking: the mode that lets every edit pass is wider than what was approved. */
function aboutEdits({ calls, policy }: PlanRequest, { after, chosen }: Workings): readonly Bare[] {
  const asked = calls.filter(
    ({ action, approved, refused, call }) =>
      action.kind === 'path' &&
      action.access === 'write' &&
      approved.calls + refused.calls > 0 &&
      decide(policy, call).verdict === 'ask',
  );
  const edits = sum(asked, ({ approved }) => approved.calls);
  if (edits === 0 || policy.surroundings.mode !== 'default') return [];
  const accepting: CompiledPolicy = {
    ...policy,
    surroundings: { ...policy.surroundings, mode: 'acceptEdits' },
  };
  const passing = (under: CompiledPolicy) =>
    asked.filter(({ call }) => decide(under, call).verdict === 'allow');
  const refused = sum(passing(accepting), (call) => call.refused.calls);
  const byRules = sum(passing(after), ({ approved }) => approved.calls);
  const rules = chosen.filter(({ rule }) => rule.startsWith('Edit')).length;
  const instead = `acceptEdits would let all ${counted(edits, 'edit')} pass${refused > 0 ? `, also ${refused} that you refused` : ''}, and every file of the project that you never saw`;
  return [
    rules === 0
      ? {
          what: 'keep asking before edits',
          because: `No edit rule is proposed: what is edited here is also run. ${instead}.`,
        }
      : {
          what: 'edit rules rather than acceptEdits',
          because: `${counted(rules, 'Edit rule')} ${rules === 1 ? 'lets' : 'let'} ${byRules} of ${edits} edits pass unasked; ${instead}.`,
        },
  ];
}

/** The innermost folders outside that were read often enough to be worth opening as a whole. */
function aboutFolders({ calls, policy, limits }: PlanRequest, { after }: Workings): readonly Bare[] {
  const { surroundings } = policy;
  const zone = zonesIn(surroundings);
  const asked = calls.filter(
    ({ call, action, approved }) =>
      approved.calls > 0 &&
      action.kind === 'path' &&
      action.access !== 'write' &&
      decide(after, call).verdict === 'ask',
  );
  const found = new Map<string, RecordedCall[]>();
  for (const call of asked) {
    if (call.action.kind !== 'path') continue;
    for (const folder of foldersAround(call.action.path.slice(0, call.action.path.lastIndexOf('/')))) {
      // A folder around the home or around the project itself opens all that lies beside them.
      const around = [surroundings.home, surroundings.workspace].some((own) => own.startsWith(folder));
      if (zone(folder) !== 'outside' || around) continue;
      found.set(folder, [...(found.get(folder) ?? []), call]);
    }
  }
  const worth = [...found].filter(
    ([, own]) => tooRare(together(own.map(({ approved }) => approved)), limits) === undefined,
  );
  const innermost = worth.filter(
    ([folder, own]) =>
      !worth.some(([other, its]) => other.startsWith(`${folder}/`) && its.length === own.length),
  );
  return innermost
    .filter(([folder]) => !innermost.some(([other]) => folder.startsWith(`${other}/`)))
    .map(([folder, own]) => ({
      what: `additional directory ${folder}`,
      because: `You let ${counted(
        sum(own, ({ approved }) => approved.calls),
        'read',
      )} there pass; opened, everything in it is read unasked, and edited unasked in acceptEdits.`,
      change: { kind: 'add-directory', directory: folder },
    }));
}

/** The mode that asks nothing makes every rule meaningless: where it was not needed it can be locked. */
function aboutBypass({ modes }: PlanRequest): readonly Bare[] {
  if (modes === undefined) return [];
  const used = modes.get('bypassPermissions') ?? 0;
  const because =
    used === 0
      ? 'No recorded call was made in bypassPermissions: locking it breaks nothing that was ever done here.'
      : `${counted(used, 'call')} ran in bypassPermissions, where no rule but a deny rule counts; locked, those sessions would ask.`;
  return [
    {
      what: 'lock the mode that asks nothing',
      because,
      change: { kind: 'set', key: ['permissions', 'disableBypassPermissionsMode'], value: 'disable' },
    },
  ];
}

function sum(calls: readonly RecordedCall[], of: (call: RecordedCall) => number): number {
  return calls.reduce((total, call) => total + of(call), 0);
}
