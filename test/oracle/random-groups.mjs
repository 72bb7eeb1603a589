import {
  BARE_RULES,
  DRESSES,
  HOST_PATTERNS,
  HOSTS,
  JOINTS,
  MCP_RULES,
  MCP_TOOLS,
  PATHS,
  PATTERN_HEADS,
  PATTERN_TAILS,
  PROGRAMS,
} from './vocabulary.mjs';

const CASES_IN_A_GROUP = 75;
const LISTS = ['allow', 'allow', 'allow', 'deny', 'ask'];
const SCOPES = ['project', 'local', 'user', 'managed'];
const MODES = [
  ...Array.from({ length: 12 }, () => 'default'),
  'acceptEdits',
  'acceptEdits',
  'acceptEdits',
  'plan',
  'plan',
  'dontAsk',
  'bypassPermissions',
  'auto',
];
const TOOLS = [
  '--tools',
  'Bash,Read,Edit,Write,NotebookEdit,Grep,Glob,WebFetch,WebSearch,Agent,Skill,ToolSearch',
];

/** Groups of new cases: the same ones for the same seed. Two thirds ask about Bash. */
export function randomGroups({ cases, seed, layouts }) {
  const random = randomFrom(seed);
  const groups = [];
  for (let left = cases; left > 0; left -= CASES_IN_A_GROUP) {
    const number = groups.length;
    const make = number % 3 === 2 ? toolGroup : bashGroup;
    groups.push({
      group: `random-${seed}-${number}`,
      ...make(random, Math.min(left, CASES_IN_A_GROUP), layouts),
    });
  }
  return groups;
}

/** Numbers from 0 to 1 (mulberry32), and picks from a list. */
function randomFrom(seed) {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { chance: (share) => number() < share, pick: (list) => list[Math.floor(number() * list.length)] };
}

function bashGroup(random, size, layouts) {
  const programs = Array.from({ length: 4 }, () => random.pick(PROGRAMS));
  const rules = programs
    .slice(0, 3)
    .map((program) => ({ list: random.pick(LISTS), rule: commandRule(random, program) }));
  if (random.chance(0.35)) rules.push({ list: random.pick(LISTS), rule: pathRule(random) });
  if (random.chance(0.15)) rules.push({ list: random.pick(LISTS), rule: random.pick(['Bash', 'Bash(*)']) });
  const likely = () => (random.chance(0.8) ? random.pick(programs) : random.pick(PROGRAMS));
  const calls = Array.from({ length: size }, () => ({
    tool: 'Bash',
    input: { command: commandText(random, likely) },
  }));
  return {
    settings: settingsOf(random, rules),
    mode: random.pick(MODES),
    layout: layouts.std.files,
    cases: calls,
  };
}

function commandRule(random, words) {
  const kept = words.slice(0, 1 + Math.floor(random.pick([0, 0.4, 0.9, 0.99]) * words.length)).join(' ');
  return `Bash(${random.pick([`${kept} *`, `${kept} *`, `${kept}:*`, kept, `${kept}*`, `* ${words.at(-1)}`, `${words[0]} * ${words.at(-1)}`])})`;
}

function commandText(random, likely) {
  const parts = [dressed(random, likely())];
  while (random.chance(0.3) && parts.length < 4) parts.push(random.pick(JOINTS), dressed(random, likely()));
  return parts.join('');
}

function dressed(random, words) {
  const extra = random.chance(0.25) ? random.pick([' b', ' --flag', ' -x', ' ../other/o.txt', ' .env']) : '';
  return random.pick(DRESSES).replaceAll('%', () => words.join(' ') + extra);
}

function toolGroup(random, size, layouts) {
  const rules = Array.from({ length: 3 }, () => ({ list: random.pick(LISTS), rule: toolRule(random) }));
  const settings = settingsOf(random, rules);
  const calls = Array.from({ length: size }, () => toolCall(random));
  const added = random.chance(0.2) ? ['--add-dir', '/home/dev/docs'] : [];
  return {
    settings,
    mode: random.pick(MODES),
    layout: layouts['paths-empty'].files,
    mcp: true,
    args: [...TOOLS, ...added],
    cases: calls,
  };
}

function toolRule(random) {
  const kind = random.pick(['path', 'path', 'path', 'fetch', 'mcp', 'bare']);
  if (kind === 'path') return pathRule(random);
  if (kind === 'fetch') return `WebFetch(domain:${random.pick(HOST_PATTERNS)})`;
  return random.pick(kind === 'mcp' ? MCP_RULES : BARE_RULES);
}

function pathRule(random) {
  const tool = random.pick(['Read', 'Read', 'Edit', 'Edit', 'Write']);
  return `${tool}(${random.pick(PATTERN_HEADS)}${random.pick(PATTERN_TAILS)})`;
}

function toolCall(random) {
  const path = random.pick(PATHS);
  const absolute = /^[/~.]/.test(path) && !path.startsWith('.env') ? path : `/home/dev/proj/${path}`;
  switch (
    random.pick(['Read', 'Write', 'Write', 'Edit', 'Grep', 'Glob', 'WebFetch', 'mcp', 'Agent', 'Skill'])
  ) {
    case 'Read':
      return { tool: 'Read', input: { file_path: absolute } };
    case 'Write':
      return { tool: 'Write', input: { file_path: `${absolute}.new`, content: 'x' } };
    case 'Edit':
      return { tool: 'Edit', input: { file_path: `${absolute}.edit`, old_string: '', new_string: 'x' } };
    case 'Grep':
      return { tool: 'Grep', input: { pattern: 'x', path: absolute } };
    case 'Glob':
      return { tool: 'Glob', input: { pattern: '*', path: absolute } };
    case 'WebFetch':
      return {
        tool: 'WebFetch',
        input: { url: `https://${random.pick(HOSTS)}/${random.pick(['', 'docs/x', 'a?b=c'])}`, prompt: 'p' },
      };
    case 'mcp':
      return { tool: random.pick(MCP_TOOLS), input: { q: 'x' } };
    case 'Agent':
      return {
        tool: 'Agent',
        input: {
          description: 'd',
          prompt: 'hi',
          subagent_type: random.pick(['Explore', 'Plan', 'general-purpose']),
        },
      };
    default:
      return { tool: 'Skill', input: { skill: random.pick(['init', 'review', 'loop', 'code-review']) } };
  }
}

/** The rules spread over one or two scopes. */
function settingsOf(random, rules) {
  const scopes = [random.pick(SCOPES), random.pick(SCOPES)];
  const settings = {};
  for (const { list, rule } of rules) {
    const scope = random.pick(scopes);
    settings[scope] ??= { permissions: {} };
    settings[scope].permissions[list] ??= [];
    settings[scope].permissions[list].push(rule);
  }
  return settings;
}
