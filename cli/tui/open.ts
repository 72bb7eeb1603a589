import './production.ts';
import { resolve } from 'node:path';
import type { Mode } from '../../src/index.ts';
import { openStore, transcriptPlaces } from '../../src/learning.ts';
import type { Io } from '../io.ts';
import { packageVersion } from '../package-version.ts';
import { showTui } from './show.tsx';
import { threadedDesk } from './threads.ts';

export type TuiRequest = {
  /** The store's file. */
  readonly store: string;
  readonly transcripts: readonly string[] | undefined;
  /** The project to open with; absent: the one of the current folder, else the largest. */
  readonly project: string | undefined;
  readonly assumedMode?: Mode;
  /** Plain lines, for screen readers. */
  readonly plain: boolean;
};

/** Opens the terminal UI on a store and follows the transcripts until the person quits. */
export async function openTui(io: Io, request: TuiRequest): Promise<void> {
  // What is wrong with the store is said before the screen is taken over.
  openStore(request.store).close();
  const { home, env, cwd, terminal } = io;
  const { assumedMode } = request;
  const setting = {
    store: request.store,
    home,
    env: { ...env },
    program: packageVersion(),
    ...(assumedMode === undefined ? {} : { assumedMode }),
  };
  const places = transcriptPlaces(request.transcripts, io);
  await showTui({
    desk: threadedDesk(setting, { places, cwd }),
    project: request.project === undefined ? undefined : resolve(cwd, request.project),
    paper: { colour: terminal.colour, unicode: terminal.unicode, spoken: request.plain },
    stopped: io.stopped(),
  });
}
