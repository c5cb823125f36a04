import { inOrder, type Slot, type Weekday } from '../../shared/people/say.js';

/** Times that many people can make, to start from: each is one press. */
export const USUAL = [
  { name: 'Before school', from: '08:00', to: '08:40' },
  { name: 'After school', from: '15:40', to: '17:00' },
  { name: 'Evening', from: '18:30', to: '19:30' },
] as const;

const meets = (a: Slot, b: Slot) => a.weekday === b.weekday && a.from < b.to && b.from < a.to;

/** The usual times of a day that run into nothing that is there already. */
export const usualLeft = (slots: readonly Slot[], weekday: Weekday): readonly (typeof USUAL)[number][] =>
  USUAL.filter(({ from, to }) => !slots.some((slot) => meets(slot, slotOf(weekday, from, to))));

const slotOf = (weekday: Weekday, from: string, to: string): Slot => ({ weekday, from: from as Slot['from'], to: to as Slot['to'] });

/** The week with one more slot, in order. */
export const withSlot = (slots: readonly Slot[], weekday: Weekday, from: string, to: string): readonly Slot[] =>
  inOrder([...slots, slotOf(weekday, from, to)]);

/** Another time on a day: after whatever is there, or at lunch. */
export function anotherTime(slots: readonly Slot[], weekday: Weekday): { readonly from: string; readonly to: string } {
  const last = slots.filter((slot) => slot.weekday === weekday).reduce((latest, { to }) => (to > latest ? to : latest), '12:15' as string);
  const hour = Math.min(22, Number(last.slice(0, 2)));
  return { from: `${String(hour).padStart(2, '0')}:${last.slice(3)}`, to: `${String(hour + 1).padStart(2, '0')}:${last.slice(3)}` };
}
