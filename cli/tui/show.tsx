import process from 'node:process';
import { render } from 'ink';
import { App } from './App.tsx';
import type { Desk } from './desk.ts';
import { type Paper, penFor } from './pen.ts';
import { type Screen, takeScreen } from './screen.ts';
import { startSession } from './session.ts';
import { speakTo } from './speaker.ts';
import { beginning, type Size } from './state.ts';

export type Showing = {
  readonly desk: Desk;
  readonly project: string | undefined;
  readonly paper: Paper;
  /** Aborts when the process is asked to end. */
  readonly stopped: AbortSignal;
};

/**
 * Shows the UI on the terminal of this process until the person quits, `stopped` aborts or the terminal is closed. The
 * terminal is given back on every way out: quitting, a signal, an error in a component, an error anywhere else.
 */
export async function showTui({ desk, project, paper, stopped }: Showing): Promise<void> {
  const { stdout, stdin, stderr } = process;
  let hungUp = false;
  const hangUp = () => {
    hungUp = true;
  };
  const session = startSession(beginning(sizeOf(stdout), project), desk);
  const plain = paper.spoken === true;
  const screen = plain ? speakTo((text) => stdout.write(text)) : takeScreen(stdout);
  const giveBack = () => screen.close();
  const crashed = () => {
    giveBack();
    stderr.write(CRASHED);
  };
  // Before the stack of an error is printed: on the other screen nobody would see it.
  process.on('uncaughtExceptionMonitor', crashed);
  process.on('exit', giveBack);
  for (const signal of SIGNALS) process.on(signal, heard);
  process.on('SIGHUP', hangUp);
  const resized = () => {
    screen.retake();
    session.dispatch({ kind: 'resized', size: sizeOf(stdout) });
  };
  stdout.on('resize', resized);
  process.on('SIGCONT', resized);
  const app = render(<App session={session} pen={penFor(paper)} plain={plain} />, {
    stdout: paintedOn(screen, stdout),
    stdin,
    // Whole frames, one after the other: the screen finds out what changed.
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
    // Texts as they are: the lines are laid out already, and laying them out again takes longer than all the rest.
    isScreenReaderEnabled: true,
  });
  try {
    await Promise.race([session.ended, aborted(stopped), closed(stdin).then(hangUp), app.waitUntilExit()]);
  } catch (error) {
    crashed();
    throw error;
  } finally {
    giveBack();
    app.unmount();
    stdout.off('resize', resized);
    process.off('SIGCONT', resized);
    process.off('uncaughtExceptionMonitor', crashed);
    process.off('exit', giveBack);
    for (const signal of SIGNALS) process.off(signal, heard);
    process.off('SIGHUP', hangUp);
    await desk.close();
  }
  if (hungUp) dieOfHangUp();
}

/** As a program does whose terminal is closed. Ending in any other way Node aborts: it wants to reset a terminal that is gone. */
function dieOfHangUp(): void {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

/** Said above the stack of an error, which is a bug. */
const CRASHED =
  'precedent stopped on an error, which is a bug. Your settings and the store are as they were last written.\n';

// INVARIANT: while the UI is shown every signal has a listener that stays. Ink's own exit hook ends the process at once
// where it finds itself alone, and the desk would not be closed.
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const heard = () => undefined;

function sizeOf(stdout: NodeJS.WriteStream): Size {
  return { columns: stdout.columns, rows: stdout.rows };
}

/** The same stream, but what is written to it is a frame for the screen. */
function paintedOn(screen: Screen, stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  const write = (frame: string, ...more: readonly unknown[]) => {
    if (frame !== '') screen.paint(frame);
    // Ink ends only when what it wrote is out.
    const written = more.at(-1);
    if (typeof written === 'function') written();
    return true;
  };
  return new Proxy(stdout, {
    get(target, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Nobody can press a key any more: a terminal may be closed without a signal. */
function closed(stdin: NodeJS.ReadStream): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ['end', 'close', 'error'] as const) stdin.once(event, () => resolve());
  });
}
