import { NEAR_MILES, type MustHave } from '@alongside/domain/suggestions/must-haves.js';
import type { Educator, Mentor } from '../features/candidate.js';
import { milesBetween } from './parts/proximity.js';

type Two = { readonly mentee: Educator; readonly mentor: Mentor };

/** What each asks of two people. What is not known of a mentor is not met: a mentee who insists wants to be sure. */
const MET: Readonly<Record<MustHave, (two: Two) => boolean>> = {
  'other-school': ({ mentee, mentor }) =>
    mentor.workplaces.length > 0 && !pairs(mentee, mentor).some(([mine, theirs]) => mine.institution === theirs.institution),
  'same-trust': ({ mentee, mentor }) => pairs(mentee, mentor).some(([mine, theirs]) => mine.trust !== null && mine.trust === theirs.trust),
  near: ({ mentee, mentor }) =>
    pairs(mentee, mentor).some(
      ([mine, theirs]) => mine.institution === theirs.institution || (milesBetween(mine, theirs) ?? Infinity) <= NEAR_MILES,
    ),
  online: ({ mentor }) => mentor.availability !== null && mentor.availability.format !== 'in-person',
};

const pairs = (mentee: Educator, mentor: Mentor) =>
  mentee.workplaces.flatMap((mine) => mentor.workplaces.map((theirs) => [mine, theirs] as const));

/** Whether a mentor has all that a mentee insists on. */
export const meetsAll = (mustHaves: readonly MustHave[], mentee: Educator, mentor: Mentor): boolean =>
  mustHaves.every((one) => MET[one]({ mentee, mentor }));

/** What a mentee can insist on: a trust and a distance only where their own are known. */
export function possibleFor({ workplaces }: Educator): readonly MustHave[] {
  const isKnown: Readonly<Record<MustHave, boolean>> = {
    'other-school': workplaces.length > 0,
    'same-trust': workplaces.some(({ trust }) => trust !== null),
    near: workplaces.some(({ easting, northing }) => easting !== undefined && northing !== undefined),
    online: true,
  };
  return (Object.keys(isKnown) as MustHave[]).filter((one) => isKnown[one]);
}
