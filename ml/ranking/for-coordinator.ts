import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Mentee, Mentor } from '../features/candidate.js';
import { circumstances } from './circumstances.js';
import type { Remark } from './part.js';
import { apartIn, sayPhases, saySubjects } from './parts/context.js';
import { formatsMeet, sharedWeek } from './parts/availability.js';
import { bothOnline, CLOSE_MILES, nearest, sayMiles } from './parts/proximity.js';
import { those } from './mentors.js';
import type { Learned } from './learned.js';
import { bestOf } from './rank.js';
import { seekerOf, type Seeker } from './seeker.js';
import { DEFAULT_WEIGHTS } from './weights.js';
import { sayStage, sayWork } from './words.js';

/** A mentor whom a coordinator may suggest, with what speaks for and against them. */
export interface ForCoordinator {
  readonly mentor: PersonId;
  readonly remarks: readonly Remark[];
}

/**
 * Mentors for a mentee, ranked as the mentee’s own suggestions. Focus areas, ways of working and times count but are never named:
 * coordinators do not see them.
 */
export function rankForCoordinator(
  mentee: Mentee,
  mentors: readonly Mentor[],
  people: number,
  learned?: Learned,
): readonly ForCoordinator[] {
  const seeker = seekerOf(mentee);
  return bestOf(seeker, those(mentors), DEFAULT_WEIGHTS, people, learned).map((mentor) => ({
    mentor: mentor.person,
    remarks: remarksForCoordinator(seeker, mentor),
  }));
}

/** What a coordinator reads of one pair. */
export const remarksForCoordinator = (seeker: Seeker, mentor: Mentor): readonly Remark[] =>
  inOrder([...near(seeker, mentor), ...work(seeker, mentor), ...times(seeker, mentor), ...circumstances(mentor).mentee]);

const inOrder = (remarks: readonly Remark[]): readonly Remark[] => [
  ...remarks.filter(({ kind }) => kind === 'for'),
  ...remarks.filter(({ kind }) => kind === 'against'),
];
const remark = (about: Remark['about'], kind: 'for' | 'against', text: string): readonly Remark[] => [{ about, kind, text }];

/** How far apart they work, and whether that matters. */
function near(seeker: Seeker, mentor: Mentor): readonly Remark[] {
  const found = nearest(seeker, mentor);
  const online = bothOnline(seeker, mentor);
  const [mine, theirs] = [seeker.mentee.availability, mentor.availability];
  if (mine && theirs && !formatsMeet(mine, theirs))
    return remark('proximity', 'against', 'One only meets online, the other only in person.');
  if (!found) return online ? remark('proximity', 'for', 'Both can meet online.') : [];
  if (found.kind === 'institution') return remark('proximity', 'for', `Both work at ${found.place.name}.`);
  if (found.kind === 'trust') return remark('proximity', 'for', 'Their schools belong to the same trust.');
  const apart = `They work ${sayMiles(found.miles)} apart`;
  if (found.miles <= CLOSE_MILES) return remark('proximity', 'for', `${apart}.`);
  if (online) return remark('proximity', 'for', `${apart}, and both can meet online.`);
  const said = seeker.mentee.availability !== null && mentor.availability !== null;
  return remark('proximity', 'against', said ? `${apart}, and cannot both meet online.` : `${apart}.`);
}

/** What both teach, and whom the mentor would like to help: what a school knows of its staff. */
function work({ mentee, phases, subjects }: Seeker, mentor: Mentor): readonly Remark[] {
  const both = sayWork(
    mentor.subjects.filter((id) => subjects.has(id)),
    mentor.phases.filter((id) => phases.has(id)),
  );
  const stage = mentee.careerStage;
  const apart = apartIn({ phases, subjects, mentee }, mentor);
  return [
    ...(both ? remark('context', 'for', `Both ${both}.`) : []),
    ...(stage !== null && mentor.helps.includes(stage)
      ? remark('context', 'for', `${mentor.givenName} would like to help people at ${mentee.givenName}’s career stage: ${sayStage(stage)}.`)
      : []),
    ...(apart.phase
      ? remark('context', 'against', `${mentor.givenName} works in ${sayPhases(mentor.phases)}, not ${mentee.givenName}’s phase.`)
      : []),
    ...(apart.stage
      ? remark('context', 'against', `${mentor.givenName} would like to help people at other career stages, not ${mentee.givenName}’s.`)
      : []),
    ...(apart.subject
      ? remark('context', 'against', `${mentor.givenName} teaches ${saySubjects(mentor.subjects)}, not ${mentee.givenName}’s subject.`)
      : []),
  ];
}

/** Whether they could meet at all, and never when. */
function times(seeker: Seeker, mentor: Mentor): readonly Remark[] {
  if (seeker.week.length === 0 || !mentor.availability || mentor.availability.slots.length === 0) return [];
  return sharedWeek(seeker, mentor).length > 0
    ? remark('availability', 'for', 'They have shared times.')
    : remark('availability', 'against', 'They have no shared times.');
}
