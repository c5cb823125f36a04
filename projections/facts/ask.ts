import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { principalsOf } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import type { AskFacts } from '@alongside/domain/requests/caseload.facts.js';
import type { HubReader } from '../views/index.js';
import { findable, isBeyond } from '../views/belonging.js';
import type { DirectoryRow } from '../views/directory.view.js';
import { actorOf } from './actor.js';
import { institutionOf, isKnown, membershipsOf } from './gather.js';

/** What is known of one mentor as one mentee asks them, on a day. */
export function askFactsOf(mentor: PersonId, mentee: PersonId, on: Day, look: HubReader): AskFacts {
  const directory = look.row('directory', mentor);
  return {
    mentorKnown: isKnown(mentor, look),
    menteeKnown: isKnown(mentee, look),
    offering: directory !== undefined,
    paused: pauseOf(directory, on) !== null,
    visible: isVisible(mentor, mentee, look),
    excluded: excludes(mentor, mentee, look) || excludes(mentee, mentor, look),
    inReportingLine: assesses(mentor, mentee, look),
    paired: look.rows('mentorship', { mentor, mentee }).some((pair) => !isOver(pair)),
  };
}

/** Whether a person is another’s line manager, or the induction tutor who assesses them, at any institution (R5). */
export const assesses = (person: PersonId, other: PersonId, look: HubReader): boolean =>
  membershipsOf(other, look).some(({ lineManager, inductionTutor }) => lineManager === person || inductionTutor === person);

/** The pause that a mentor is in: without an end, or until a day that has not come. */
export function pauseOf(row: Pick<DirectoryRow, 'paused'> | undefined, on: Day): DirectoryRow['paused'] {
  const paused = row?.paused ?? null;
  return paused && (paused.until === null || paused.until > on) ? paused : null;
}

const excludes = (person: PersonId, other: PersonId, look: HubReader): boolean =>
  look.row('profile', person)?.exclusions.includes(other) ?? false;

function isVisible(mentor: PersonId, mentee: PersonId, look: HubReader): boolean {
  const profile = look.row('profile', mentor);
  // A browser holds no profile of others: there, the directory shows only those who may be found.
  if (!profile) return look.row('directory', mentor) !== undefined;
  // Nobody is found at a school that has closed.
  const open = membershipsOf(mentor, look).filter(({ institution }) => !institutionOf(institution, look)?.closed);
  const beyond = isBeyond(
    open.map(({ institution }) => ({ beyond: institutionOf(institution, look)?.settings.discoverableBeyond ?? true })),
  );
  const { visibility, exclusions } = profile;
  const audience = findable({
    person: mentor,
    visibility,
    institutions: open.map(({ institution }) => institution),
    reach: [...new Set(open.flatMap(({ institution, trust }) => (trust ? [institution, trust] : [institution])))],
    beyond,
    exclusions,
  });
  return meets(audience, new Set(principalsOf(actorOf(mentee, look))));
}
