import { allRules, type CompiledPolicy } from '../permission/compile.ts';
import type { Mode } from '../permission/mode.ts';
import type { List, Rule } from '../permission/rule.ts';
import { bashProbe, fetchProbe, fileProbe, type Probe, probe } from './probe.ts';

/** Who let an action pass, and what ties that to a person. */
export type ReviewedAction = {
  /** The tool_use id. */
  readonly id: string;
  readonly tool: string;
  /** The command, path, address or name. */
  readonly what: string;
  /** ISO 8601, UTC. */
  readonly time?: string;
  readonly outcome: string;
  readonly reviewer: string;
  /** The permission model says so, not the transcript. */
  readonly inferred: boolean;
  /** The rules that let it or parts of it pass. */
  readonly rules: readonly SignedRule[];
};

/** An allow rule, and the acceptance that put it there where the ledger has one. */
export type SignedRule = {
  readonly rule: string;
  readonly entry?: number;
  readonly signer?: string;
};

/** A settings file of the session, and how far it is known that this was its content then. */
type SettingsThen = {
  readonly scope: string;
  readonly file: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  /** ledger: written by this program and unchanged until then; untouched: not changed since; assumed: as it is now. */
  readonly known: 'ledger' | 'untouched' | 'assumed';
};

/** What a session is told by its transcript. */
export type SessionFacts = {
  readonly session: string;
  readonly project: string;
  readonly modes: readonly (Mode | 'not recorded')[];
  readonly clientVersions: readonly string[];
  readonly headless: boolean;
  /** ISO 8601, UTC. */
  readonly first?: string;
  readonly last?: string;
};

type ScopeLine = {
  readonly tool: string;
  readonly what: string;
  readonly example: string;
  readonly verdict: 'allow' | 'ask' | 'deny';
};

/** The answer to "what was the agent allowed to do at the time?". */
export type PermissionRecord = SessionFacts & {
  /** Per tool: reads, writes, runs, network, each with the verdict on a call that stands for it. */
  readonly scopes: readonly ScopeLine[];
  readonly rules: Readonly<Record<List, readonly string[]>>;
  readonly workingDirectories: readonly string[];
  /** Hosts that could be fetched unasked, beyond the client's own documentation hosts; `*` is any. */
  readonly networkAllowlist: readonly string[];
  /** Paths that no call of a file tool could reach. */
  readonly blockedPaths: readonly string[];
  readonly actions: readonly ReviewedAction[];
  readonly settings: readonly SettingsThen[];
  readonly settingsHash: string;
  /** The version of this program, whose model gave the verdicts. */
  readonly codeVersion: string;
};

export type RecordParts = {
  readonly facts: SessionFacts;
  /** The settings of that time, in the session's mode. */
  readonly policy: CompiledPolicy;
  readonly actions: readonly ReviewedAction[];
  readonly settings: readonly SettingsThen[];
  readonly settingsHash: string;
  readonly codeVersion: string;
};

/** Puts the record of a session together; the verdicts come from the permission model. */
export function permissionRecord({ facts, policy, ...parts }: RecordParts): PermissionRecord {
  const texts = (list: List): readonly string[] => [
    ...new Set(allRules(policy, [list]).map(({ rule }) => rule.text)),
  ];
  const { actions, settings, settingsHash, codeVersion } = parts;
  return {
    ...facts,
    scopes: scopesOf(policy),
    rules: { allow: texts('allow'), ask: texts('ask'), deny: texts('deny') },
    workingDirectories: policy.workingDirectories,
    networkAllowlist: networkAllowlist(policy),
    blockedPaths: allRules(policy, ['deny']).flatMap(({ rule }) => blockedPath(rule)),
    actions,
    settings,
    settingsHash,
    codeVersion,
  };
}

/** One call for each kind of access, asked of the model. */
function scopesOf(policy: CompiledPolicy): readonly ScopeLine[] {
  const { workspace: cwd, home } = policy.surroundings;
  const probes: readonly Probe[] = [
    fileProbe('read in the workspace', 'Read', { path: `${cwd}/notes.txt`, cwd }),
    fileProbe('read outside', 'Read', { path: `${home}/notes.txt`, cwd }),
    fileProbe('write in the workspace', 'Edit', { path: `${cwd}/notes.txt`, cwd }),
    fileProbe('write outside', 'Edit', { path: `${home}/notes.txt`, cwd }),
    bashProbe('run a program that no rule names', 'some-program', cwd),
    bashProbe('write in the workspace by a command', 'touch notes.txt', cwd),
    bashProbe('reach the network by a command', 'curl https://unlisted.example.com', cwd),
    fetchProbe('fetch from a host that no rule names', 'https://unlisted.example.com', cwd),
    {
      what: 'call a tool that no rule names',
      text: 'mcp__unlisted__tool',
      call: { tool: 'mcp__unlisted__tool', input: {}, cwd },
    },
  ];
  return probe(policy, probes).map(({ what, text, call, decision }) => ({
    tool: call.tool.startsWith('mcp__') ? 'MCP' : call.tool,
    what,
    example: text,
    verdict: decision.verdict,
  }));
}

function networkAllowlist(policy: CompiledPolicy): readonly string[] {
  const hosts = allRules(policy, ['allow']).flatMap(({ rule }) => {
    if (rule.tool !== 'WebFetch') return [];
    return [rule.content?.replace(/^domain:/, '') ?? '*'];
  });
  return [...new Set(hosts)];
}

/** Read and Edit rules with a path; a Write path rule does nothing (documentation: permissions, Read and Edit). */
function blockedPath(rule: Rule): readonly string[] {
  if (rule.tool !== 'Read' && rule.tool !== 'Edit') return [];
  return [`${rule.tool === 'Read' ? 'read' : 'write'} ${rule.content ?? '*'}`];
}
