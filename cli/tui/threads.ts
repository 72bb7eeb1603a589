import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Asked } from './answer-thread.ts';
import type { Desk } from './desk.ts';
import type { Event } from './events.ts';
import type { News } from './papers.ts';
import type { Watched } from './watch-thread.ts';
import type { Setting } from './workbench.ts';

/** Megabytes that a thread begins with. A limit keeps it frugal: without one the garbage of a gigabyte piles up. */
const MEMORY = { answer: 96, watch: 48 };

/**
 * A desk whose work is done in two threads, so that a key is answered while a gigabyte is read: one reads transcripts
 * and follows them, the other answers. Both open the store by themselves.
 */
export function threadedDesk(setting: Setting, watched: Watched): Desk {
  let hear: (news: News) => void = () => undefined;
  const waiting = new Map<number, { readonly asked: Asked; readonly resolve: (event: Event) => void }>();
  let number = 0;
  const answering = lasting('answer-thread', setting, MEMORY.answer, {
    began: (thread) => {
      thread.on('message', (answer: { number: number; event: Event }) => {
        waiting.get(answer.number)?.resolve(answer.event);
        waiting.delete(answer.number);
      });
      for (const { asked } of waiting.values()) thread.postMessage(asked);
    },
  });
  const threads = [answering];
  return {
    open: (listener) => {
      hear = listener;
      const watching = lasting('watch-thread', { setting, watched }, MEMORY.watch, {
        began: (thread) => void thread.on('message', (news: News) => hear(news)),
      });
      threads.push(watching);
    },
    grant: (wish) =>
      new Promise((resolve) => {
        number += 1;
        const asked: Asked = { number, wish };
        waiting.set(number, { asked, resolve });
        answering().postMessage(asked);
      }),
    close: async () => {
      hear = () => undefined;
      await Promise.all(threads.map((thread) => thread().terminate()));
    },
  };
}

/**
 * A thread that begins again with twice the memory where it had too little. What it did is in the store, and what it was
 * asked is asked again.
 */
function lasting(
  name: string,
  workerData: unknown,
  memory: number,
  { began }: { readonly began: (thread: Worker) => void },
): () => Worker {
  const start = (megabytes: number): Worker => {
    const resourceLimits: ResourceLimits = {
      maxOldGenerationSizeMb: megabytes,
      maxYoungGenerationSizeMb: 8,
    };
    const thread = new Worker(threadFile(name), { workerData, resourceLimits });
    thread.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') broken(error);
      current = start(megabytes * 2);
    });
    began(thread);
    return thread;
  };
  let current = start(memory);
  return () => current;
}

// A thread that dies of an error is a bug: it ends the program as one in this thread would, the terminal given back.
function broken(error: unknown): never {
  throw error;
}

/** The thread's file: TypeScript where this one is, otherwise what it was built to. */
function threadFile(name: string): URL {
  return new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
}
