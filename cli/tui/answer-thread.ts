import { parentPort, workerData } from 'node:worker_threads';
import type { Wish } from './events.ts';
import { stepBack } from './step-back.ts';
import { openWorkbench, type Setting } from './workbench.ts';

/** What is sent to this thread: a wish with a number that its answer carries back. */
export type Asked = { readonly number: number; readonly wish: Exclude<Wish, { readonly kind: 'quit' }> };

const port = parentPort;
if (port === null) throw new Error('this file runs in a thread of its own');

stepBack();
const setting: Setting = workerData;
const bench = openWorkbench(setting, Date.now);

port.on('message', ({ number, wish }: Asked) => {
  port.postMessage({ number, event: bench.grant(wish) });
});
