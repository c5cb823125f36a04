import type { Refusal } from '../kernel/result.js';
import type { Aim, Expertise, Slot } from './person.events.js';

export type ProfileRefusal = Refusal<'PROFILE.SAID_TWICE' | 'PROFILE.AIM_NOT_AHEAD' | 'PROFILE.SLOT_BACKWARDS' | 'PROFILE.SLOTS_OVERLAP'>;

/** The first area that is declared twice, or nothing. */
export const whatIsWrongWithExpertise = (expertise: readonly Expertise[]): ProfileRefusal | undefined => saidTwice('expertise', expertise);

/** The first aim that leads nowhere or is set twice, or nothing. */
export function whatIsWrongWithAims(aims: readonly Aim[]): ProfileRefusal | undefined {
  const index = aims.findIndex((aim) => aim.to <= aim.from);
  return index >= 0 ? { code: 'PROFILE.AIM_NOT_AHEAD', field: `aims.${index}.to` } : saidTwice('aims', aims);
}

/** The first slot that ends before it begins or runs into another, or nothing. One may begin when another ends. */
export function whatIsWrongWithSlots(slots: readonly Slot[]): ProfileRefusal | undefined {
  const backwards = slots.findIndex((slot) => slot.to <= slot.from);
  if (backwards >= 0) return { code: 'PROFILE.SLOT_BACKWARDS', field: `availability.slots.${backwards}.to` };
  const overlapping = slots.findIndex((slot, index) =>
    slots.some((other, before) => before < index && other.weekday === slot.weekday && other.from < slot.to && slot.from < other.to),
  );
  return overlapping >= 0 ? { code: 'PROFILE.SLOTS_OVERLAP', field: `availability.slots.${overlapping}.from` } : undefined;
}

function saidTwice(field: string, tagged: readonly { tag: string }[]): ProfileRefusal | undefined {
  const index = tagged.findIndex(({ tag }, at) => tagged.findIndex((other) => other.tag === tag) < at);
  return index >= 0 ? { code: 'PROFILE.SAID_TWICE', field: `${field}.${index}.tag` } : undefined;
}
