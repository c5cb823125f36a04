import type { Mentee, Mentor } from '../features/candidate.js';
import type { Remark } from './part.js';
import { explain } from './rank.js';
import { sayExpertise } from './words.js';

/** Any target will do: nothing that is said depends on it. */
const NO_LEVEL = { from: 1, to: 2 } as const;

/**
 * Why a mentor could help a mentee who has not asked them, in the mentor’s words. Of the mentee, focus areas, work and times are told:
 * neither levels nor ways of working.
 */
export function whyOffer(mentee: Mentee, mentor: Mentor, shared: string): readonly Remark[] {
  const told: Mentee = {
    ...mentee,
    expertise: [],
    preferences: {},
    aims: mentee.aims.map(({ tag }) => ({ tag, ...NO_LEVEL })),
  };
  const { forMentor } = explain(told, mentor);
  const help: Remark = {
    about: 'expertise',
    kind: 'for',
    text: `${mentee.givenName} wants to work on ${sayExpertise(shared)}, and you can help with it.`,
  };
  return [help, ...forMentor.filter(({ about }) => about !== 'expertise')];
}
