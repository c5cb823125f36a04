import type { ViewRows } from '../../replica/index.js';

export type AgendaItem = NonNullable<ViewRows['meeting']['agenda']>['items'][number];
type Waiting = ViewRows['carried-over']['items'][number];

/** How many items an agenda holds. */
export const AGENDA_LIMIT_ITEMS = 20;
/** What a new item is given, in minutes. */
export const NEW_ITEM_MINUTES = 10;

type Outline = readonly (readonly [title: string, minutes: number])[];

/**
 * What a meeting usually holds at this stage of the relationship: first getting to know each other, then seeing it done and trying it with
 * help, later trying alone and putting into words, at last looking back and outward. The times are for three quarters of an hour.
 */
const OUTLINES: readonly { readonly from: number; readonly items: Outline }[] = [
  {
    from: 1,
    items: [
      ['What each of us hopes for', 10],
      ['What is going well, and what is hard right now', 15],
      ['One small step to try before we meet again', 10],
      ['When and how we meet', 10],
    ],
  },
  {
    from: 2,
    items: [
      ['What happened with the step you tried', 15],
      ['What you noticed when you saw it done', 15],
      ['The next small step, planned together', 15],
    ],
  },
  {
    from: 5,
    items: [
      ['What you tried, and what changed', 15],
      ['Where it did not work, and what happened just before', 15],
      ['What you will try on your own next', 15],
    ],
  },
  {
    from: 9,
    items: [
      ['What has changed since we started', 15],
      ['What you would tell a colleague who is starting', 15],
      ['What to do next', 15],
    ],
  },
];

const OUTLINE_MINUTES = 45;
const STEP_MINUTES = 5;

/** The usual agenda of the meeting with this number (1 for the first), each item with an id of its own, cut to `length` minutes. */
export function usualAgenda(number: number, length: number, newId: () => string): readonly AgendaItem[] {
  const outline = OUTLINES.findLast(({ from }) => from <= number)?.items ?? [];
  const cut = (minutes: number) => Math.max(STEP_MINUTES, Math.floor((minutes * length) / OUTLINE_MINUTES / STEP_MINUTES) * STEP_MINUTES);
  return outline.map(([title, minutes]) => ({ id: newId(), title, minutes: cut(minutes) }));
}

/** Items that wait and still have words, each once: an agenda tells its items apart by their ids. */
const waitingItems = (waiting: readonly Waiting[]): readonly AgendaItem[] =>
  waiting.map(({ item }) => item).filter(({ id, title }, at, items) => title !== '' && items.findIndex((one) => one.id === id) === at);

/**
 * What the first agenda of a meeting begins with: what was left over, then what is usual; as many as an agenda holds. What is usual stands
 * once, though it waits already from a meeting that was called off.
 */
export function firstAgenda(number: number, length: number, waiting: readonly Waiting[], newId: () => string): readonly AgendaItem[] {
  const left = waitingItems(waiting);
  const usual = usualAgenda(number, length, newId).filter(({ title }) => !left.some((item) => item.title === title));
  return [...left, ...usual].slice(0, AGENDA_LIMIT_ITEMS);
}

/** What was left over elsewhere and is not on this agenda yet. Words that were taken back are not offered. */
export const leftOver = (waiting: readonly Waiting[], meeting: string, items: readonly AgendaItem[]): readonly AgendaItem[] =>
  waitingItems(waiting.filter(({ from }) => from !== meeting)).filter(({ id }) => !items.some((item) => item.id === id));

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
 * The agenda to save when the other half changed it while this form stood open: mine in my order; what they added comes after; what they
 * changed and I did not is taken from them; what they took away stays away unless I changed it.
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
  return [...kept, ...added].slice(0, AGENDA_LIMIT_ITEMS);
}
