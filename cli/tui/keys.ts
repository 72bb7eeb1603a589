/** Everything that a key can ask for. */
export type Command =
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'top'
  | 'bottom'
  | 'open'
  | 'accept'
  | 'refuse'
  | 'narrower'
  | 'broader'
  | 'edit'
  | 'never'
  | 'witnesses'
  | 'evidence'
  | 'filter'
  | 'target'
  | 'diff'
  | 'undo'
  | 'project'
  | 'next-screen'
  | 'previous-screen'
  | 'back'
  | 'help'
  | 'quit';

export type KeyBinding = {
  /** As a person reads them. */
  readonly keys: readonly string[];
  readonly command: Command;
  readonly help: string;
};

/** The keymap: shown by `?` and in the README, and read by nobody else. */
export const KEYS: readonly KeyBinding[] = [
  { keys: ['j', 'down'], command: 'down', help: 'next' },
  { keys: ['k', 'up'], command: 'up', help: 'previous' },
  { keys: ['space', 'pagedown'], command: 'page-down', help: 'scroll down' },
  { keys: ['B', 'pageup'], command: 'page-up', help: 'scroll up' },
  { keys: ['g', 'home'], command: 'top', help: 'first' },
  { keys: ['G', 'end'], command: 'bottom', help: 'last' },
  { keys: ['enter'], command: 'open', help: 'open; on Diff: write' },
  { keys: ['a'], command: 'accept', help: 'accept, or take in' },
  { keys: ['d'], command: 'refuse', help: 'refuse for now' },
  { keys: ['n'], command: 'narrower', help: 'narrower rule' },
  { keys: ['b'], command: 'broader', help: 'broader rule' },
  { keys: ['e'], command: 'edit', help: 'edit the rule' },
  { keys: ['x'], command: 'never', help: 'never suggest again' },
  { keys: ['w'], command: 'witnesses', help: 'what else it allows' },
  { keys: ['v'], command: 'evidence', help: 'calls behind the rule' },
  { keys: ['/'], command: 'filter', help: 'filter the list' },
  { keys: ['s'], command: 'target', help: 'which settings file' },
  { keys: ['D'], command: 'diff', help: 'diff of the accepted' },
  { keys: ['u'], command: 'undo', help: 'undo, the last first' },
  { keys: ['p'], command: 'project', help: 'next project' },
  { keys: ['tab', 'right'], command: 'next-screen', help: 'next screen' },
  { keys: ['shift+tab', 'left'], command: 'previous-screen', help: 'previous screen' },
  { keys: ['escape'], command: 'back', help: 'back' },
  { keys: ['?'], command: 'help', help: 'these keys' },
  { keys: ['q', 'ctrl+c'], command: 'quit', help: 'quit' },
];

const BY_KEY: ReadonlyMap<string, Command> = new Map(
  KEYS.flatMap(({ keys, command }) => keys.map((key) => [key, command] as const)),
);

/** What a key asks for, by its name (`j`, `shift+tab`, `pagedown`); undefined for keys without a meaning. */
export function commandOf(key: string): Command | undefined {
  return BY_KEY.get(key);
}
