import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Asked } from './answer-thread.ts';
import type { Desk, News } from './desk.ts';
import type { Event } from './events.ts';
import type { Watched } from './watch-thread.ts';
import type { Setting } from './workbench.ts';

/** Megabytes that a thread begins with: a store of a million calls is planned in them. */
const MEMORY = 112;

/**
 * A desk whose work is done in two threads, so that a key is answered while a gigabyte is read: one reads transcripts
 * and follows them, the other answers. Both open the store by themselves.
 */
export function threadedDesk(setting: Setting, watched: Watched): Desk {
  let hear: (news: News) => void = () => undefined;
  const answers = answering(setting);
  const threads = [answers.close];
  return {
    open: (listener) => {
      hear = listener;
      const watching = started('watch-thread', { setting, watched }, MEMORY);
      watching.on('message', (news: News) => hear(news));
      watching.on('error', broken);
      threads.push(() => watching.terminate());
    },
    grant: answers.ask,
    close: async () => {
      hear = () => undefined;
      await Promise.all(threads.map((close) => close()));
    },
  };
}

/** The thread that answers. Where its memory was too small it begins again with twice as much, and answers nevertheless. */
function answering(setting: Setting) {
  const waiting = new Map<number, { readonly asked: Asked; readonly resolve: (event: Event) => void }>();
  let number = 0;
  let memory = MEMORY;
  const start = (): Worker => {
    const thread = started('answer-thread', setting, memory);
    thread.on('message', (answer: { number: number; event: Event }) => {
      waiting.get(answer.number)?.resolve(answer.event);
      waiting.delete(answer.number);
    });
    thread.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') broken(error);
      memory *= 2;
      current = start();
      for (const { asked } of waiting.values()) current.postMessage(asked);
    });
    return thread;
  };
  let current = start();
  return {
    ask: (wish: Asked['wish']): Promise<Event> =>
      new Promise((resolve) => {
        number += 1;
        const asked: Asked = { number, wish };
        waiting.set(number, { asked, resolve });
        current.postMessage(asked);
      }),
    close: () => current.terminate(),
  };
}

function started(name: string, workerData: unknown, memory: number): Worker {
  const resourceLimits: ResourceLimits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 8 };
  return new Worker(threadFile(name), { workerData, resourceLimits });
}

// A thread that dies of an error is a bug: it ends the program as one in this thread would, the terminal given back.
function broken(error: unknown): never {
  throw error;
}

/** The thread's file: TypeScript where this one is, otherwise what it was built to. */
function threadFile(name: string): URL {
  return new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
}
