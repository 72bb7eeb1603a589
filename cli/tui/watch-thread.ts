import { parentPort, workerData } from 'node:worker_threads';
import { mishap } from '../../src/user-error.ts';
import { arrivals, follow, openStore, projects, type Store } from '../../src/watching.ts';
import type { News } from './papers.ts';
import { MOST_CALLS_SHOWN } from './state.ts';
import { stepBack } from './step-back.ts';
import type { Setting } from './workbench.ts';

/** What the watching thread is told when it starts. */
export type Watched = {
  /** Folders and files with transcripts. */
  readonly places: readonly string[];
  /** The project that the person is in comes first. */
  readonly cwd: string;
};

/** Nobody reads faster, and every telling paints a frame. */
const BETWEEN_TELLINGS = 250;

type Start = { readonly setting: Setting; readonly watched: Watched };

const port = parentPort;
if (port === null) throw new Error('this file runs in a thread of its own');
const tell = (news: News): void => port.postMessage(news);

stepBack();
const { setting, watched }: Start = workerData;
await watch(openStore(setting.store));

async function watch(store: Store): Promise<void> {
  const { home, env, assumedMode } = setting;
  const arrived = arrivals({
    store,
    before: MOST_CALLS_SHOWN, // what the agent did last says more than an empty screen
    place: { home, env },
    ...(assumedMode === undefined ? {} : { assumedMode }),
  });
  let passes = 0;
  // Another precedent on the same store may have read the calls: what arrived is seen in the store, not in the pass.
  const report = (always: boolean): void => {
    const calls = arrived();
    if (calls.length === 0 && !always) return;
    tell({ kind: 'arrived', calls, fresh: passes > 1 });
    tell({ kind: 'projects', projects: projectsOf(store) });
  };
  report(true);
  const failed = (error: unknown): void => {
    const message = mishap(error);
    if (message === undefined) throw error;
    tell({ kind: 'failed', doing: 'reading the transcripts', message });
  };
  const following = follow({
    store,
    places: watched.places,
    now: Date.now,
    onProgress: progressTeller(),
    onReport: ({ pass }) => {
      passes += 1;
      tell({ kind: 'progress', progress: undefined });
      report(passes === 1);
      if (passes === 1 || pass.calls > 0) tell({ kind: 'learnt', calls: pass.calls });
    },
    onFailure: failed,
  });
  await following.catch(failed);
}

function progressTeller(): (done: number, total: number) => void {
  let last = 0;
  return (done, total) => {
    const now = Date.now();
    if (now - last < BETWEEN_TELLINGS) return;
    last = now;
    tell({ kind: 'progress', progress: { done, total } });
  };
}

function projectsOf(store: Store) {
  const all = projects(store);
  return [
    ...all.filter(({ project }) => project === watched.cwd),
    ...all.filter(({ project }) => project !== watched.cwd),
  ];
}
