import { daysBetween } from '../../ui/index.js';
import type { ProgrammeFigures } from './figures.js';

/** A programme's whole time at a glance. */
export interface TimelineAnswer {
  readonly from: string;
  readonly to: string;
  readonly terms: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly days: readonly { readonly day: string; readonly height: number }[];
}

/** Days that a day may be compared with, beside a week before. */
export interface EarlierDay {
  readonly kind: 'half-term' | 'term' | 'year';
  readonly day: string;
  readonly figures: ProgrammeFigures;
}

/** A programme at the end of one day, a week before, and what happened in that week. `null`: nothing was there to count yet. */
export interface PastDayAnswer {
  readonly day: string;
  readonly figures: ProgrammeFigures | null;
  readonly before: ProgrammeFigures | null;
  /** Absent in what older hubs answer. */
  readonly earlier?: readonly EarlierDay[];
  readonly week: readonly { readonly day: string; readonly sentences: readonly string[] }[];
}

/** A name that begins further along than this share of the whole has no room on a phone. */
const ROOM_LIMIT_SHARE = 0.75;

/** The first term of a school year in full, such as “Autumn 2025” or “Term 1 of year 2”; the others shortly, for they stand beside it. */
export const bandsOf = (terms: TimelineAnswer['terms'], from: string, to: string) =>
  terms.map((term) => {
    const first = /^(autumn|term 1\b)/i.test(term.name);
    const starts = term.from < from ? from : term.from;
    const along = daysBetween(from, starts) / Math.max(1, daysBetween(from, to));
    return {
      label: first ? term.name : (/^term \d+/i.exec(term.name)?.[0] ?? term.name.split(' ')[0] ?? term.name),
      from: starts,
      to: term.to > to ? to : term.to,
      minor: !first,
      ...(first && along > ROOM_LIMIT_SHARE && { late: true }),
    };
  });
