import type { CommandDescription, Part } from '../description.ts';
import { INSTALLS, WRITES_HERE } from './gains.ts';

const SOURCE = 'Python 3.13, standard library';

/** One description for each module: `python -m NAME` is looked up under its whole name. */
function modules(names: string, part: Part): readonly CommandDescription[] {
  return names
    .split(' ')
    .map((name): CommandDescription => ({ names: `python -m ${name}`, source: SOURCE, ...part }));
}

/** Modules of the standard library that are programs of their own. */
export const PYTHON_MODULES: readonly CommandDescription[] = [
  ...modules('json.tool', {
    switches: '--sort-keys --no-ensure-ascii --json-lines --tab --no-indent --compact',
    settings: '--indent',
    operands: { first: ['read', 'write'] },
  }),
  ...modules('venv virtualenv', {
    does: WRITES_HERE,
    otherFlags: 'harmless',
    settings: '--prompt',
    operands: { rest: 'write' },
  }),
  ...modules('ensurepip', { does: INSTALLS, otherFlags: 'harmless' }),
  ...modules('py_compile compileall tabnanny', {
    does: WRITES_HERE,
    otherFlags: 'harmless',
    operands: { rest: 'read' },
  }),
  ...modules('dis ast tokenize pyclbr', { otherFlags: 'harmless', operands: { rest: 'read' } }),
  ...modules('calendar this platform site sysconfig', { otherFlags: 'harmless', operands: { rest: 'text' } }),
  ...modules('base64 quopri uu', { otherFlags: 'harmless', operands: { first: ['read', 'write'] } }),
  ...modules('http.server', {
    does: { hosts: ['*'], sends: true, why: 'serves files to the network' },
    otherFlags: 'harmless',
    flags: [
      { names: '-d --directory', value: 'read' },
      { names: '--cgi', adds: { runs: 'anything' } },
    ],
    operands: { rest: 'text' },
  }),
  ...modules('unittest doctest', {
    does: { runs: 'project', writes: ['.'], why: "runs this project's own code" },
    otherFlags: 'harmless',
    settings: '-k --start-directory -s -p --pattern -t',
    operands: { rest: 'text' },
  }),
  ...modules('timeit pdb cProfile profile trace runpy code idlelib asyncio sqlite3 turtledemo zipapp', {
    does: { runs: 'anything', why: 'runs given code' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  }),
  ...modules('zipfile tarfile gzip', {
    otherFlags: 'harmless',
    flags: [{ names: '-e --extract -c --create', operands: { rest: 'write' } }],
    operands: { rest: 'read' },
  }),
  ...modules('smtplib smtpd ftplib webbrowser telnetlib antigravity', {
    does: { hosts: ['*'], sends: true, why: 'reaches any host' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  }),
];
