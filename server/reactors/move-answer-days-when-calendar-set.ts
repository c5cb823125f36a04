import type { PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/** Days on which a school turns out to be shut do not count (R4): what waits is counted again, also where another process just counted it. */
export const moveAnswerDaysWhenCalendarSet: Reactor = {
  name: 'move-answer-days-when-calendar-set',
  on: {
    CalendarSet: ({ data: { institution } }, world) => {
      const people = world.look.rows('membership', { institutions: institution }).map(({ person }) => person);
      return [...people.flatMap((person) => requestsTo(person, world)), ...people.flatMap((person) => proposalsTo(person, world))];
    },
    MentoringRequested: ({ data }) => [moveAnswerDay(data)],
    RequestExtended: moveDayOfRow,
    RequestDiscussed: moveDayOfRow,
    CompletionProposed: ({ data: { mentorship } }) => [{ type: 'MoveCompletionDay', data: { mentorship } }],
    ClosingProposed: ({ data: { mentorship } }) => [{ type: 'MoveClosingDay', data: { mentorship } }],
  },
};

const moveAnswerDay = ({ mentor, request }: { readonly mentor: PersonId; readonly request: RequestId }): Asked => ({
  type: 'MoveAnswerDay',
  data: { mentor, request },
});

function moveDayOfRow({ data: { request } }: EventTyped<'RequestExtended' | 'RequestDiscussed'>, { look }: World): readonly Asked[] {
  const row = look.row('request', request);
  return row ? [moveAnswerDay(row)] : [];
}

const requestsTo = (person: PersonId, { look }: World): readonly Asked[] =>
  look.rows('request', { mentor: person, status: 'open' }).map(moveAnswerDay);

/** The school days of a proposal to complete, or to end, are those of the mentee. */
const proposalsTo = (mentee: PersonId, { look }: World): readonly Asked[] =>
  look
    .rows('mentorship', { mentee })
    .flatMap(({ mentorship, completion, closing }): readonly Asked[] => [
      ...(completion ? [{ type: 'MoveCompletionDay', data: { mentorship } } as const] : []),
      ...(closing ? [{ type: 'MoveClosingDay', data: { mentorship } } as const] : []),
    ]);
