import type { Mentor } from '../features/candidate.js';
import { obstacle } from './constraints.js';
import { couldMeet } from './could-meet.js';
import { fit } from './fit.js';
import type { Mentors } from './mentors.js';
import { meetsAll } from './must-haves.js';
import type { Remark } from './part.js';
import type { Seeker } from './seeker.js';
import type { Weights } from './weights.js';
import { counted } from './words.js';

/** More than these are not counted: nobody decides by how many more there are. */
const ENOUGH_PEOPLE = 20;

/** How many more would fit as well if the mentee also met in the other form. Nothing where they already do, or where it adds none. */
export function otherForm(seeker: Seeker, mentors: Mentors, weights: Weights, suggested: readonly Mentor[]): readonly Remark[] {
  const { availability } = seeker.mentee;
  if (!availability || availability.format === 'either' || suggested.length === 0) return [];
  const open: Seeker = { ...seeker, mentee: { ...seeker.mentee, availability: { ...availability, format: 'either' } } };
  // By the rules on either side: what was learned is not worked out for all.
  const least = Math.min(...suggested.map((mentor) => fit(seeker, mentor, weights) ?? 0));
  const already = new Set(suggested.map(({ person }) => person));
  const isOpenedBy = otherFormOpens(availability.format);
  const fitsIn = (who: Seeker, mentor: Mentor): boolean => (fit(who, mentor, weights, least) ?? 0) >= least && couldMeet(who, mentor);
  let more = 0;
  const visit = (mentor: Mentor): void => {
    if (!meetsAll(seeker.mentee.mustHaves, seeker.mentee, mentor)) return;
    if (!isOpenedBy(mentor) || !fitsIn(open, mentor) || fitsIn(seeker, mentor)) return;
    if (!already.has(mentor.person) && !obstacle(seeker, mentor) && mentors.mayFind?.(mentor) !== false) more += 1;
  };
  mentors.lookThrough(open, weights, { least: () => (more > ENOUGH_PEOPLE ? Infinity : least), visit });
  if (more === 0) return [];
  const howMany = more > ENOUGH_PEOPLE ? `more than ${ENOUGH_PEOPLE} other mentors` : counted(more, 'more mentor');
  const form = availability.format === 'online' ? 'in person' : 'online';
  return [{ about: 'availability', kind: 'what-if', text: `If you could also meet ${form}, ${howMany} would fit as well.` }];
}

/** Whether anything changes with this mentor if the mentee meets in the other form too: most mentors need not be scored again. */
const otherFormOpens =
  (mine: 'online' | 'in-person') =>
  ({ availability }: Mentor): boolean =>
    availability !== null && availability.format !== mine;
