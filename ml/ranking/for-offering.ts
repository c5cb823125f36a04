import type { Mentee, Mentor } from '../features/candidate.js';
import type { Remark } from './part.js';
import { explain } from './rank.js';
import { list, sayExpertise } from './words.js';

/** Any target will do: nothing that is said depends on it. */
const NO_LEVEL = { from: 1, to: 2 } as const;

/** Why a mentor could help a mentee who has not asked them, in the mentor’s words. Neither levels nor ways of working are told. */
export function whyOffer(mentee: Mentee, mentor: Mentor, shared: string): readonly Remark[] {
  const told: Mentee = {
    ...mentee,
    expertise: [],
    preferences: {},
    aims: mentee.aims.map(({ tag }) => ({ tag, ...NO_LEVEL })),
  };
  const offered = new Set(mentor.expertise.map(({ tag }) => tag));
  const also = mentee.aims.flatMap(({ tag }) => (tag !== shared && offered.has(tag) ? [sayExpertise(tag)] : []));
  const name = mentee.givenName;
  return [
    help(`${name} wants to work on ${sayExpertise(shared)}, and you can help with it.`),
    ...(also.length > 0 ? [help(`${name} also wants to work on ${list(also)}, which you offer.`)] : []),
    ...explain(told, mentor).forMentor.filter(({ about, kind }) => about !== 'expertise' && !(about === 'goals' && kind === 'for')),
  ];
}

const help = (text: string): Remark => ({ about: 'expertise', kind: 'for', text });
