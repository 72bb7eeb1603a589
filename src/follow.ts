import { type LearnReport, type LearnRequest, learnFiles, learnOnce } from './learn.ts';
import { watchTranscripts } from './transcripts/watch.ts';

export type FollowRequest = LearnRequest & {
  /** Called after the first pass, and after each later one that had something to read. */
  readonly onReport: (report: LearnReport) => void;
  /** Called where a later pass failed; following ends with it. */
  readonly onFailure: (failure: unknown) => void;
};

/** A running follow; whoever started it closes it. `close` settles when nothing is written any more. */
export type Following = { close(): Promise<void> };

/** Learns what there is, then what comes, until it is closed. Throws as `learnOnce` does. */
export async function follow(request: FollowRequest): Promise<Following> {
  let turn: Promise<void> = Promise.resolve();
  let closed = false;
  const inTurn = (work: () => Promise<LearnReport>): Promise<void> => {
    turn = turn.then(async () => {
      if (!closed) request.onReport(await work());
    });
    return turn;
  };
  let first = true;
  const early = new Set<string>();
  const watch = await watchTranscripts(request.places, (paths) => {
    if (first) for (const path of paths) early.add(path);
    else inTurn(() => learnFiles(request, paths)).catch(request.onFailure);
  });
  const close = async (): Promise<void> => {
    closed = true;
    await watch.close();
    await turn.catch(() => undefined); // told to onFailure
  };
  try {
    await inTurn(() => learnOnce(request));
  } catch (error) {
    await close();
    throw error;
  }
  first = false;
  // What changed during the first pass may have been read before it changed.
  if (early.size > 0) inTurn(() => learnFiles(request, [...early])).catch(request.onFailure);
  return { close };
}
