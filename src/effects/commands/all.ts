import type { CommandDescription } from '../description.ts';
import { APPLE } from './apple.ts';
import { BUILTINS } from './builtins.ts';
import { EDITORS } from './editors.ts';
import { FILE_CHANGING } from './file-changing.ts';
import { FILE_READING } from './file-reading.ts';
import { GIT } from './git.ts';
import { GO } from './go.ts';
import { INTERPRETERS } from './interpreters.ts';
import { JVM } from './jvm.ts';
import { NODE_PACKAGE_MANAGERS } from './node-package-managers.ts';
import { NPM } from './node-packages.ts';
import { NODE_TOOLS } from './node-tools.ts';
import { OTHER_LANGUAGES } from './other-languages.ts';
import { PYTHON_PACKAGES, PYTHON_TOOLS } from './python.ts';
import { RUST } from './rust.ts';
import { SCRIPTED_TEXT } from './scripted-text.ts';
import { SEARCH } from './search.ts';
import { WRAPPERS } from './wrappers.ts';

/** Every program that is described. */
export const COMMANDS: readonly CommandDescription[] = [
  ...BUILTINS,
  ...WRAPPERS,
  ...INTERPRETERS,
  ...FILE_READING,
  ...FILE_CHANGING,
  ...SEARCH,
  ...SCRIPTED_TEXT,
  ...EDITORS,
  ...GIT,
  ...NPM,
  ...NODE_PACKAGE_MANAGERS,
  ...NODE_TOOLS,
  ...PYTHON_PACKAGES,
  ...PYTHON_TOOLS,
  ...GO,
  ...RUST,
  ...JVM,
  ...OTHER_LANGUAGES,
  ...APPLE,
];
