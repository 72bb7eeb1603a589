import { allPaths, normalise, placeOf, relativeTo } from '../permission/path/place.ts';
import type { Zone } from './effects.ts';
import type { EffectSurroundings } from './surroundings.ts';
import type { ZonePatterns } from './zone-pattern.ts';
import { ZONE_PATTERNS } from './zone-patterns.ts';

/** Answers in which zone an absolute, normalised path (or a pattern with `*`) lies. */
export type ZoneOf = (path: string) => Zone;

type NamePatterns = {
  readonly names: ReadonlySet<string>;
  readonly wildcards: RegExp | undefined;
  /** Pieces of a path with their slashes: `/.aws/credentials/`. */
  readonly middles: readonly string[];
  /** Places of the machine, lower case, without a slash at the end. */
  readonly machine: readonly string[];
};

type Matcher = NamePatterns & {
  readonly except: RegExp | undefined;
  readonly known: Map<string, boolean>;
};

type Matchers = Readonly<Record<'secret' | 'protected' | 'temporary', Matcher>>;

const MATCHERS = new WeakMap<object, Matchers>();
const BUILT_IN = matchersOf(ZONE_PATTERNS);

/** Names that a wildcard may turn out to match: one for each kind of secret. */
const SECRETS_AT_HAND = [
  '.env',
  '.env.local',
  '.env.production',
  'prod.env',
  'id_rsa',
  'id_ed25519',
  'server.pem',
  'server.key',
  'client.p12',
  'credentials.json',
  'secrets.yml',
  'secrets.json',
  '.npmrc',
  '.netrc',
  '.aws',
  '.ssh',
  '.git-credentials',
  'terraform.tfstate',
  'prod.tfvars',
  'service-account.json',
];
const PROTECTED_AT_HAND = [
  'package.json',
  'Cargo.toml',
  'pyproject.toml',
  'go.mod',
  'Dockerfile',
  'CLAUDE.md',
  '.github',
  '.git',
];

/** The zones of a project, compiled once. */
export function zonesIn(surroundings: EffectSurroundings): ZoneOf {
  const matchers = surroundings.zones === undefined ? BUILT_IN : withOwn(surroundings.zones);
  const roots = [surroundings.workspace, ...(surroundings.addedDirectories ?? [])].map(normalise);
  const home = normalise(surroundings.home);
  const one = (path: string): Zone => zoneOfPath(path, matchers, roots, home);
  const { files } = surroundings;
  if (files === undefined || files.links.size === 0) return one;
  return (path) => worst(allPaths(placeOf(path, files)).map(one));
}

/** Strictest last: what a link and its target make together. */
const SEVERITY: readonly Zone[] = ['temporary', 'workspace', 'outside', 'protected', 'secret'];

function worst(zones: readonly Zone[]): Zone {
  return zones.reduce((a, b) => (SEVERITY.indexOf(b) > SEVERITY.indexOf(a) ? b : a), 'temporary');
}

function withOwn(own: readonly ZonePatterns[]): Matchers {
  const known = MATCHERS.get(own);
  if (known !== undefined) return known;
  const made = matchersOf([...ZONE_PATTERNS, ...own]);
  MATCHERS.set(own, made);
  return made;
}

function zoneOfPath(path: string, matchers: Matchers, roots: readonly string[], home: string): Zone {
  const inside = innermost(path, roots);
  const lower = path.toLowerCase();
  if (inside !== undefined) return zoneInside(inside.toLowerCase(), matchers);
  if (isMachine(lower, home.toLowerCase(), matchers.secret) || isNamed(lower, matchers.secret))
    return 'secret';
  if (isMachine(lower, home.toLowerCase(), matchers.temporary)) return 'temporary';
  const personal = relativeTo(home, path);
  if (personal !== undefined && isNamed(`/${personal.toLowerCase()}`, matchers.protected)) return 'protected';
  return isMachine(lower, home.toLowerCase(), matchers.protected) ? 'protected' : 'outside';
}

/** The names below the workspace count, not those that lead to it: a project may live in a folder called `secrets`. */
function zoneInside(relative: string, matchers: Matchers): Zone {
  const path = `/${relative}`;
  if (isNamed(path, matchers.secret)) return 'secret';
  if (isNamed(path, matchers.protected)) return 'protected';
  return isNamed(path, matchers.temporary) ? 'temporary' : 'workspace';
}

function innermost(path: string, roots: readonly string[]): string | undefined {
  let found: string | undefined;
  for (const root of roots) {
    const relative = relativeTo(root, path);
    if (relative !== undefined && (found === undefined || relative.length < found.length)) found = relative;
  }
  return found;
}

function isMachine(path: string, home: string, matcher: Matcher): boolean {
  return matcher.machine.some((place) => {
    const start = place.startsWith('~') ? home + place.slice(1) : place;
    return path === start || (path.startsWith(start) && path.charAt(start.length) === '/');
  });
}

/** More paths than this are not remembered at a time. */
const MOST_REMEMBERED = 4000;

/** Paths come again and again: what they match is remembered. */
function isNamed(path: string, matcher: Matcher): boolean {
  const { known } = matcher;
  const before = known.get(path);
  if (before !== undefined) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const named = matchesName(path, matcher);
  known.set(path, named);
  return named;
}

function matchesName(path: string, matcher: Matcher): boolean {
  const segments = path.split('/');
  const last = segments[segments.length - 1] ?? '';
  if (matcher.except?.test(last) === true) return false;
  for (const segment of segments) {
    if (segment === '') continue;
    if (matcher.names.has(segment) || matcher.wildcards?.test(segment) === true) return true;
    if (segment.includes('*') || segment.includes('?') || segment.includes('[')) {
      if (mayBe(segment, matcher, segments.filter((each) => each !== '**').length <= 2)) return true;
    }
  }
  const whole = `${path}/`;
  return matcher.middles.some((middle) => whole.includes(middle));
}

/** A shell pattern that is more than `*` may match a name of the zone: `.e*`, `*.pem`, `id_*`. */
function mayBe(segment: string, matcher: Matcher, top: boolean): boolean {
  if (/^[*?]+$/.test(segment)) return false;
  const pattern = shellPattern(segment);
  const secret = matcher.names.has('id_rsa');
  if (!secret && !(top && matcher.names.has('package.json'))) return false;
  return (secret ? SECRETS_AT_HAND : PROTECTED_AT_HAND).some((name) => pattern.test(name));
}

function shellPattern(segment: string): RegExp {
  const dot = segment.startsWith('.') || segment.startsWith('[') ? '' : '(?!\\.)';
  const body = segment
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*+/g, '[^/]*')
    .replace(/\?/g, '[^/]')
    .replace(/\[[^\]]*\]?/g, '[^/]');
  return new RegExp(`^${dot}${body}$`, 'i');
}

function matchersOf(all: readonly ZonePatterns[]): Matchers {
  const of = (zone: ZonePatterns['zone']): Matcher => matcherOf(all.filter((entry) => entry.zone === zone));
  return { secret: of('secret'), protected: of('protected'), temporary: of('temporary') };
}

function matcherOf(entries: readonly ZonePatterns[]): Matcher {
  const patterns = entries.flatMap((entry) => entry.patterns).map((pattern) => pattern.toLowerCase());
  const machine = patterns.filter((pattern) => /^[/~]/.test(pattern));
  const own = patterns.filter((pattern) => !/^[/~]/.test(pattern));
  return {
    names: new Set(own.filter((pattern) => !/[/*]/.test(pattern))),
    wildcards: anyOf(own.filter((pattern) => pattern.includes('*') && !pattern.includes('/'))),
    middles: own.filter((pattern) => pattern.includes('/')).map((pattern) => `/${pattern}/`),
    machine,
    known: new Map(),
    except: anyOf(entries.flatMap((entry) => entry.except ?? []).map((pattern) => pattern.toLowerCase())),
  };
}

function anyOf(patterns: readonly string[]): RegExp | undefined {
  if (patterns.length === 0) return undefined;
  const bodies = patterns.map((p) => p.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replace(/\*/g, '[^/]*'));
  return new RegExp(`^(?:${bodies.join('|')})$`);
}
