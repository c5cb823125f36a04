import { BUTS, type But } from '@alongside/domain/suggestions/alike.js';
import type { Mentor } from '../features/candidate.js';
import { sharedStretches, weekOf } from '../features/week.js';
import { couldMeet } from './could-meet.js';
import { apartIn } from './parts/context.js';
import { bestHelp } from './parts/expertise.js';
import { milesBetween } from './parts/proximity.js';
import type { Seeker } from './seeker.js';

/** So much lower may another mentor stand who can help in the same way: one level is between two teachers’ modesty. */
const LOWER_LEVELS = 1;

/** One thing in which a mentor may be less than a mentee would like. */
interface Lack {
  /** Whether this mentor leaves something to wish for in it. What is not known is no lack. */
  readonly has: (seeker: Seeker, mentor: Mentor) => boolean;
  /** Whether another is better in it. What is not known of them is not better. */
  readonly better: (seeker: Seeker, other: Mentor, mentor: Mentor) => boolean;
}

const LACKS: Readonly<Record<But, Lack>> = {
  phase: {
    has: (seeker, mentor) => apartIn(seeker, mentor).phase,
    better: ({ phases }, other) => other.phases.some((id) => phases.has(id)),
  },
  subject: {
    has: (seeker, mentor) => apartIn(seeker, mentor).subject,
    better: ({ subjects }, other) => other.subjects.some((id) => subjects.has(id)),
  },
  stage: {
    has: (seeker, mentor) => apartIn(seeker, mentor).stage,
    better: ({ mentee }, other) => mentee.careerStage !== null && other.helps.includes(mentee.careerStage),
  },
  'other-school': {
    has: (seeker, mentor) => isColleague(seeker, mentor),
    better: (seeker, other) => other.workplaces.length > 0 && !isColleague(seeker, other),
  },
  nearer: {
    has: (seeker, mentor) => !isColleague(seeker, mentor) && (milesTo(seeker, mentor) ?? 0) > 0,
    better: (seeker, other, mentor) => (milesTo(seeker, other) ?? Infinity) < (milesTo(seeker, mentor) ?? 0),
  },
  'could-meet': {
    has: (seeker, mentor) => !couldMeet(seeker, mentor),
    better: (seeker, other) => other.availability !== null && couldMeet(seeker, other),
  },
  times: {
    has: (seeker, mentor) => seeker.week.length > 0 && weekOf(slotsOf(mentor)).length > 0 && !shareTime(seeker, mentor),
    better: (seeker, other) => shareTime(seeker, other),
  },
  sooner: {
    has: (_seeker, { usualReplyDays }) => usualReplyDays !== null && usualReplyDays > 1,
    better: (_seeker, other, mentor) => other.usualReplyDays !== null && other.usualReplyDays < (mentor.usualReplyDays ?? 0),
  },
  'fewer-requests': {
    has: (_seeker, { openRequests }) => openRequests > 0,
    better: (_seeker, other, mentor) => other.openRequests < mentor.openRequests,
  },
};

/** In what a mentee could wish for others than this mentor. */
export const butsFor = (seeker: Seeker, mentor: Mentor): readonly But[] => BUTS.filter((but) => LACKS[but].has(seeker, mentor));

/**
 * Who is like a mentor (`likenessOf`), at most a level lower, and better for this mentee in one thing.
 */
export function alike(seeker: Seeker, mentor: Mentor, but: But): (other: Mentor) => boolean {
  const isLike = likenessTo(seeker, mentor);
  const { better } = LACKS[but];
  return (other) => other.person !== mentor.person && isLike(other) && better(seeker, other, mentor);
}

/** What others are to have of a mentor: the focus area they can help with, or the phase or subject that they share; `null` where it is neither. */
export type Likeness = 'focus' | 'work' | null;

export function likenessOf(seeker: Seeker, mentor: Mentor): Likeness {
  if (bestHelp(seeker, mentor)) return 'focus';
  const { phases, subjects } = sharedWork(seeker, mentor);
  return phases.length + subjects.length > 0 ? 'work' : null;
}

const sharedWork = (seeker: Seeker, mentor: Mentor) => ({
  phases: mentor.phases.filter((id) => seeker.phases.has(id)),
  subjects: mentor.subjects.filter((id) => seeker.subjects.has(id)),
});

function likenessTo(seeker: Seeker, mentor: Mentor): (other: Mentor) => boolean {
  const help = bestHelp(seeker, mentor);
  if (help) {
    const least = help.level - LOWER_LEVELS;
    return ({ expertise }) => expertise.some(({ tag, level }) => tag === help.aim.tag && level >= least);
  }
  const { phases, subjects } = sharedWork(seeker, mentor);
  if (phases.length === 0 && subjects.length === 0) return () => true;
  return (other) => other.phases.some((id) => phases.includes(id)) || other.subjects.some((id) => subjects.includes(id));
}

const slotsOf = ({ availability }: Mentor) => availability?.slots ?? [];

/** A time in the week that suits both, as long as the shorter of their wishes. */
function shareTime({ mentee, week }: Seeker, mentor: Mentor): boolean {
  const minutes = Math.min(mentee.availability?.minutes ?? 0, mentor.availability?.minutes ?? 0);
  return minutes > 0 && sharedStretches(week, weekOf(slotsOf(mentor)), minutes).length > 0;
}

const isColleague = ({ mentee }: Seeker, { workplaces }: Mentor): boolean =>
  mentee.workplaces.some(({ institution }) => workplaces.some((theirs) => theirs.institution === institution));

/** As the crow flies between the nearest of their workplaces; undefined where either is on no map. */
function milesTo({ mentee }: Seeker, { workplaces }: Mentor): number | undefined {
  const ways = mentee.workplaces.flatMap((mine) => workplaces.flatMap((theirs) => milesBetween(mine, theirs) ?? []));
  return ways.length > 0 ? Math.min(...ways) : undefined;
}
