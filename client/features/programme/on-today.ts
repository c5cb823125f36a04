import { itemsOf, writtenOn, WRITTEN_DAYS, type DeskRows } from '../../shared/programme/items.js';

/** How many of the pairs that may need a hand their coordinator’s Today counts: by its own rules, so that both pages agree. */
export function pairsOnToday(rows: Pick<DeskRows, 'me' | 'today' | 'pairs' | 'handovers' | 'messages'>): number {
  const desk: DeskRows = { ...rows, waiting: [], help: [], seeking: [], newcomers: [] };
  return itemsOf(desk).filter((item) => item.kind === 'stuck' && writtenOn(item, desk) === undefined).length;
}

/** What Today leaves out; undefined where it counts the same pairs. */
export const sayOnToday = (all: number, today: number): string | undefined =>
  all === today
    ? undefined
    : `Today counts ${today === 0 ? 'none' : today} of these. It leaves out your own pairs, pairs whose mentor has left, and people you wrote to in the last ${WRITTEN_DAYS} days.`;
