import { ok, refuse } from '../kernel/result.js';
import { knownItem, worded, type KnownItem } from './meeting.agenda-words.js';
import { AGENDA_LIMIT_ITEMS, type AgendaItem } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';
import type { Decision, Given, RefusedResult } from './meeting.refusals.js';
import type { Booked, Proposed } from './meeting.state.js';

export function setAgenda({ data, by }: Given<'SetAgenda'>, meeting: Proposed | Booked, { waiting }: MeetingFacts): Decision {
  const { mentorship, participants, agenda } = meeting;
  const items = worded(data.items, by, [...agenda, ...waiting.map(knownItem)]);
  const kept = addedSince(data, agenda);
  const of = { meeting: data.meeting, mentorship, participants, by };
  return (
    sameItemTwice(data.items) ??
    tooMany(items.length + kept.length) ??
    ok([
      {
        type: 'AgendaSet',
        data: { ...of, items: [...items], ...(data.letGo && { letGo: data.letGo }), ...(kept.length > 0 && { kept: [...kept] }) },
      },
    ])
  );
}

/** Ids of what came onto the agenda after its writer had read it, and was not let go. Its words are in the events before. */
function addedSince({ items, seen, letGo = [] }: Given<'SetAgenda'>['data'], agenda: readonly KnownItem[]): string[] {
  if (!seen) return [];
  const known = new Set([...seen, ...letGo, ...items.map(({ id }) => id)]);
  return agenda.map(({ id }) => id).filter((id) => !known.has(id));
}

const tooMany = (items: number): RefusedResult | undefined =>
  items > AGENDA_LIMIT_ITEMS ? refuse({ code: 'MEETING.AGENDA_FULL', facts: { limit: AGENDA_LIMIT_ITEMS } }) : undefined;

/** Items of an agenda are told apart by their ids. */
export function sameItemTwice(items: readonly AgendaItem[]): RefusedResult | undefined {
  return new Set(items.map(({ id }) => id)).size < items.length ? refuse({ code: 'MEETING.SAME_ITEM_TWICE' }) : undefined;
}
