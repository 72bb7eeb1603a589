import type { Arg } from './arg.ts';
import type { Invocation, OperandUse } from './invocation.ts';
import { words } from './lookup.ts';
import { placeIn, type Scene } from './scene.ts';
import type { Tally } from './tally.ts';

/** Patterns that fit the lines in which credentials are kept. */
const SEEKS_SECRETS =
  /secret|token(?![a-z])|passw(?:or)?d|api[_-]?key|private[_ -]?key|access[_-]?key|credential|bearer|_key\b|\bakia|\bsk-|\bghp_|begin .*(?:rsa|private|openssh)/i;

/** Patterns that fit every line, or every assignment. */
const FITS_ALL = /^(?:|\^|\$|\.|\.[*+]|\^\.[*+]?\$?|\\S[+*]?|\\w[+*]?|=|\.\+=|\[A-Z_?\][+*]?=?|[^\w]{0,2})$/;

/** A bare word in capitals is the name of a variable, unless it is a mark that people leave in code. */
const NAMES_A_VARIABLE =
  /^(?!(?:TODO|FIXME|XXX|HACK|NOTE|BUG|WIP|WARN|WARNING|ERROR|INFO|DEBUG)$)[A-Z][A-Z0-9_]+=?$/;

/** True for a pattern whose matches in a file of secrets would be the secrets. */
export function findsSecrets(pattern: string): boolean {
  return FITS_ALL.test(pattern) || SEEKS_SECRETS.test(pattern) || NAMES_A_VARIABLE.test(pattern);
}

/** A search of the whole project, hidden files included, prints the secrets that its pattern fits. */
export function addSearchedSecrets(tally: Tally, call: Invocation, scene: Scene): void {
  const part = call.parts.findLast((candidate) => candidate.searches !== undefined);
  if (part?.searches === undefined || isNarrowed(call)) return;
  if (!has(call, part.searches.hidden) || has(call, part.searches.names)) return;
  if (!patternsOf(call).some((pattern) => pattern.kind !== 'exact' || findsSecrets(pattern.text))) return;
  if (rootsOf(call).every((root) => isFolderInside(root, scene))) return;
  tally.reads.push({ path: 'what the hidden files of the project hold', zone: 'secret' });
}

const NAMES = new Map<string, ReadonlySet<string>>();

/** True where one of the named flags is used. */
function has(call: Invocation, names: string): boolean {
  let set = NAMES.get(names);
  if (set === undefined) {
    set = new Set(words(names));
    NAMES.set(names, set);
  }
  return call.flags.some((use) => set.has(use.entry.name));
}

function isNarrowed(call: Invocation): boolean {
  return call.flags.some(
    (use) => use.entry.flag?.value === 'name-pattern' && !/^!|^[*.]*$/.test(use.value?.text ?? ''),
  );
}

function patternsOf(call: Invocation): readonly Arg[] {
  const given = call.flags.flatMap((use) =>
    /^(?:-e|--regexp)$/.test(use.entry.name) && use.value !== undefined ? [use.value] : [],
  );
  const [first] = call.spec.first ?? [];
  const [operand] = call.operands;
  return first === 'text' && operand !== undefined ? [...given, operand.arg] : given;
}

function rootsOf(call: Invocation): readonly OperandUse[] {
  const pattern = call.spec.first?.[0] === 'text' ? 1 : 0;
  const roots = call.operands.slice(pattern);
  return roots.length > 0 ? roots : [{ arg: { kind: 'exact', text: '.' }, meanings: ['read'] }];
}

/** A folder or file below the root of the project; what lies there is judged by its name. */
function isFolderInside({ arg }: OperandUse, scene: Scene): boolean {
  if (arg.kind !== 'exact' || scene.cwd === undefined) return false;
  return placeIn(arg.text, scene).path.startsWith(`${scene.workspace}/`);
}

/** Hidden files that another program found: a search prints of them only what its pattern fits. */
export function isPassedOver(call: Invocation, arg: Arg): boolean {
  if (arg.kind !== 'glob' || !arg.text.endsWith('/.*')) return false;
  const part = call.parts.findLast((candidate) => candidate.searches !== undefined);
  if (part?.searches === undefined) return false;
  if (has(call, part.searches.names)) return true;
  return !patternsOf(call).some((pattern) => pattern.kind !== 'exact' || findsSecrets(pattern.text));
}
