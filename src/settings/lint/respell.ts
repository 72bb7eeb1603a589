import { type List, parseRule } from '../../permission/rule.ts';
import { rejection } from '../../permission/rule-validity.ts';

/** A rule that does nothing as written: why, and how it is written so that it works, where that is clear. */
export type Misspelling = { readonly why: string; readonly working?: string };

/** Tool names whose path patterns are never consulted, and the name under which they are (documentation: permissions). */
const CONSULTED_AS: Readonly<Record<string, string>> = {
  Write: 'Edit',
  NotebookEdit: 'Edit',
  MultiEdit: 'Edit',
  Glob: 'Read',
  Grep: 'Read',
  LS: 'Read',
  NotebookRead: 'Read',
};

const KNOWN_TOOLS = [
  'Bash',
  'Read',
  'Edit',
  'Write',
  'WebFetch',
  'WebSearch',
  'Grep',
  'Glob',
  'Agent',
  'Skill',
  'NotebookEdit',
];

/** Folders at the root of a file system: `/etc/x` means `//etc/x` when somebody writes it. */
const ROOT_FOLDERS =
  /^\/(bin|dev|etc|home|lib|mnt|opt|private|proc|root|sbin|srv|sys|tmp|usr|var|Users|Volumes)(\/|$)/;

/** Why a rule can never match, or undefined where it can. Holds for rules that load and for rules that do not. */
export function misspelling(text: string, list: List): Misspelling | undefined {
  const parsed = parseRule(text);
  if (parsed.kind === 'malformed') return { why: parsed.why };
  const { tool, content } = parsed.form;
  const found =
    inToolName(tool, content) ?? (content === undefined ? undefined : inContent(tool, content, list));
  if (found === undefined) return undefined;
  const works = found.working !== undefined && rejection(found.working, list) === undefined;
  return works ? found : { why: found.why };
}

function inToolName(tool: string, content: string | undefined): Misspelling | undefined {
  const canonical = KNOWN_TOOLS.find((known) => known.toLowerCase() === tool.trim().toLowerCase());
  if (canonical === undefined || canonical === tool) return undefined;
  return { why: `the tool is called ${canonical}`, working: written(canonical, content) };
}

function inContent(tool: string, content: string, list: List): Misspelling | undefined {
  const consulted = CONSULTED_AS[tool];
  if (consulted !== undefined && content !== '*') {
    return {
      why: `the client never consults path patterns of ${tool}; ${consulted} patterns speak for it`,
      working: written(consulted, content),
    };
  }
  switch (tool) {
    case 'Bash':
      return inCommand(content, list);
    case 'Read':
    case 'Edit':
      return inPattern(tool, content);
    case 'WebFetch':
      return inHost(content);
    case 'Agent':
    case 'Skill':
      return list === 'ask' && !content.includes(':')
        ? { why: `the client ignores ask rules for one ${tool === 'Agent' ? 'agent type' : 'skill'}` }
        : undefined;
    default:
      return undefined;
  }
}

function inCommand(content: string, list: List): Misspelling | undefined {
  if (/:\*./.test(content)) {
    return {
      why: '`:*` is a wildcard only at the very end; inside it is a literal colon',
      working: `Bash(${content.replace(/:\*(?=.)/g, ' *').replace(/ {2,}/g, ' ')})`,
    };
  }
  if (list === 'allow' && /^(command|description|run_in_background|timeout)\s*:/.test(content)) {
    return { why: 'parameters are matched in deny and ask rules only' };
  }
  if (/^["'\\]/.test(content)) {
    const bare = content.replace(/^(["'])([^"']+)\1/, '$2').replace(/^\\/, '');
    return {
      why: 'quotes around the command word are undone in the call, not in the rule',
      working: `Bash(${bare})`,
    };
  }
  return undefined;
}

function inPattern(tool: string, content: string): Misspelling | undefined {
  if (ROOT_FOLDERS.test(content)) {
    return {
      why: "one `/` starts at the settings' own root; an absolute path starts with two",
      working: `${tool}(/${content})`,
    };
  }
  if (/^\$HOME\//.test(content)) {
    return {
      why: 'variables are not expanded; the home directory is `~/`',
      working: `${tool}(~/${content.slice(6)})`,
    };
  }
  if (content.startsWith('../')) return { why: 'a relative pattern never leaves the current directory' };
  if (/^[A-Za-z]:[\\/]/.test(content)) return { why: 'a drive is written `//c/...`' };
  if (/\{[^}]*,[^}]*\}/.test(content))
    return { why: 'braces are literal characters: write one rule for each' };
  return undefined;
}

function inHost(content: string): Misspelling | undefined {
  if (content === '*') return undefined;
  const named = content.replace(/^[Dd]omain:\s*/, '');
  const host = named
    .replace(/^\w+:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d+$/, '');
  const working = `WebFetch(domain:${host})`;
  if (`WebFetch(${content})` === working || host === '') return undefined;
  // A rule for one path or port would come to cover the whole host: shown, never done unasked.
  const widens = host !== named;
  return {
    why: 'a WebFetch rule is written `domain:host`, without scheme, port or path',
    ...(widens ? {} : { working }),
  };
}

function written(tool: string, content: string | undefined): string {
  return content === undefined ? tool : `${tool}(${content})`;
}
