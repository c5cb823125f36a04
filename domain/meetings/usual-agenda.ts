import type { AgendaItem } from './meeting.events.js';

/** The item of a first meeting that focus areas are named in. */
export const WORK_ON = 'What to work on first';

type Outline = readonly (readonly [title: string, minutes: number])[];

/**
 * What a meeting usually holds at this stage of the relationship: first getting to know each other, then seeing it done and trying it with
 * help, later trying alone and putting into words, at last looking back and outward. The times are for three quarters of an hour.
 */
const OUTLINES: readonly { readonly from: number; readonly items: Outline }[] = [
  {
    from: 1,
    items: [
      ['Get to know each other', 10],
      [WORK_ON, 20],
      ['How we want to work together', 10],
      ['When we meet next', 5],
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

const cut = (minutes: number, length: number): number =>
  Math.max(STEP_MINUTES, Math.floor((minutes * length) / OUTLINE_MINUTES / STEP_MINUTES) * STEP_MINUTES);

/** The usual agenda of the meeting with this number (1 for the first), each item with an id of its own, cut to `length` minutes. */
export const usualAgenda = (number: number, length: number, newId: (place: number) => string): AgendaItem[] =>
  (OUTLINES.findLast(({ from }) => from <= number)?.items ?? []).map(([title, minutes], index) => ({
    ...{ id: newId(index + 1), title, minutes: cut(minutes, length) },
  }));
