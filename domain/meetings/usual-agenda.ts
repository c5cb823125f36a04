import type { AgendaItem } from './meeting.events.js';

/** The item of a first meeting that focus areas are named in. */
export const WORK_ON = 'What to work on first';

type Outline = readonly (readonly [title: string, minutes: number])[];

/** What a meeting usually holds at this stage of the relationship, as cognitive apprenticeship has it. The times are for three quarters of an hour. */
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

const STEP_MINUTES = 5;

/** Shares `length` minutes out by weight, to the minute: in steps of five where the length is one and each item gets a step. */
function shared(weights: readonly number[], length: number): readonly number[] {
  const step = length % STEP_MINUTES === 0 && length >= weights.length * STEP_MINUTES ? STEP_MINUTES : 1;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const steps = weights.map(() => 1);
  for (let left = length / step - weights.length; left > 0; left -= 1) {
    const missing = weights.map((weight, at) => (weight * length) / all / step - (steps[at] ?? 0));
    const at = missing.indexOf(Math.max(...missing));
    steps[at] = (steps[at] ?? 0) + 1;
  }
  return steps.map((count) => count * step);
}

/** The usual agenda of the meeting with this number (1 for the first), each item with an id of its own. It lasts `length` minutes. */
export function usualAgenda(number: number, length: number, newId: (place: number) => string): AgendaItem[] {
  const items = OUTLINES.findLast(({ from }) => from <= number)?.items ?? [];
  const minutes = shared(
    items.map(([, weight]) => weight),
    length,
  );
  return items.map(([title], index) => ({ id: newId(index + 1), title, minutes: minutes[index] ?? STEP_MINUTES }));
}
