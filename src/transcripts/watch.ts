import { watch } from 'chokidar';
import { isTranscript } from './find.ts';

/** A running watch; whoever started it closes it. */
export type Watch = { close(): Promise<void> };

/** Changes that come this close together are told at once, in milliseconds. */
const TOGETHER = 120;

/**
 * Calls `changed` with the paths of transcripts that appeared, grew, were replaced or vanished, soon after that. Settles
 * once nothing that happens can be missed.
 */
export async function watchTranscripts(
  places: readonly string[],
  changed: (paths: readonly string[]) => void,
): Promise<Watch> {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const paths = [...waiting];
    waiting.clear();
    changed(paths);
  };
  const watcher = watch([...places], {
    ignoreInitial: true,
    ignorePermissionErrors: true, // the passes tell what may not be looked at
    ignored: (path, stats) => stats?.isFile() === true && !isTranscript(path),
  });
  const noted = (path: string): void => {
    waiting.add(path);
    timer ??= setTimeout(tell, TOGETHER);
  };
  watcher.on('add', noted).on('change', noted).on('unlink', noted);
  await new Promise<void>((ready, failed) => {
    watcher.once('ready', ready);
    watcher.once('error', failed);
  });
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
