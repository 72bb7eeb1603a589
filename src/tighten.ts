import { readFileSync } from 'node:fs';
import { namingWords } from './clusters/naming-words.ts';
import { surroundingsOf } from './clusters/place.ts';
import { recordedCalls } from './clusters/recorded-call.ts';
import { COMMANDS } from './effects/commands/all.ts';
import type { Store } from './evidence/store.ts';
import type { Observation } from './observations/observation.ts';
import { ownZones } from './own-zones.ts';
import { compilePolicy } from './permission/compile.ts';
import { permissionsGiven } from './policy-in-force.ts';
import { projectRecords } from './project-record.ts';
import { judgeIn } from './proposals/judge.ts';
import { type Tightening, tighten as tightenRules } from './proposals/tighten.ts';
import { unifiedDiff } from './settings/diff.ts';
import { editSettings, type SettingsChange } from './settings/edit.ts';
import type { Code, Finding } from './settings/lint/finding.ts';
import { lintSettings } from './settings/lint/lint-settings.ts';
import { UserError } from './user-error.ts';

export type TightenRequest = {
  readonly store: Store;
  /** The project whose record speaks. */
  readonly project: string;
  /** The settings file to look at. */
  readonly settings: string;
  readonly home: string;
  /** Absent: 90. */
  readonly days?: number;
};

/** What `tighten --json` prints. */
export type TightenReport = {
  readonly schemaVersion: 1;
  readonly settings: string;
  readonly project: string;
  /** Recorded calls that spoke; without any, only what is dead or junk by itself is named. */
  readonly calls: number;
  readonly rules: { readonly before: number; readonly after: number };
  readonly changes: readonly Tightening[];
  readonly diff: string;
  /** The complete tightened file. */
  readonly text: string;
};

const DAYS = 90;

/** What lint finds that a rule does not survive, whatever the record says. */
const DOOMED: Readonly<Partial<Record<Code, Tightening['why']>>> = {
  'dropped-rule': 'dead',
  'never-matches': 'dead',
  'one-off': 'junk',
  secret: 'secret',
};

/** What another rule, or the client, makes superfluous. */
const SUPERFLUOUS: Readonly<Partial<Record<Code, Tightening['why']>>> = {
  'built-in': 'shadowed',
  shadowed: 'shadowed',
  outweighed: 'shadowed',
  duplicate: 'shadowed',
};

/** Fewer and narrower rules for one settings file, from what was recorded; nothing is written. */
export function tighten(request: TightenRequest): TightenReport {
  const { settings, project, home, store } = request;
  const text = settingsText(settings);
  const [given] = permissionsGiven(settings, text, project);
  const rules = given?.rules ?? [];
  const surroundings = { ...surroundingsOf(project, home), zones: ownZones() };
  const doomed = doomedIn(text, request, DOOMED);
  const dead = new Set(doomed.map(({ list, rule }) => `${list} ${rule}`));
  const alive = rules.filter(({ list, text: rule }) => list === 'allow' && !dead.has(`${list} ${rule}`));
  const strict = rules.filter(({ list }) => list !== 'allow');
  const without = compilePolicy(given === undefined ? [] : [{ ...given, rules: strict }], surroundings);
  const calls = recordedCalls(recordOf(store, project), { policyAt: () => without });
  const byUse =
    calls.length === 0
      ? []
      : tightenRules({
          rules: alive,
          calls,
          without,
          judge: judgeIn(without),
          naming: namingWords(COMMANDS),
          days: request.days ?? DAYS,
        });
  // What covers another rule may itself have gone: only now is it known what is superfluous.
  const narrowed = edited(text, [...doomed, ...byUse], settings);
  const superfluous = doomedIn(narrowed, request, SUPERFLUOUS);
  const changes = [...doomed, ...byUse, ...superfluous];
  const after = edited(narrowed, superfluous, settings);
  return {
    schemaVersion: 1,
    settings,
    project,
    calls: calls.reduce((sum, { uses }) => sum + uses, 0),
    rules: { before: rules.length, after: permissionsGiven(settings, after, project)[0]?.rules.length ?? 0 },
    changes,
    diff: unifiedDiff({ file: settings, before: text, after }),
    text: after,
  };
}

function* recordOf(store: Store, project: string): Iterable<Observation> {
  for (const { seen } of projectRecords(store, project)) yield* seen();
}

/** What lint finds in these settings, as far as it dooms a rule; each rule once. */
function doomedIn(
  text: string,
  { settings, project, home }: TightenRequest,
  codes: typeof DOOMED,
): readonly Tightening[] {
  const source = { scope: 'local', file: settings, root: project, text } as const;
  const found = lintSettings([source], surroundingsOf(project, home)).flatMap((finding) =>
    doom(finding, codes[finding.code]),
  );
  return found.filter(
    (one, at) => found.findIndex(({ list, rule }) => list === one.list && rule === one.rule) === at,
  );
}

function edited(text: string, changes: readonly Tightening[], file: string): string {
  const edit = editSettings(text, changes.flatMap(settingsChanges));
  if (edit.kind === 'refused') throw new UserError(`${file}: ${edit.problems[0]?.why ?? 'cannot be edited'}`);
  return edit.text;
}

/** Allow rules go; a deny or ask rule that does nothing is respelled where that is safe, and otherwise left to its owner. */
function doom(
  { code, rule, message, fix }: Finding,
  why: Tightening['why'] | undefined,
): readonly Tightening[] {
  if (why === undefined || rule === undefined) return [];
  const { list, text } = rule;
  const because = aboutIt(message, text);
  // Removing a rule takes every copy of it: one goes back.
  if (code === 'duplicate') return [{ list, rule: text, with: [text], guards: [], why, because }];
  if (list === 'allow') return [{ list, rule: text, with: [], guards: [], why, because }];
  return fix?.kind === 'respell' ? [{ list, rule: text, with: [fix.rule], guards: [], why, because }] : [];
}

/** What lint says of a rule, where the rule itself stands beside it. */
function aboutIt(message: string, rule: string): string {
  const [, told] = /^\S.*?…: (it .*)$/s.exec(message) ?? [];
  return told ?? message.replaceAll(rule, 'it').replace(/^it: /, '');
}

function settingsChanges({ list, rule, with: instead, guards, why }: Tightening): readonly SettingsChange[] {
  // A rule that only gets guards stays where it is; a rule that stands there twice goes twice and comes back once.
  const stays = instead.includes(rule) && why === 'broader-than-used';
  return [
    ...(stays ? [] : [{ kind: 'remove-rule', list, rule } as const]),
    ...instead
      .filter((added) => !stays || added !== rule)
      .map((added): SettingsChange => ({ kind: 'add-rule', list, rule: added })),
    ...guards.map((guard): SettingsChange => ({ kind: 'add-rule', list: 'ask', rule: guard })),
  ];
}

function settingsText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(`${file} cannot be read: ${error.message}`);
  }
}
