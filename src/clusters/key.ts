import type { Action } from '../observations/observation.ts';
import { commandWords } from './command-words.ts';

/** What a rule could take hold of: the name of a cluster. */
export type Key =
  /** Program and subcommand. */
  | { readonly kind: 'command'; readonly words: readonly string[] }
  /** Shell text in which no single command can be read. */
  | { readonly kind: 'shell'; readonly shown: string }
  /** The folder that a path lies in. */
  | { readonly kind: 'folder'; readonly access: 'read' | 'write'; readonly folder: string }
  | { readonly kind: 'host'; readonly host: string }
  /** A tool that rules know by its name only (MCP: server and tool). */
  | { readonly kind: 'tool'; readonly tool: string };

/** How many words of a command name what it does: `gh pr view` has three, `ls -la` one. */
export type NamingWords = (words: readonly string[]) => number;

export function commandKey(part: string, naming: NamingWords): Key {
  const command = commandWords(part);
  if (command === undefined) return { kind: 'shell', shown: part.slice(0, 60).replace(/\s.*$/s, '') };
  return { kind: 'command', words: command.words.slice(0, naming(command.words)) };
}

/** The key of a call that is one whole: everything but a shell command. */
export function actionKey(tool: string, action: Action): Key {
  switch (action.kind) {
    case 'path':
      return folderKey(action.access === 'write' ? 'write' : 'read', action.path);
    case 'fetch':
      return { kind: 'host', host: hostOf(action.url) ?? action.url };
    case 'bash':
    case 'powershell':
      return { kind: 'shell', shown: tool };
    default:
      return { kind: 'tool', tool };
  }
}

function folderKey(access: 'read' | 'write', path: string): Key {
  const end = path.lastIndexOf('/');
  return { kind: 'folder', access, folder: end <= 0 ? '/' : path.slice(0, end) };
}

/** A key as text: equal keys have equal texts. */
export function keyText(key: Key): string {
  switch (key.kind) {
    case 'command':
      return key.words.join(' ');
    case 'shell':
      return `shell text: ${key.shown}`;
    case 'folder':
      return `${key.access} ${key.folder}`;
    case 'host':
      return key.host;
    case 'tool':
      return key.tool;
  }
}

/** The host name of a URL in lower case; undefined where there is none. */
export function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname || undefined : undefined;
}
