import { NEAR_MILES, type MustHave } from '@alongside/domain/suggestions/must-haves.js';
import type { Educator, Mentor, Workplace } from '../features/candidate.js';
import { milesBetween } from './parts/proximity.js';

/** What each asks of two people. What is not known of a mentor is not met: a mentee who insists wants to be sure. */
const MET: Readonly<Record<MustHave, (mentee: Educator, mentor: Mentor) => boolean>> = {
  'other-school': (mentee, mentor) =>
    mentor.workplaces.length > 0 && !haveTwo(mentee, mentor, (mine, theirs) => mine.institution === theirs.institution),
  'same-trust': (mentee, mentor) => haveTwo(mentee, mentor, (mine, theirs) => mine.trust !== null && mine.trust === theirs.trust),
  near: (mentee, mentor) =>
    haveTwo(
      mentee,
      mentor,
      (mine, theirs) => mine.institution === theirs.institution || (milesBetween(mine, theirs) ?? Infinity) <= NEAR_MILES,
    ),
  online: (_mentee, { availability }) => availability !== null && availability.format !== 'in-person',
};

/** Whether any workplace of each stand so to each other. Makes nothing: it is asked of 50,000 mentors. */
const haveTwo = (mentee: Educator, mentor: Mentor, so: (mine: Workplace, theirs: Workplace) => boolean): boolean =>
  mentee.workplaces.some((mine) => mentor.workplaces.some((theirs) => so(mine, theirs)));

/** Whether a mentor has all that a mentee insists on. */
export const meetsAll = (mustHaves: readonly MustHave[], mentee: Educator, mentor: Mentor): boolean =>
  mustHaves.every((one) => MET[one](mentee, mentor));

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
