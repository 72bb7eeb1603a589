import { existsSync } from 'node:fs';
import { readArchive } from './accepted/ledger-file.ts';
import { settingsThen, type TextThen } from './accepted/settings-then.ts';
import { archiveBeside } from './apply.ts';
import { surroundingsOf } from './clusters/place.ts';
import { standingOf } from './clusters/standing.ts';
import { toolCallOf } from './clusters/tool-call-of.ts';
import { observations } from './evidence/observations.ts';
import { openStore } from './evidence/store.ts';
import { textOf } from './evidence-rows.ts';
import type { Observation } from './observations/observation.ts';
import { type CompiledPolicy, compilePolicy } from './permission/compile.ts';
import { type Decision, decide } from './permission/decide.ts';
import type { Mode } from './permission/mode.ts';
import { permissionsOf } from './policy-in-force.ts';
import type { LedgerEntry } from './records/entry.ts';
import {
  type PermissionRecord,
  permissionRecord,
  type ReviewedAction,
  type SessionFacts,
  type SignedRule,
} from './records/permission-record.ts';
import { settingsHash, settingsInForce } from './scopes/in-force.ts';
import type { Place } from './scopes/place.ts';
import { UserError } from './user-error.ts';

export type SessionRecordRequest = {
  /** The store's file. */
  readonly store: string;
  /** A session id, or the beginning of one. */
  readonly session: string;
  readonly place: Omit<Place, 'cwd'>;
  /** The version of this program. */
  readonly program: string;
};

/**
 * What the agent was allowed to do in a session, and who let each action pass. Throws UserError for a session that the
 * store does not know, or a beginning that fits several.
 */
export function sessionRecord({ store, session, place, program }: SessionRecordRequest): PermissionRecord {
  const seen = callsOf(store, session);
  const [first] = seen;
  if (first === undefined)
    throw new UserError(`no session ${session} in ${store} (precedent learn --once reads more)`);
  const at = first.at ?? 0;
  const settings = textsThen({ store, place, at }, first.project);
  const policy = policiesOf(first, settings, place);
  const acceptances = readArchive(archiveBeside(store)).entries;
  return permissionRecord({
    facts: factsOf(seen, first),
    policy: policy(first.mode ?? 'default', first.clientVersion),
    actions: seen.map((each) => reviewed(each, { policy, acceptances })),
    settings: settings.map(({ scope, file, hash, known }) => ({ scope, file, hash, known })),
    settingsHash: settingsHash(settings),
    codeVersion: program,
  });
}

function callsOf(file: string, session: string): readonly Observation[] {
  const store = openStore(file);
  try {
    const seen = [...observations(store)].filter((each) => each.session.startsWith(session));
    const sessions = [...new Set(seen.map((each) => each.session))];
    if (sessions.length > 1)
      throw new UserError(`${session} fits ${sessions.length} sessions: ${sessions.join(', ')}`);
    return seen;
  } finally {
    store.close();
  }
}

type Then = { readonly store: string; readonly place: Omit<Place, 'cwd'>; readonly at: number };

/** Nothing is known of the settings of a project that is not on this machine. */
function textsThen({ store, place, at }: Then, project: string): readonly TextThen[] {
  if (!existsSync(project)) return [];
  return settingsThen(settingsInForce({ ...place, cwd: project }).texts, at, archiveBeside(store));
}

type PolicyIn = (mode: Mode, clientVersion: string) => CompiledPolicy;

function policiesOf(
  { project }: Observation,
  settings: readonly TextThen[],
  place: Omit<Place, 'cwd'>,
): PolicyIn {
  const permissions = permissionsOf(settings);
  const trusted = existsSync(project) && settingsInForce({ ...place, cwd: project }).trusted;
  const known = new Map<string, CompiledPolicy>();
  return (mode, clientVersion) => {
    const key = `${mode} ${clientVersion}`;
    const surroundings = { ...surroundingsOf(project, place.home), trusted, mode, clientVersion };
    const policy = known.get(key) ?? compilePolicy(permissions, surroundings);
    known.set(key, policy);
    return policy;
  };
}

function factsOf(seen: readonly Observation[], first: Observation): SessionFacts {
  const times = seen.flatMap(({ at }) => (at === undefined ? [] : [at])).toSorted((a, b) => a - b);
  const [start, end] = [times[0], times.at(-1)];
  return {
    session: first.session,
    project: first.project,
    modes: [...new Set(seen.map(({ mode }) => mode ?? 'not recorded'))],
    clientVersions: [...new Set(seen.map(({ clientVersion }) => clientVersion))],
    headless: seen.some(({ headless }) => headless),
    ...(start === undefined ? {} : { first: new Date(start).toISOString() }),
    ...(end === undefined ? {} : { last: new Date(end).toISOString() }),
  };
}

type Reviewing = { readonly policy: PolicyIn; readonly acceptances: readonly LedgerEntry[] };

function reviewed(seen: Observation, { policy, acceptances }: Reviewing): ReviewedAction {
  const { id, tool, at, outcome, mode, clientVersion } = seen;
  const moment = mode === undefined ? undefined : decide(policy(mode, clientVersion), toolCallOf(seen));
  const { reviewer, inferred } = standingOf(seen, moment);
  const rules = reviewer.startsWith('rule') ? allowingRules(moment) : [];
  return {
    id,
    tool,
    what: textOf(seen),
    outcome: outcome.kind,
    reviewer,
    inferred,
    ...(at === undefined ? {} : { time: new Date(at).toISOString() }),
    rules: rules.map((rule) => signedRule(rule, at, acceptances)),
  };
}

function allowingRules(moment: Decision | undefined): readonly string[] {
  const reasons = moment?.parts.map(({ because }) => because) ?? [];
  return [...new Set(reasons.flatMap((reason) => (reason.kind === 'rule' ? [reason.rule.text] : [])))];
}

/** A rule with the last acceptance before the call that put it into a settings file. */
function signedRule(rule: string, at: number | undefined, entries: readonly LedgerEntry[]): SignedRule {
  const entry = entries
    .flatMap((each) => (each.kind === 'accepted' ? [each] : []))
    .filter(({ changes }) => changes.some(({ change }) => change.kind === 'add-rule' && change.rule === rule))
    .findLast(({ time }) => at === undefined || Date.parse(time) <= at);
  if (entry === undefined) return { rule };
  return { rule, entry: entry.seq, signer: entry.signer.email ?? entry.signer.name };
}
