/** The narrow door for the thread that watches: it asks the permission model, but weighs no effects and plans nothing. */

export { arrivals } from './arrivals.ts';
export { openStore, type Store } from './evidence/store.ts';
export { projects } from './evidence/totals.ts';
export { type Following, follow } from './follow.ts';
