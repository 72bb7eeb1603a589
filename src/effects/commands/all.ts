import type { CommandDescription } from '../description.ts';
import { APPLE } from './apple.ts';
import { ARCHIVES } from './archives.ts';
import { BUILTINS } from './builtins.ts';
import { C_AND_OTHERS } from './c-and-others.ts';
import { CLOUDS } from './clouds.ts';
import { CLUSTERS } from './clusters.ts';
import { CONTAINERS } from './containers.ts';
import { DATABASES } from './databases.ts';
import { DOTNET_BEAM_DART } from './dotnet-beam-dart.ts';
import { EDITORS } from './editors.ts';
import { FILE_CHANGING } from './file-changing.ts';
import { FILE_READING } from './file-reading.ts';
import { FORGES } from './forges.ts';
import { GIT } from './git.ts';
import { GO } from './go.ts';
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

/** Every described program. A name stands in one description only. */
export const COMMANDS: readonly CommandDescription[] = [
  ...BUILTINS,
  ...FILE_READING,
  ...FILE_CHANGING,
  ...SEARCH,
  ...SCRIPTED_TEXT,
  ...WRAPPERS,
  ...INTERPRETERS,
  ...EDITORS,
  ...GIT,
  ...FORGES,
  ...NPM,
  ...NODE_PACKAGE_MANAGERS,
  ...NODE_TOOLS,
  ...PYTHON_PACKAGES,
  ...PYTHON_TOOLS,
  ...PYTHON_MODULES,
  ...GO,
  ...RUST,
  ...JVM,
  ...APPLE,
  ...RUBY_AND_PHP,
  ...DOTNET_BEAM_DART,
  ...C_AND_OTHERS,
  ...LINTERS,
  ...TASKS,
  ...CONTAINERS,
  ...CLUSTERS,
  ...CLOUDS,
  ...NETWORK,
  ...ARCHIVES,
  ...DATABASES,
  ...PROCESSES,
  ...SYSTEM,
  ...SECRETS_AND_AGENTS,
  ...MEDIA,
];
