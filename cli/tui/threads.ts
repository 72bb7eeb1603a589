import { Worker } from 'node:worker_threads';
import type { Asked } from './answer-thread.ts';
import type { Desk, News } from './desk.ts';
import type { Event } from './events.ts';
import type { Watched } from './watch-thread.ts';
import type { Setting } from './workbench.ts';

/**
 * A desk whose work is done in two threads, so that a key is answered while a gigabyte is read: one reads transcripts
 * and follows them, the other answers. Both open the store by themselves.
 */
export function threadedDesk(setting: Setting, watched: Watched): Desk {
  const answering = new Worker(threadFile('answer-thread'), { workerData: setting });
  const waiting = new Map<number, (event: Event) => void>();
  const threads: Worker[] = [answering];
  let asked = 0;
  let hear: (news: News) => void = () => undefined;
  answering.on('message', ({ number, event }: { number: number; event: Event }) => {
    waiting.get(number)?.(event);
    waiting.delete(number);
  });
  return {
    open: (listener) => {
      hear = listener;
      const watching = new Worker(threadFile('watch-thread'), { workerData: { setting, watched } });
      watching.on('message', (news: News) => hear(news));
      threads.push(watching);
      for (const thread of threads) thread.on('error', broken);
    },
    grant: (wish) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        const message: Asked = { number: asked, wish };
        answering.postMessage(message);
      }),
    close: async () => {
      hear = () => undefined;
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

// A thread that dies of an error is a bug: it ends the program as one in this thread would, the terminal given back.
function broken(error: unknown): never {
  throw error;
}

/** The thread's file: TypeScript where this one is, otherwise what it was built to. */
function threadFile(name: string): URL {
  return new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
}
