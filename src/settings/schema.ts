import { z } from 'zod';
import { MODES } from '../permission/mode.ts';
import { HOOKS } from './hook-schema.ts';
import { BOOLEANS, BOOLEANS_OR_NULL, TEXTS as TEXT_KEYS, TEXT_LISTS } from './known-keys.ts';
import { SANDBOX } from './sandbox-schema.ts';
import { each, objectWith, TEXTS, word } from './shapes.ts';

/** A known key with a value that the client does not accept. */
export type SchemaProblem = { readonly path: readonly string[]; readonly why: string };

const PERMISSIONS = objectWith(
  // Entries are judged one by one: a bad rule drops alone.
  each(['allow', 'ask', 'deny'], z.array(z.unknown())),
  each(['additionalDirectories'], TEXTS),
  each(['defaultMode'], word(...MODES, 'manual')),
  each(['disableBypassPermissionsMode', 'disableAutoMode'], word('disable')),
  each(
    ['blockReadsOutsideWorkingDirectories', 'blockWritesOutsideWorkingDirectories', 'denyInsteadOfPrompting'],
    z.boolean(),
  ),
);

const MARKETPLACES = z.array(z.looseObject({})).nullable();

const SETTINGS = objectWith(
  each(BOOLEANS, z.boolean()),
  each(BOOLEANS_OR_NULL, z.boolean().nullable()),
  each(TEXT_KEYS, z.string()),
  each(TEXT_LISTS, TEXTS),
  each(['permissions'], PERMISSIONS),
  each(['sandbox'], SANDBOX),
  each(['hooks'], HOOKS),
  each(['env'], z.looseObject({})),
  each(['cleanupPeriodDays', 'skillListingMaxDescChars'], z.int().positive()),
  each(['desktopSessionCleanupPeriodDays'], z.int().nonnegative()),
  each(['skillListingBudgetFraction'], z.number().positive().max(1)),
  each(['feedbackSurveyRate'], z.number().nonnegative().max(1)),
  each(['workflowSizeGuideline'], word('unrestricted', 'small', 'medium', 'large')),
  each(['defaultShell'], word('bash', 'powershell')),
  each(['parentSettingsBehavior', 'managedSourcesBehavior'], word('first-wins', 'merge')),
  each(['autoUpdatesChannel'], word('latest', 'stable', 'rc')),
  each(['tui'], word('default', 'fullscreen')),
  each(['daemonColdStart'], word('transient', 'ask')),
  each(['defaultView'], word('chat', 'transcript')),
  each(['feedbackDrafts'], word('notify', 'quiet', 'off').nullable()),
  each(['disableAutoMode', 'disableDeepLinkRegistration'], word('disable').nullable()),
  each(
    ['enabledMcpjsonServers', 'disabledMcpjsonServers', 'forceLoginOrgUUID'],
    z.union([z.string(), TEXTS]),
  ),
  each(['strictKnownMarketplaces', 'allowedMarketplaces', 'blockedMarketplaces'], MARKETPLACES),
  each(['allowedChannelPlugins', 'sshConfigs'], z.array(z.looseObject({}))),
  each(['enabledPlugins'], z.record(z.string(), z.union([z.boolean(), TEXTS]))),
  each(['modelOverrides'], z.record(z.string(), z.string())),
  each(['skillOverrides'], z.record(z.string(), word('on', 'name-only', 'user-invocable-only', 'off'))),
  each(['pluginConfigs'], z.record(z.string(), z.looseObject({}))),
  each(['statusLine', 'fileSuggestion'], commandLine()),
  each(['spinnerVerbs'], z.looseObject({ mode: word('append', 'replace'), verbs: TEXTS })),
  each(['attribution'], z.union([z.boolean(), attribution()])),
  each(
    ['worktree'],
    objectWith(each(['symlinkDirectories', 'sparsePaths'], TEXTS), each(['baseRef'], word('fresh', 'head'))),
  ),
  each(
    ['voice'],
    objectWith(each(['enabled', 'autoSubmit'], z.boolean()), each(['mode'], word('hold', 'tap'))),
  ),
  each(['remote'], objectWith(each(['defaultEnvironmentId'], z.string()))),
  each(
    ['autoMode'],
    objectWith(
      each(['allow', 'soft_deny', 'hard_deny', 'environment'], TEXTS),
      each(['classifyAllShell'], z.boolean()),
    ),
  ),
);

/**
 * Every known key whose value the client does not accept; unknown keys are fine.
 * Recorded by putting values of every JSON type to each key of the settings resolution of the SDK 0.3.330.
 */
export function schemaProblems(value: unknown): readonly SchemaProblem[] {
  const result = SETTINGS.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => ({ path: path.map(String), why: message }));
}

function commandLine() {
  return z.looseObject({
    type: z.literal('command'),
    command: z.string(),
    padding: z.number().optional(),
    refreshInterval: z.number().optional(),
    hideVimModeIndicator: z.boolean().optional(),
  });
}

function attribution() {
  return objectWith(each(['commit', 'pr'], z.string()), each(['sessionUrl'], z.boolean()));
}
