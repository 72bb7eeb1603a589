import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { NEWEST_KNOWN } from './permission/client-version.ts';
import type { Scope } from './permission/rule.ts';
import { settingsInForce } from './scopes/in-force.ts';
import { configDirectory, type Place } from './scopes/place.ts';
import { decodeSettings } from './scopes/settings-bytes.ts';
import { unifiedDiff } from './settings/diff.ts';
import { editSettings, type SettingsChange } from './settings/edit.ts';
import { CODES, type Finding } from './settings/lint/finding.ts';
import { type LintSource, lintSettings } from './settings/lint/lint-settings.ts';
import { UserError } from './user-error.ts';

export type LintReport = {
  readonly schemaVersion: 1;
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  /** What the safe fixes would change, one unified diff a file. */
  readonly fixes: readonly { readonly file: string; readonly diff: string }[];
};

/** What every code means, for readers of SARIF. */
export const LINT_CODES: Readonly<Record<string, string>> = CODES;

/** Looks at the settings in force at a place, or at the named files; throws UserError for a file that cannot be read. */
export function lint({
  files,
  place,
}: {
  readonly files: readonly string[];
  readonly place: Place;
}): LintReport {
  const sources =
    files.length === 0 ? settingsInForce(place).texts : files.map((file) => sourceAt(file, place));
  const findings = lintSources(sources, place);
  return {
    schemaVersion: 1,
    files: sources.map(({ file }) => file),
    findings,
    fixes: sources.flatMap((one) => fixesOf(one, findings)),
  };
}

/** Looks at settings that a session started at the place would read. */
export function lintSources(sources: readonly LintSource[], place: Place): readonly Finding[] {
  return lintSettings(sources, {
    mode: 'default',
    home: place.home,
    workspace: place.cwd,
    trusted: true,
    files: { links: new Map(), directories: new Set() },
    addedDirectories: [],
    clientVersion: NEWEST_KNOWN,
  });
}

function sourceAt(name: string, place: Place): LintSource {
  const file = resolve(place.cwd, name);
  const scope = scopeOf(file, place);
  const root = scope === 'user' ? configDirectory(place) : scope === 'flag' ? dirname(file) : projectOf(file);
  return { file, scope, root, text: textAt(file, name) };
}

function textAt(file: string, name: string): string {
  try {
    const bytes = decodeSettings(readFileSync(file));
    if (bytes.kind === 'present') return bytes.text;
    throw new UserError(`${name}: ${bytes.kind === 'undecodable' ? bytes.why : 'it is not there'}`);
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new UserError(`${name}: ${error.message}`);
    throw error;
  }
}

/** The scope that a file belongs to by its name and folder; any other file is one for --settings. */
function scopeOf(file: string, place: Place): Scope {
  if (file === resolve(configDirectory(place), 'settings.json')) return 'user';
  if (basename(file).startsWith('managed-settings')) return 'managed';
  if (basename(dirname(file)) !== '.claude') return 'flag';
  return basename(file) === 'settings.local.json' ? 'local' : 'project';
}

/** The directory that holds `.claude/settings.json`. */
function projectOf(file: string): string {
  return dirname(dirname(file));
}

function fixesOf({ file, text }: LintSource, findings: readonly Finding[]): LintReport['fixes'] {
  const changes = findings.filter((one) => one.file === file).flatMap(changesFor);
  if (changes.length === 0) return [];
  const edited = editSettings(text, changes);
  if (edited.kind !== 'edited' || edited.text === text) return [];
  return [{ file, diff: unifiedDiff({ file, before: text, after: edited.text }) }];
}

function changesFor({ rule, fix }: Finding): readonly SettingsChange[] {
  if (rule === undefined || fix === undefined) return [];
  const removal: SettingsChange = { kind: 'remove-rule', list: rule.list, rule: rule.text };
  if (fix.kind === 'remove') return [removal];
  return [removal, { kind: 'add-rule', list: rule.list, rule: fix.rule }];
}
