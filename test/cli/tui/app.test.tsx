import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../../cli/tui/App.tsx';
import { penFor } from '../../../cli/tui/pen.ts';
import { startSession } from '../../../cli/tui/session.ts';
import { beginning } from '../../../cli/tui/state.ts';
import { fakeDesk } from './fake-desk.ts';
import { liveCall } from './plans.ts';

afterEach(cleanup);

const settled = () => new Promise((resolve) => setTimeout(resolve, 90));

async function started(different: Parameters<typeof fakeDesk>[0] = {}) {
  const fake = fakeDesk(different);
  const session = startSession(beginning({ columns: 80, rows: 24 }, '/home/dev/shop'), fake.desk);
  const app = render(<App session={session} pen={penFor({ colour: false, unicode: true })} />);
  await settled();
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      app.stdin.write(key);
      await settled();
    }
  };
  return { ...fake, session, press, frame: () => app.lastFrame() ?? '' };
}

describe('the terminal UI', () => {
  test('opens on the plan, the most prompts saved on top', async () => {
    const { frame } = await started();
    expect(frame()).toMatchSnapshot();
  });

  test('accepts a card, shows the exact diff, and writes it after one yes', async () => {
    const { frame, press, wishes } = await started();
    await press('a', 'D');
    expect(frame()).toContain('+      "Bash(npm run test *)"');
    await press('\r');
    expect(frame()).toContain('Write 1 rule to the local settings?');
    expect(wishes.map(({ kind }) => kind)).not.toContain('write');
    await press('y');
    expect(wishes.map(({ kind }) => kind)).toContain('write');
    expect(frame()).toContain('precedent undo --project /home/dev/shop');
  });

  test('shows calls as they arrive without moving the selection', async () => {
    const { frame, press, tell } = await started();
    await press('j');
    tell({ kind: 'arrived', calls: [liveCall('toolu_9')], fresh: true });
    await settled();
    expect(frame()).toContain('watching, 1 new');
    expect(frame()).toMatch(/▶ · +12 +Bash\(git log \*\)/);
  });
});
