import { isBeyondKnown, NEWEST_KNOWN } from './permission/client-version.ts';
import { compilePolicy } from './permission/compile.ts';
import { decide } from './permission/decide.ts';
import type { Decision } from './permission/decision.ts';
import type { Mode } from './permission/mode.ts';
import { type NarrowestRules, narrowestRules } from './permission/narrowest-rule.ts';
import { type NearMiss, nearMisses } from './permission/near-misses.ts';
import type { ToolCall } from './permission/tool-call.ts';
import { fileFacts } from './scopes/file-facts.ts';
import { settingsInForce } from './scopes/in-force.ts';
import type { Place } from './scopes/place.ts';
import { readSettings, type SettingsProblem } from './settings/read.ts';

/** A settings file in force, and what the client makes of it. */
export type FileReading = {
  readonly file: string;
  readonly scope: string;
  /** Set where the client ignores the whole file. */
  readonly ignoredBecause?: string;
  readonly problems: readonly SettingsProblem[];
};

export type Explanation = {
  readonly schemaVersion: 1;
  readonly call: ToolCall;
  readonly mode: Mode;
  readonly clientVersion: string;
  /** The client is newer than every recorded one: its answers are those of the newest known. */
  readonly assumed: boolean;
  readonly trusted: boolean;
  readonly decision: Decision;
  readonly nearMisses: readonly NearMiss[];
  /** Undefined where the call passes, or is refused by a rule. */
  readonly wouldAllow?: NarrowestRules;
  readonly files: readonly FileReading[];
};

/** Says what the client would do with a call here, part by part, and what nearly decided otherwise. */
export function explain({
  call,
  place,
  mode,
  clientVersion = NEWEST_KNOWN,
}: {
  readonly call: ToolCall;
  readonly place: Place;
  /** The mode of the session; the one that settings start with where absent. */
  readonly mode?: Mode;
  readonly clientVersion?: string;
}): Explanation {
  const inForce = settingsInForce(place);
  const readings = inForce.texts.map((text) => ({ text, reading: readSettings(text.text, text) }));
  const sources = readings.flatMap(({ reading }) => (reading.kind === 'valid' ? [reading.permissions] : []));
  const modeInForce =
    mode ?? sources.find(({ defaultMode }) => defaultMode !== undefined)?.defaultMode ?? 'default';
  const policy = compilePolicy(sources, {
    mode: modeInForce,
    home: place.home,
    workspace: inForce.workspace,
    trusted: inForce.trusted,
    files: fileFacts(pathsNamed(call)),
    addedDirectories: [],
    clientVersion,
  });
  const decision = decide(policy, call);
  return {
    schemaVersion: 1,
    call,
    mode: modeInForce,
    clientVersion: policy.version,
    assumed: isBeyondKnown(clientVersion),
    trusted: inForce.trusted,
    decision,
    nearMisses: nearMisses(policy, call, decision),
    ...(decision.verdict === 'ask' ? { wouldAllow: narrowestRules(policy, call, decision) } : {}),
    files: readings.map(({ text, reading }) => ({
      file: text.file,
      scope: text.scope,
      ...(reading.kind === 'void' ? { ignoredBecause: `${positionOf(reading.at)}: ${reading.why}` } : {}),
      problems: reading.kind === 'valid' ? reading.problems : [],
    })),
  };
}

function positionOf({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`;
}

/** Absolute paths that the call may be about: what links on the way to them lead to matters. */
function pathsNamed(call: ToolCall): readonly string[] {
  const texts = Object.values(call.input).filter((value) => typeof value === 'string');
  return texts
    .flatMap((text) => text.split(/[\s'"=<>|;&()]+/))
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => (word.startsWith('/') ? word : `${call.cwd}/${word}`));
}
