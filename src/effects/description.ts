/**
 * The form in which knowledge of a command is written down. A description is plain data: `read-command.ts`
 * walks it with the words of one call, and with the open words of a rule. Whatever a description does not
 * name is unknown, never harmless.
 */

/**
 * What one word of a command line is to its program: an operand, or the value of a flag.
 *
 * - `text`: nothing the effects depend on (pattern, message, number, ref, format).
 * - `read` `write` `change` `delete`: a path that is read; created or overwritten; read and rewritten in place;
 *   removed for good (work is lost unless the place is temporary; what git or a trash can bring back is a `change`).
 * - `measure`: a file that is read to its end of which lines, bytes or sums are shown.
 * - `mode`: file permissions (chmod, install -m): set-user-id lends rights.
 * - `write-into`: a folder in which it creates or overwrites files.
 * - `look`: a path of which names, sizes or sums are shown, not what is in it.
 * - `directory`: the directory it works in: relative paths of the other words start there (git -C, make -C, tar -C).
 * - `url`: a URL or host that is fetched from; `file:` is a read.
 * - `host`: `[user@]host[:port]`.
 * - `remote`: what git takes for a remote: a URL, `host:path`, or the name of a configured remote.
 * - `archive`: a path that is read or written; `host:path` is another machine's (tar -f).
 * - `copy-from` `copy-to`: a local path, or `host:path` or a URL (scp, rsync): sending when the target is remote.
 * - `data`: text that is sent; `@file` reads the file (curl -d).
 * - `field`: the same for `name=@file` and `name=<file` (curl -F, gh api -F).
 * - `shell`: text that a shell runs (`sh -c`, `--pager`, `ssh` commands).
 * - `code`: text in a language that can do anything (`python -c`, `perl -e`).
 * - `sed` `awk` `jq` `sql` `sqlite` `graphql`: a program in that language; only its dangerous forms count.
 * - `revision`: a git object name; `revision:path` and words that are paths are read.
 * - `ref-or-path`: what `git checkout X` takes: a path is overwritten, a ref is mere text.
 * - `name-pattern`: a pattern of file names that the program then opens or hands on (find -name, grep --include).
 * - `program`: a program or script that is run: project code inside the workspace, anything elsewhere.
 * - `npm-script` `make-target`: the name of a task; looked up in the project's facts where they are at hand.
 * - `task`: the name of a task of another runner, of which only the name is known.
 * - `command`: this word and all that follow are a command of their own (sudo, xargs, timeout).
 * - `command-to-semicolon`: the same, up to `;` or `+` (find -exec).
 * - `module`: the rest is a command, named `python -m X` or else `X` among the descriptions.
 * - `package`: a package by name, fetched from a registry.
 */
export const MEANINGS = [
  'text',
  'read',
  'write',
  'write-into',
  'change',
  'delete',
  'look',
  'measure',
  'mode',
  'directory',
  'url',
  'host',
  'remote',
  'archive',
  'copy-from',
  'copy-to',
  'data',
  'field',
  'shell',
  'code',
  'sed',
  'awk',
  'jq',
  'sql',
  'sqlite',
  'graphql',
  'revision',
  'ref-or-path',
  'name-pattern',
  'program',
  'npm-script',
  'make-target',
  'task',
  'command',
  'command-to-semicolon',
  'module',
  'package',
] as const;

export type Meaning = (typeof MEANINGS)[number];

/** What a command, subcommand or flag adds to the effects, whatever its operands are. */
export type Gain = {
  /** Paths as a user writes them: `.` is the current directory, `~/x` the home directory. */
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  readonly deletes?: readonly string[];
  /** Hosts reached for certain: a name, `*` for any, `configured` for what the project's own files name. */
  readonly hosts?: readonly string[];
  /** Data leaves this machine, or something changes on another one. */
  readonly sends?: true;
  readonly runs?: 'project' | 'anything';
  /** The npm script that runs (with its pre and post scripts): `test` for `npm test`. */
  readonly script?: string;
  /** Shows secrets that are not a file: `the environment`, `the login token`. */
  readonly reveals?: string;
  readonly privilege?: true;
  /** Other processes, services, devices or settings of the machine change. */
  readonly machine?: true;
  /** Work is lost that no ordinary means bring back: history, uncommitted changes, files in bulk. */
  readonly loses?: true;
  /** Why the effect cannot be known. */
  readonly unknown?: string;
  /** Half a sentence for people, starting with a verb: "overwrites uncommitted changes". */
  readonly why?: string;
};

/** What a flag such as `--dry-run`, `-X GET` or `--help` takes back. */
export type Cancels =
  | 'reads'
  | 'sends'
  | 'writes'
  | 'deletes'
  | 'runs'
  | 'loses'
  | 'machine'
  | 'hosts'
  | 'unknown'
  | 'everything';

export type Flag = {
  /**
   * All spellings, separated by blanks: `-o --output`. A name ending in `=` or `:` has its value joined: `of=`, `-javaagent:`; `-#`
   * is a dash and digits (`head -20`); `--` is the separator itself.
   */
  readonly names: string;
  /** What its value is; absent: the flag takes none. */
  readonly value?: Meaning;
  /** What its values are, where there are always several: `jq --arg NAME VALUE`. */
  readonly values?: readonly Meaning[];
  /** The value may be left out and is then only read when joined: `--color[=when]`, `-i[suffix]`. */
  readonly optional?: true;
  readonly adds?: Gain;
  /**
   * What particular values add besides `adds`; case does not matter, the longest key that fits counts. A key
   * may begin or end in `*`, and `*` alone is every other value: `-c {'user.*': {}, '*': runs anything}`.
   */
  readonly choices?: Readonly<Record<string, Gain>>;
  readonly cancels?: readonly Cancels[];
  /** Values (with `*` as in `choices`) for which `cancels` holds; absent: every value. */
  readonly cancelsWhen?: readonly string[];
  /** With this flag these fields of the operands replace the usual ones (`cp -t`, `grep -e`, `sed -i`). */
  readonly operands?: Operands;
};

/** What the words that are no flags mean, by position. */
export type Operands = {
  /** The first words, one meaning each. */
  readonly first?: readonly Meaning[];
  /** Every word after them. Absent: further words are unknown. */
  readonly rest?: Meaning;
  /** The last word, where there are at least two (`cp SOURCE... TARGET`). */
  readonly last?: Meaning;
  /** What happens without any operand, instead of nothing (`ls` reads `.`). */
  readonly none?: Gain;
  /** What happens as soon as there is one. */
  readonly some?: Gain;
  /** What happens from the second one on (`git branch NAME START`, `git config KEY VALUE`). */
  readonly several?: Gain;
  /** What an operand of such a shape adds, wherever it stands (keys as in a flag's `choices`): `+*` of git push. */
  readonly choices?: Readonly<Record<string, Gain>>;
  /** `NAME=value` words are accepted: as environment of the command that follows, or with this effect (make). */
  readonly assignments?: 'environment' | Gain;
};

/**
 * How flags are spelled.
 *
 * - `getopt` (the default): `--name=value` `--name value`, unambiguous abbreviations of long names, bundled
 *   short flags, `-ovalue` `-o value`. GNU tools, git, Python's argparse, Perl.
 * - `pflag`: the same without abbreviations. Cobra, clap, commander, yargs.
 * - `single-dash`: `-name value` `-name=value`, one or two dashes, nothing bundled. go, java, terraform.
 * - `expression`: `-name value` only, exactly as described. find.
 */
export type Grammar = 'getopt' | 'pflag' | 'single-dash' | 'expression';

/** A command or subcommand. */
export type Part = {
  /** What it always does. */
  readonly does?: Gain;
  /** Flags without a value that change nothing about the effects, separated by blanks. */
  readonly switches?: string;
  /** Flags with a required value that is mere text, separated by blanks. */
  readonly settings?: string;
  /** Every other flag: all that write, run, send, delete, read files or load configuration must be here. */
  readonly flags?: readonly Flag[];
  /** Flags that make it print and stop, whatever else is given: `--help --version`. */
  readonly stops?: string;
  /** Flags that print and stop only where they are all there is: `ruby -v`. */
  readonly stopsAlone?: string;
  /** Undescribed flags do no harm; only where the manual has been read to its end. Otherwise they are unknown. */
  readonly otherFlags?: 'harmless';
  readonly operands?: Operands;
  /** Flags end at the first operand: what follows belongs to a command or script (env, sudo, python, ssh). */
  readonly flagsEndAtOperand?: true;
  /** What it makes of standard input where no operand (or `-`) says otherwise. Absent: mere data. */
  readonly stdin?: 'shell' | 'code' | 'sql';
  /** It prints what it finds below folders: the flags that add hidden files, and those that leave it at names. */
  readonly searches?: { readonly hidden: string; readonly names: string };
  readonly subcommands?: readonly Subcommand[];
  /** Where no subcommand is given; absent: prints help. */
  readonly bare?: Gain;
  /** An undescribed subcommand is read as this; absent: unknown. (`yarn build` is a script, `cargo x` is not.) */
  readonly otherSubcommand?: Part;
  /** The flags of this level are accepted after the subcommand too (docker, kubectl, gh; not git). */
  readonly flagsAnywhere?: true;
  /** The words of a smallest useful call after the name, for witnesses: `s/a/b/ file`. */
  readonly example?: string;
};

export type Subcommand = Part & {
  /** The name and its aliases, separated by blanks: `remove rm uninstall`. */
  readonly names: string;
};

export type CommandDescription = Part & {
  /** The program and its aliases, separated by blanks: `python python3`. */
  readonly names: string;
  /** The manual this was written from: `git-log(1), git 2.47`. */
  readonly source: string;
  readonly grammar?: Grammar;
  /** The first word may be bundled short flags without a dash: `tar xzf`, `ps aux`. */
  readonly dashless?: true;
  /** Also a script that projects bring along, run through its interpreter or by its path: `python manage.py`. */
  readonly script?: true;
  /** Its words are expanded once more: `'a[$(id)]'` runs id (bash(1), Arithmetic Evaluation). */
  readonly evaluates?: true;
};
