import { expertiseName, expertiseTag } from '../uk/taxonomy/expertise.js';
import type { AgendaItem } from './meeting.events.js';
import { usualAgenda, WORK_ON } from './usual-agenda.js';

/** A title may not be longer. */
const TITLE_LIMIT_CHARACTERS = 160;

/** The agenda of a first meeting: getting to know each other, what to work on, how, and the next date. Focus areas of the request are named. */
export function firstMeetingAgenda(aims: readonly string[], length: number, newId: (place: number) => string): AgendaItem[] {
  // Older requests may name what is no focus area.
  const areas = aims.filter((tag) => expertiseTag(tag) !== undefined).map((tag) => expertiseName(tag));
  const named = [areas.join(', '), areas[0] ?? '']
    .map((list) => `${WORK_ON}: ${list}`)
    .find((title) => title.length <= TITLE_LIMIT_CHARACTERS);
  return usualAgenda(1, length, newId).map((item) =>
    item.title === WORK_ON && areas.length > 0 && named ? { ...item, title: named } : item,
  );
}
