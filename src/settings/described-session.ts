import { z } from 'zod';
import { NEWEST_KNOWN } from '../permission/client-version.ts';
import { type CompiledPolicy, compilePolicy } from '../permission/compile.ts';
import { MODES } from '../permission/mode.ts';
import type { FileFacts, Permissions } from '../permission/policy.ts';
import type { Scope } from '../permission/rule.ts';
import { readSettings, type SettingsReading } from './read.ts';
import { readArguments } from './session-arguments.ts';

const SETTINGS = z.record(z.string(), z.unknown()).optional();
const NODE = z.union([z.null(), z.string(), z.looseObject({ symlink: z.string() })]);

/** A session told as data: what `precedent decide` reads and what a recorded case holds. */
export const DESCRIBED_SESSION = z.object({
  settings: z
    .object({ managed: SETTINGS, user: SETTINGS, project: SETTINGS, local: SETTINGS, flag: SETTINGS })
    .default({}),
  mode: z.enum([...MODES, 'manual']).default('default'),
  cwd: z.string(),
  home: z.string().default('/home/dev'),
  trusted: z.boolean().default(true),
  args: z.array(z.string()).default([]),
  /** Relative to home: text of a file, null for a directory (the name ends in `/`), or a symbolic link. */
  files: z.record(z.string(), NODE).default({}),
  clientVersion: z.string().default(NEWEST_KNOWN),
});

export type DescribedSession = z.output<typeof DESCRIBED_SESSION>;

/** The policy of a described session, and how each of its settings texts was read. */
export function policyOf(session: DescribedSession): {
  readonly policy: CompiledPolicy;
  readonly readings: readonly SettingsReading[];
} {
  const { settings, args, home, cwd } = session;
  const given = readArguments(args);
  const inline = given.settings.filter((text) => text.trimStart().startsWith('{'));
  const texts: readonly (readonly [Scope, string])[] = [
    ...SOURCES.flatMap((scope) => {
      const value = settings[scope];
      return value === undefined ? [] : [[scope, JSON.stringify(value)] as const];
    }),
    ...inline.map((text) => ['flag', text] as const),
  ];
  const readings = texts.map(([scope, text]) =>
    readSettings(text, { scope, root: rootOf(scope, { home, cwd }) }),
  );
  const sources: Permissions[] = readings.flatMap((reading) =>
    reading.kind === 'valid' ? [reading.permissions] : [],
  );
  sources.push({ scope: 'cliArg', root: cwd, rules: given.rules, additionalDirectories: [] });
  const policy = compilePolicy(sources, {
    mode: session.mode === 'manual' ? 'default' : session.mode,
    home,
    workspace: cwd,
    trusted: session.trusted,
    files: fileFacts(session.files, { home, cwd }),
    addedDirectories: given.addedDirectories,
    clientVersion: session.clientVersion,
  });
  return { policy, readings };
}

const SOURCES = ['managed', 'flag', 'local', 'project', 'user'] as const;

/** `/x` of a described --settings source starts nowhere: the directory of its file is not told. */
const NOWHERE = '/dev/null';

function rootOf(scope: Scope, { home, cwd }: { readonly home: string; readonly cwd: string }): string {
  if (scope === 'user') return `${home}/.claude`;
  return scope === 'flag' ? NOWHERE : cwd;
}

type Tree = Readonly<Record<string, z.output<typeof NODE>>>;

function fileFacts(tree: Tree, { home, cwd }: { readonly home: string; readonly cwd: string }): FileFacts {
  const links = new Map<string, string>();
  const directories = new Set<string>();
  const plainSkills = new Set<string>();
  for (const [name, node] of Object.entries(tree)) {
    const path = `${home}/${name}`.replace(/\/$/, '');
    if (node !== null && typeof node === 'object') links.set(path, node.symlink);
    else addParents(directories, name.endsWith('/') ? path : path.slice(0, path.lastIndexOf('/')));
    const skill = typeof node === 'string' ? skillName(path, [home, cwd]) : undefined;
    if (skill !== undefined && typeof node === 'string' && !grantsTools(node)) plainSkills.add(skill);
  }
  return { links, directories, plainSkills };
}

function addParents(directories: Set<string>, path: string): void {
  for (let current = path; current !== '' && !directories.has(current); ) {
    directories.add(current);
    current = current.slice(0, current.lastIndexOf('/'));
  }
}

function skillName(path: string, bases: readonly string[]): string | undefined {
  for (const base of bases) {
    const start = `${base}/.claude/skills/`;
    const [name, file, ...rest] = path.startsWith(start) ? path.slice(start.length).split('/') : [];
    if (file === 'SKILL.md' && rest.length === 0) return name;
  }
  return undefined;
}

/** A skill whose front matter names tools or hooks of its own is asked about (recorded from client 2.1.330). */
export function grantsTools(skill: string): boolean {
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---/.exec(skill) ?? [];
  return /^(allowed-tools|hooks)\s*:/m.test(frontMatter);
}
