import { linkSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { ifPresent } from '../scopes/present.ts';
import { errorCode, UserError } from '../user-error.ts';

/** How long one waits for another run to finish its write, in milliseconds. */
const PATIENCE = 10_000;
/** A write takes milliseconds: a lock this old is left over, though its process number may be in use again. */
const LEFT_OVER = 60_000;
const PAUSE = 20;

/**
 * Runs `work` while no other process holds the lock file. A lock whose process is gone is taken over. Throws UserError
 * when the other process keeps it for ten seconds.
 */
export function withLock<T>(lock: string, work: () => T): T {
  acquire(lock);
  try {
    return work();
  } finally {
    unlinkSync(lock);
  }
}

function acquire(lock: string): void {
  const deadline = Date.now() + PATIENCE;
  while (!tryCreate(lock)) {
    const holder = ifPresent(() => readFileSync(lock, 'utf8'));
    if (holder !== undefined && (isGone(holder) || isOld(lock))) takeAway(lock, holder);
    else if (Date.now() > deadline) {
      throw new UserError(
        `another run (process ${holder?.trim() ?? '?'}) holds ${lock}; try again when it has ended`,
      );
    } else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
}

/** The number is written before the lock appears under its name, so that a lock is never empty. */
function tryCreate(lock: string): boolean {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, `${process.pid}\n`, { mode: 0o600 });
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(own);
  }
}

/** Takes a dead process's lock away; where another one was quicker and the lock is alive again, gives it back. */
function takeAway(lock: string, holder: string): void {
  const aside = `${lock}.${process.pid}.old`;
  const moved = ifPresent(() => renameSync(lock, aside) ?? true);
  if (moved === undefined) return;
  if (readFileSync(aside, 'utf8') !== holder) linkSync(aside, lock);
  unlinkSync(aside);
}

function isOld(lock: string): boolean {
  const found = ifPresent(() => statSync(lock));
  return found !== undefined && Date.now() - found.mtimeMs > LEFT_OVER;
}

function isGone(holder: string): boolean {
  const pid = Number.parseInt(holder, 10);
  if (!Number.isSafeInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}
