import { Box } from 'ink';
import { type ReactElement, useSyncExternalStore } from 'react';
import { Body } from './Body.tsx';
import { frameLines } from './frame.ts';
import { HelpPane } from './HelpPane.tsx';
import { Lines } from './Lines.tsx';
import type { Pen } from './pen.ts';
import { plainLines } from './plain.ts';
import type { Session } from './session.ts';
import { useKeys } from './use-keys.ts';

export type AppProps = {
  readonly session: Session;
  readonly pen: Pen;
  /** Lines one after the other instead of a screen. */
  readonly plain?: boolean;
};

/** The whole screen: tabs, the current screen, what is being said, the keys. */
export function App({ session, pen, plain = false }: AppProps): ReactElement {
  const state = useSyncExternalStore(session.subscribe, session.state);
  useKeys(session);
  if (plain) {
    return (
      <Box flexDirection="column">
        <Lines lines={plainLines(state, pen)} pen={pen} />
      </Box>
    );
  }
  const { head, foot } = frameLines(state, pen);
  return (
    <Box flexDirection="column">
      <Lines lines={head} pen={pen} />
      {state.help ? <HelpPane state={state} pen={pen} /> : <Body state={state} pen={pen} />}
      <Lines lines={foot} pen={pen} />
    </Box>
  );
}
