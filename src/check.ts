import { audit } from './audit.ts';
import { type Ground, QUESTIONS, type Question } from './check-questions.ts';
import type { Effects } from './effects/effects.ts';
import { effectsOf } from './effects/effects-of.ts';
import { probesOf } from './effects/probes.ts';
import type { EffectSurroundings } from './effects/surroundings.ts';
import { ownZones } from './own-zones.ts';
import { NEWEST_KNOWN } from './permission/client-version.ts';
import { allRules, type CompiledPolicy, compilePolicy } from './permission/compile.ts';
import { decide } from './permission/decide.ts';
import type { Mode } from './permission/mode.ts';
import type { Rule } from './permission/rule.ts';
import type { ToolCall } from './permission/tool-call.ts';
import { permissionsOf } from './policy-in-force.ts';
import { standing } from './records/chain.ts';
import { reasonInWords } from './records/reason-in-words.ts';
import { fileFacts } from './scopes/file-facts.ts';
import { type SettingsText, settingsHash } from './scopes/in-force.ts';
import { readSettings } from './settings/read.ts';
import { settingAt } from './settings/setting-at.ts';

export type CheckRequest = {
  readonly project: string;
  readonly home: string;
  /** The settings to check: those in force, or a file that a person named. */
  readonly texts: readonly SettingsText[];
  /** The mode of the session; absent: the one that the settings start with. */
  readonly mode?: Mode;
  /** The store's file; the ledger lies beside it. */
  readonly store: string;
};

/** Something that speaks against production, with what shows it. */
type Finding = {
  /** The call, rule or file. */
  readonly shown: string;
  readonly why: string;
  /** How many of the tried calls show the same. */
  readonly calls?: number;
};

export type CheckAnswer = {
  readonly id: string;
  readonly asks: string;
  readonly passed: boolean;
  /** Calls, rules or files that were looked at. */
  readonly tried: number;
  readonly findings: readonly Finding[];
};

export type CheckReport = {
  readonly schemaVersion: 1;
  readonly project: string;
  readonly mode: Mode;
  readonly settingsHash: string;
  readonly passed: boolean;
  readonly answers: readonly CheckAnswer[];
};

/** Tries out what an agent could do under these settings before it may; every answer comes with what shows it. */
export function check(request: CheckRequest): CheckReport {
  const policy = policyOf(request);
  const answers = [
    ...asked(policy),
    bypassAnswer(request.texts),
    understandingAnswer(policy, request.texts),
    recordAnswer(policy, request.store),
  ];
  return {
    schemaVersion: 1,
    project: request.project,
    mode: policy.surroundings.mode,
    settingsHash: settingsHash(request.texts),
    passed: answers.every(({ passed }) => passed),
    answers,
  };
}

function policyOf({ project, home, texts, mode }: CheckRequest): CompiledPolicy {
  const sources = permissionsOf(texts);
  const ground = { workspace: project, home };
  const started = sources.find(({ defaultMode }) => defaultMode !== undefined)?.defaultMode;
  return compilePolicy(sources, {
    ...ground,
    mode: mode ?? started ?? 'default',
    // Trust is one key at the first start: what the project's own file would allow then counts from the beginning.
    trusted: true,
    files: fileFacts(generalCalls(ground).flatMap(({ call }) => pathOf(call))),
    addedDirectories: [],
    clientVersion: NEWEST_KNOWN,
    zones: ownZones(),
  });
}

function pathOf({ input }: ToolCall): readonly string[] {
  return typeof input['file_path'] === 'string' ? [input['file_path']] : [];
}

type Tried = { readonly text: string; readonly call: ToolCall };

function generalCalls(ground: Ground): readonly Tried[] {
  return QUESTIONS.flatMap(({ probes }) => probes(ground));
}

type Passed = { readonly text: string; readonly why: string; readonly effects: Effects };

/** Puts the general calls, and for every allow rule the worst calls that it may match, to the permission model. */
function asked(policy: CompiledPolicy): readonly CheckAnswer[] {
  const { surroundings } = policy;
  const passed = callsThatPass(policy, surroundings);
  const allowlist = allowlistOf(policy);
  return QUESTIONS.map((question) => answered(question, passed, allowlist));
}

type Trial = { readonly tried: number; readonly passed: readonly Passed[] };

function callsThatPass(
  policy: CompiledPolicy,
  surroundings: CompiledPolicy['surroundings'] & EffectSurroundings,
): Trial {
  const calls = new Map<string, Tried>();
  for (const tried of generalCalls(surroundings)) calls.set(tried.text, tried);
  for (const { rule } of allRules(policy, ['allow'])) {
    for (const tried of probesOf(rule, surroundings, 'one-spelling')) calls.set(tried.text, tried);
  }
  const passed = [...calls.values()].flatMap(({ text, call }): readonly Passed[] => {
    const { verdict, because } = decide(policy, call);
    return verdict === 'allow'
      ? [{ text, why: reasonInWords(because), effects: effectsOf(call, surroundings) }]
      : [];
  });
  return { tried: calls.size, passed };
}

/** Hosts and servers that rules name outright. */
function allowlistOf(policy: CompiledPolicy): ReadonlySet<string> {
  return new Set(allRules(policy, ['allow']).flatMap(({ rule }) => namedOutright(rule)));
}

function namedOutright({ tool, content }: Rule): readonly string[] {
  if (tool === 'WebFetch' && content?.includes('*') === false) return [content.replace(/^domain:/, '')];
  const server = /^mcp__(.+?)__[^*]+$/.exec(tool)?.[1];
  // As the effects model speaks of an MCP server.
  return server === undefined ? [] : [`the server ${server}`];
}

function answered(
  { id, asks, harm }: Question,
  { tried, passed }: Trial,
  allowlist: ReadonlySet<string>,
): CheckAnswer {
  // One call shows what a rule lets through; the others of the same kind are counted.
  const kinds = new Map<string, Finding & { readonly calls: number }>();
  for (const { text, why, effects } of passed) {
    const harmful = harm(effects, allowlist) ?? anyHarm(effects);
    if (harmful === undefined) continue;
    const kind = `${harmful}; passes by ${why}`;
    const known = kinds.get(kind);
    kinds.set(kind, { shown: known?.shown ?? text, why: kind, calls: (known?.calls ?? 0) + 1 });
  }
  const findings = [...kinds.values()];
  return { id, asks, tried, findings, passed: findings.length === 0 };
}

/** Whatever is asked: a program that nobody named can do it. */
function anyHarm({ executes }: Effects): string | undefined {
  return executes === 'anything' ? 'runs any program, and that can' : undefined;
}

function bypassAnswer(texts: readonly SettingsText[]): CheckAnswer {
  const keys = ['permissions', 'disableBypassPermissionsMode'];
  const disabled = texts.some(({ text }) => settingAt(text, keys) === 'disable');
  return {
    id: 'bypass-disabled',
    asks: 'Can the asking be switched off?',
    tried: texts.length,
    findings: disabled ? [] : [{ shown: keys.join('.'), why: 'no settings file says "disable"' }],
    passed: disabled,
  };
}

/** Longer rules and longer lists are not read, they are waved through. */
const READABLE = { rule: 100, rules: 60 };

function understandingAnswer(policy: CompiledPolicy, texts: readonly SettingsText[]): CheckAnswer {
  const rules = allRules(policy).map(({ rule }) => rule);
  const unread = texts.flatMap((text): readonly Finding[] => {
    const reading = readSettings(text.text, text);
    if (reading.kind === 'void')
      return [{ shown: text.file, why: `the client ignores this file: ${reading.why}` }];
    return reading.problems.map(({ line, column, why }) => ({
      shown: `${text.file}:${line}:${column}`,
      why,
    }));
  });
  const hard = rules
    .filter(({ text }) => text.length > READABLE.rule || text.includes('\n'))
    .map(({ text }) => ({ shown: text.slice(0, READABLE.rule), why: 'too long to be read at a glance' }));
  const many =
    rules.length > READABLE.rules
      ? [{ shown: `${rules.length} rules`, why: 'more than anyone reviews' }]
      : [];
  const findings = [...unread, ...hard, ...many];
  return {
    id: 'hard-to-review',
    asks: 'Is anything hard for a reviewer to understand?',
    tried: rules.length + texts.length,
    findings,
    passed: findings.length === 0,
  };
}

/** Every allow rule that a person could have written needs an acceptance that stands, in a ledger that is whole. */
function recordAnswer(policy: CompiledPolicy, store: string): CheckAnswer {
  const { entries, check: chain, file } = audit(store);
  const accepted = new Set(
    standing(entries).flatMap((entry) =>
      entry.changes.map(({ change }) =>
        'rule' in change ? `${entry.file}\n${change.list}\n${change.rule}` : '',
      ),
    ),
  );
  const rules = allRules(policy, ['allow'])
    .map(({ rule }) => rule)
    .filter(({ origin }) => origin.scope !== 'managed');
  const untied = rules
    .filter(({ text, list, origin }) => !accepted.has(`${origin.file ?? ''}\n${list}\n${text}`))
    .map(({ text, origin }) => ({ shown: text, why: `no acceptance on record${whereOf(origin)}` }));
  const broken = chain.kind === 'broken' ? [{ shown: `${file}:${chain.line}`, why: chain.why }] : [];
  const findings = [...broken, ...untied];
  return {
    id: 'without-record',
    asks: 'Does anything pass unasked without a record of who accepted it?',
    tried: rules.length,
    findings,
    passed: findings.length === 0,
  };
}

function whereOf({ file, line }: { readonly file?: string; readonly line?: number }): string {
  return file === undefined ? '' : ` (${file}:${line ?? 1})`;
}
