// The built UI with a desk that fails: node crashing.mjs thread | component | news
import { showTui } from '../../../dist/cli/tui/show.js';
import { threadedDesk } from '../../../dist/cli/tui/threads.js';

const quiet = {
  open: () => undefined,
  grant: () => new Promise(() => undefined),
  close: async () => undefined,
};

// What no view can show: a card without support.
const CARD = {
  id: '1',
  list: 'allow',
  rule: 'Bash(ls)',
  because: '',
  examples: [],
  witnesses: [],
  promptsSaved: 1,
};
const HALF = { proposals: [CARD], stays: [] };

const DESKS = {
  // A thread that cannot open its store.
  thread: () =>
    threadedDesk({ store: '/dev/null/store', home: '/', env: {}, program: '0' }, { places: [], cwd: '/' }),
  // A plan that no component can show.
  component: () => ({
    ...quiet,
    open: (hear) => void setTimeout(() => hear({ kind: 'planned', plan: HALF }), 300),
  }),
  news: () => ({ ...quiet, open: () => void setTimeout(() => undefinedFunction(), 300) }),
};

await showTui({
  desk: DESKS[process.argv[2]](),
  project: '/',
  paper: { colour: true, unicode: true },
  stopped: new AbortController().signal,
});
