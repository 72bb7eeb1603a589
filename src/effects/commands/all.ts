import type { CommandDescription, Subcommand } from '../description.ts';
import { APPLE } from './apple.ts';
import { ARCHIVES } from './archives.ts';
import { BUILTINS } from './builtins.ts';
import { C_AND_OTHERS } from './c-and-others.ts';
import { CLOUDS } from './clouds.ts';
import { CLUSTERS } from './clusters.ts';
import { COMPARING } from './comparing.ts';
import { CONTAINERS } from './containers.ts';
import { DATABASES } from './databases.ts';
import { DOTNET_BEAM_DART } from './dotnet-beam-dart.ts';
import { EDITORS } from './editors.ts';
import { FACTS } from './facts.ts';
import { FILE_CHANGING } from './file-changing.ts';
import { FILE_READING } from './file-reading.ts';
import { FORGES } from './forges.ts';
import { GIT } from './git.ts';
import { GO } from './go.ts';
import { GO_TOOLS } from './go-tools.ts';
import { HTTP_CLIENTS } from './http-clients.ts';
import { INTERPRETERS } from './interpreters.ts';
import { JVM } from './jvm.ts';
import { LINTERS } from './linters.ts';
import { MEDIA } from './media.ts';
import { NETWORK } from './network.ts';
import { NODE_PACKAGE_MANAGERS } from './node-package-managers.ts';
import { NPM } from './node-packages.ts';
import { NODE_TOOLS } from './node-tools.ts';
import { PROCESSES } from './processes.ts';
import { PYTHON_MODULES } from './python-modules.ts';
import { PYTHON_PACKAGES } from './python-packages.ts';
import { PYTHON_TOOLS } from './python-tools.ts';
import { RUBY_AND_PHP } from './ruby-php.ts';
import { RUST } from './rust.ts';
import { SCRIPTED_TEXT } from './scripted-text.ts';
import { SEARCH } from './search.ts';
import { SECRETS_AND_AGENTS } from './secrets-and-agents.ts';
import { SYSTEM } from './system.ts';
import { TASKS } from './tasks.ts';
import { WRAPPERS } from './wrappers.ts';

/** `--help` after a subcommand prints and stops, whatever else is given; `-h` too where it means nothing else. */
function withHelp(commands: readonly CommandDescription[], names = '--help'): readonly CommandDescription[] {
  const helped = (sub: Subcommand): Subcommand => ({
    ...sub,
    stops: `${sub.stops ?? ''} ${names}`.trim(),
    ...(sub.subcommands === undefined ? {} : { subcommands: sub.subcommands.map(helped) }),
  });
  return commands.map((command) =>
    command.subcommands === undefined
      ? command
      : { ...command, subcommands: command.subcommands.map(helped) },
  );
}

/** Every described program. A name stands in one description only. */
export const COMMANDS: readonly CommandDescription[] = [
  ...BUILTINS,
  ...FILE_READING,
  ...COMPARING,
  ...FACTS,
  ...FILE_CHANGING,
  ...SEARCH,
  ...SCRIPTED_TEXT,
  ...WRAPPERS,
  ...INTERPRETERS,
  ...EDITORS,
  ...withHelp(GIT, '--help -h'),
  ...withHelp(FORGES, '--help -h'),
  ...withHelp(NPM, '--help -h'),
  ...NODE_PACKAGE_MANAGERS,
  ...NODE_TOOLS,
  ...withHelp(PYTHON_PACKAGES),
  ...PYTHON_TOOLS,
  ...PYTHON_MODULES,
  ...GO,
  ...GO_TOOLS,
  ...withHelp(RUST, '--help -h'),
  ...JVM,
  ...APPLE,
  ...RUBY_AND_PHP,
  ...DOTNET_BEAM_DART,
  ...C_AND_OTHERS,
  ...LINTERS,
  ...TASKS,
  ...withHelp(CONTAINERS),
  ...withHelp(CLUSTERS),
  ...withHelp(CLOUDS),
  ...HTTP_CLIENTS,
  ...NETWORK,
  ...ARCHIVES,
  ...DATABASES,
  ...PROCESSES,
  ...SYSTEM,
  ...SECRETS_AND_AGENTS,
  ...MEDIA,
];
