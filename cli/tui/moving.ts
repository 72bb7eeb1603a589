import type { Command } from './keys.ts';
import type { Screen } from './screens.ts';
import {
  cards,
  dossierOf,
  liveCalls,
  type Place,
  placeOf,
  positionOf,
  type State,
  selectedCard,
  stayId,
  staying,
} from './state.ts';

type Move = Extract<Command, 'up' | 'down' | 'page-up' | 'page-down' | 'top' | 'bottom'>;

/** Lines that a page moves by: what fits on the smallest screen. */
const PAGE = 8;

/** The state with the selection of the screen, or the text beside it, moved. */
export function moved(state: State, move: Move): State {
  if (state.help) return { ...state, helpScroll: scrolled(state.helpScroll, move) };
  const ids = idsOn(state);
  const screen = listOf(state.screen);
  const place = placeOf(state, screen);
  if (move === 'page-up' || move === 'page-down' || ids === undefined) {
    return withPlace(state, screen, { ...place, scroll: scrolled(place.scroll, move) });
  }
  const index = target(
    positionOf(ids, place, (id) => id),
    ids.length,
    move,
  );
  const id = ids[index];
  return withPlace(state, screen, id === undefined ? { index, scroll: 0 } : { id, index, scroll: 0 });
}

function target(index: number, length: number, move: Move): number {
  const last = Math.max(0, length - 1);
  switch (move) {
    case 'top':
      return 0;
    case 'bottom':
      return last;
    case 'up':
      return Math.max(0, index - 1);
    default:
      return Math.min(last, index + 1);
  }
}

// Scrolling too far is stopped where the text is painted: only there its height is known.
function scrolled(scroll: number, move: Move): number {
  switch (move) {
    case 'up':
      return Math.max(0, scroll - 1);
    case 'down':
      return scroll + 1;
    case 'page-up':
      return Math.max(0, scroll - PAGE);
    case 'page-down':
      return scroll + PAGE;
    case 'top':
      return 0;
    case 'bottom':
      return Number.MAX_SAFE_INTEGER;
  }
}

/** The screen whose list the selection belongs to: card and ladder show the plan's. */
function listOf(screen: Screen): Screen {
  return screen === 'ladder' ? 'plan' : screen;
}

/** The ids of what is listed on the screen; undefined where there is only text to scroll. */
function idsOn(state: State): readonly string[] | undefined {
  switch (state.screen) {
    case 'plan':
    case 'ladder':
      return cards(state).map(({ id }) => id);
    case 'now':
      return liveCalls(state).map(({ id }) => id);
    case 'stays':
      return staying(state).map(stayId);
    case 'evidence': {
      const card = selectedCard(state);
      return card === undefined ? [] : (dossierOf(state, card)?.evidence ?? []).map(({ id }) => id);
    }
    case 'diff':
    case 'attention':
      return undefined;
  }
}

export function withPlace(state: State, screen: Screen, place: Place): State {
  return { ...state, places: new Map(state.places).set(screen, place) };
}
