import type { Event, Wish } from './events.ts';
import type { News } from './papers.ts';

/**
 * The rest of the program as the terminal UI sees it. Everything takes time, and nothing of it happens while painting.
 */
export type Desk = {
  /** Begins to watch; news arrive until `close`. */
  open(hear: (news: News) => void): void;
  /** Does what is wished and says what came of it; a failure is news too, and never thrown. */
  grant(wish: Exclude<Wish, { readonly kind: 'quit' }>): Promise<Event>;
  close(): Promise<void>;
};
