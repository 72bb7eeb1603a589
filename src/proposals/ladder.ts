import { type Cluster, type Member, needsPlace } from '../clusters/cluster.ts';
import { commandWords } from '../clusters/command-words.ts';
import { hostOf } from '../clusters/key.ts';
import { isMasked } from '../observations/mask.ts';
import type { Surroundings } from '../permission/policy.ts';
import { fileRule, folderCandidates } from './folder-ladder.ts';
import { placeCandidates } from './place-ladder.ts';
import type { Candidate } from './rung.ts';

/** How many words beyond the subcommand a beginning may hold; longer ones are nearly exact. */
const FURTHER_WORDS = 3;

/** Longer commands are one-off text: as an exact rule they would only be junk in the settings. */
const LONGEST_EXACT = 120;

/**
 * The rules that could cover members of one project's clusters, from narrow to broad. A rule for a bare program never
 * comes up where the program has subcommands. Nothing that a secret was masked in becomes a rule.
 */
export function candidates(clusters: readonly Cluster[], surroundings: Surroundings): readonly Candidate[] {
  const commands = clusters.filter(({ key }) => key.kind === 'command').flatMap(commandLadder);
  const folders = folderCandidates(clusters, surroundings.workspace);
  const places = placeCandidates(clusters, surroundings);
  const whole = clusters.flatMap(wholeCandidates);
  return together([...commands, ...folders, ...places, ...whole]).filter(({ rule }) => !isMasked(rule));
}

/** One rule may come up for members of several tools: reading a folder opens it to shell commands too. */
function together(found: readonly Candidate[]): readonly Candidate[] {
  const byRule = new Map<string, Candidate>();
  for (const candidate of found) {
    const known = byRule.get(candidate.rule);
    const from = known === undefined ? candidate.from : [...new Set([...known.from, ...candidate.from])];
    byRule.set(candidate.rule, { ...candidate, from });
  }
  return [...byRule.values()];
}

function commandLadder({ key, members }: Cluster): readonly Candidate[] {
  if (key.kind !== 'command') return [];
  const depth = key.words.length;
  const beginnings = new Map<string, { words: number; from: Member[] }>();
  const exact = new Map<string, Member[]>();
  for (const member of members) {
    if (member.need.kind !== 'rule' || needsPlace(member.need)) continue;
    const command = commandWords(member.text);
    if (command === undefined) continue;
    if (isWritable(command.text)) {
      exact.set(command.text, [...(exact.get(command.text) ?? []), member]);
    }
    const longest = Math.min(command.plain, depth + FURTHER_WORDS);
    for (let words = depth; words <= longest; words += 1) {
      const beginning = command.words.slice(0, words).join(' ');
      const known = beginnings.get(beginning);
      if (known === undefined) beginnings.set(beginning, { words, from: [member] });
      else known.from.push(member);
    }
  }
  const broad = [...beginnings]
    .filter(([, { words, from }]) => words === depth || from.length > 1)
    .map(
      ([beginning, { words, from }]): Candidate => ({
        rule: `Bash(${beginning} *)`,
        breadth: words === depth ? 'subcommand' : 'beginning',
        from,
      }),
    );
  const narrow = [...exact].map(
    ([text, from]): Candidate => ({ rule: `Bash(${text})`, breadth: 'exact', from }),
  );
  return [...narrow, ...broad];
}

/** The rule that matches this member and nothing else; undefined where no rule can be written for it. */
export function exactRule({ key, text, tool }: Member, project: string): string | undefined {
  if (key.kind === 'folder') return fileRule(text, project);
  if (key.kind === 'host') return `${tool}(domain:${key.host})`;
  if (tool !== 'Bash') return tool === text ? tool : `${tool}(${text})`;
  const command = commandWords(text);
  return command !== undefined && isWritable(command.text) ? `Bash(${command.text})` : undefined;
}

/** A `*` would be read as a wildcard, a line break ends nothing in a rule, and `:*` at the end means a prefix. */
function isWritable(text: string): boolean {
  return text.length <= LONGEST_EXACT && !/[*\n\r\\]/.test(text);
}

function wholeCandidates({ key, tool, members }: Cluster): readonly Candidate[] {
  const from = members.filter(({ need }) => need.kind === 'rule');
  if (from.length === 0) return [];
  if (key.kind === 'host') {
    const host = from.map((member) => hostOf(member.text)).find((name) => name !== undefined);
    return host === undefined ? [] : [{ rule: `${tool}(domain:${host})`, breadth: 'host', from }];
  }
  return key.kind === 'tool' ? [{ rule: tool, breadth: 'tool', from }] : [];
}
