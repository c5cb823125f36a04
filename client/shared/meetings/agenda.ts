import { usualAgenda } from '@alongside/domain/meetings/usual-agenda.js';
import { sameText } from '@alongside/domain/text/folding.js';
import type { ViewRows } from '../../replica/index.js';

export { usualAgenda };

export type AgendaItem = NonNullable<ViewRows['meeting-content']['agenda']>['items'][number];
type Waiting = ViewRows['carried-over']['items'][number];

/** How many items an agenda holds. */
export const AGENDA_LIMIT_ITEMS = 20;
/** What is usual is not squeezed into less. */
const SHORTEST_MINUTES = 15;
/** What a new item is given, in minutes. */
export const NEW_ITEM_MINUTES = 10;

/** Items that wait and still have words, each once: an agenda tells its items apart by their ids. */
const waitingItems = (waiting: readonly Waiting[]): readonly AgendaItem[] =>
  waiting.map(({ item }) => item).filter(({ id, title }, at, items) => title !== '' && items.findIndex((one) => one.id === id) === at);

/**
 * Begins the first agenda of a meeting: items left over, then the usual ones in the time left. A usual item that already waits is not added
 * twice.
 */
export function firstAgenda(number: number, length: number, waiting: readonly Waiting[], newId: () => string): readonly AgendaItem[] {
  const left = waitingItems(waiting);
  const time = length - totalMinutes(left);
  const usual = time >= SHORTEST_MINUTES ? usualAgenda(number, time, newId) : [];
  return [...left, ...usual.filter(({ title }) => !left.some((item) => item.title === title))].slice(0, AGENDA_LIMIT_ITEMS);
}

/** What was left over elsewhere and is not on this agenda yet. Words that were taken back are not offered. */
export const leftOver = (waiting: readonly Waiting[], meeting: string, items: readonly AgendaItem[]): readonly AgendaItem[] =>
  waitingItems(waiting.filter(({ from }) => from !== meeting)).filter(
    ({ id, title }) => !items.some((item) => item.id === id || sameText(item.title, title)),
  );

/** An agenda that holds as many items as it can takes no other. */
export const isFull = (items: readonly AgendaItem[]): boolean => items.length >= AGENDA_LIMIT_ITEMS;

/** The item moved by so many places; unchanged at either end. */
export function moved(items: readonly AgendaItem[], from: number, by: number): readonly AgendaItem[] {
  const item = items[from];
  const to = from + by;
  if (!item || to < 0 || to >= items.length) return items;
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** How long the items take together, in minutes. */
export const totalMinutes = (items: readonly AgendaItem[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0);

const same = (a: AgendaItem | undefined, b: AgendaItem): boolean => a?.title === b.title && a.minutes === b.minutes;

/**
 * Merges an agenda that the other changed meanwhile: mine in my order, then what they added. What they changed or deleted holds unless I
 * changed it too.
 */
export function mergeAgendas(
  base: readonly AgendaItem[],
  mine: readonly AgendaItem[],
  theirs: readonly AgendaItem[],
): readonly AgendaItem[] {
  const find = (items: readonly AgendaItem[], id: string) => items.find((item) => item.id === id);
  const kept = mine.flatMap((item) => {
    const before = find(base, item.id);
    const now = find(theirs, item.id);
    const untouched = before !== undefined && same(before, item);
    if (before && !now) return untouched ? [] : [item];
    return [untouched && now ? now : item];
  });
  const added = theirs.filter(({ id }) => !find(base, id) && !find(mine, id));
  // More than an agenda holds is refused with what was typed still in the form; nothing is cut off unsaid.
  return [...kept, ...added];
}
