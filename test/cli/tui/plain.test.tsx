import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../../cli/tui/App.tsx';
import { penFor } from '../../../cli/tui/pen.ts';
import { SCREENS } from '../../../cli/tui/screens.ts';
import { startSession } from '../../../cli/tui/session.ts';
import { speakTo } from '../../../cli/tui/speaker.ts';
import { fakeDesk } from './fake-desk.ts';
import { diffView } from './plans.ts';
import { begun } from './running.ts';

afterEach(cleanup);

function plainFrame(screen: (typeof SCREENS)[number]['screen']): string {
  const state = { ...begun, screen, diff: diffView() };
  const session = { ...startSession(state, fakeDesk().desk), state: () => state };
  const pen = penFor({ colour: false, unicode: true, spoken: true });
  return render(<App session={session} pen={pen} plain />).lastFrame() ?? '';
}

describe('plain lines', () => {
  test.each(SCREENS)(
    'show $title without frames, bars and signs that are read aloud',
    ({ screen, title }) => {
      const frame = plainFrame(screen);
      expect(frame.split('\n')[0]).toMatch(new RegExp(`^${title}`));
      expect(frame).not.toMatch(/[─│▁-█░▶✓✗⊘]/u);
    },
  );

  test('say which card is read, and all of it', () => {
    const frame = plainFrame('plan');
    expect(frame).toContain('Plan, 1 of 3');
    expect(frame).toContain('elsewhere nothing outside this project');
  });
});

describe('the speaker', () => {
  function spoken(...frames: readonly string[]): readonly string[] {
    const said: string[] = [];
    const screen = speakTo((text) => said.push(text.replaceAll('\r\n', '|')));
    for (const frame of frames) screen.paint(frame);
    return said;
  }

  test('writes a frame in full where its first line is another one', () => {
    expect(spoken('Plan, 1\nreads nothing', 'Plan, 2\nreads nothing')).toEqual([
      'Plan, 1|reads nothing|',
      'Plan, 2|reads nothing|',
    ]);
  });

  test('goes on from the first new line where it is the same, and is silent where nothing is new', () => {
    expect(spoken('Plan\na\nb', 'Plan\na\nc\nb', 'Plan\na\nc\nb')).toEqual(['Plan|a|b|', 'c|b|']);
  });
});
