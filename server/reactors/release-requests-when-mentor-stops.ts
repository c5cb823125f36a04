import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { askFactsOf } from '@alongside/projections/facts/ask.js';
import { hasLeft, placesLeftSince } from '@alongside/projections/facts/has-left.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import { ukDay } from '@alongside/projections/views/uk-day.js';
import { openRequestsOf } from './brought-together.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/**
 * Closes open requests to a mentor who stops, pauses, leaves or begins to assess the mentee (R5) and passes them on. One sent just before
 * is caught as it arrives.
 */
export const releaseRequestsWhenMentorStops: Reactor = {
  name: 'release-requests-when-mentor-stops',
  on: {
    MentoringPaused: releaseAll,
    MentoringWithdrawn: releaseAll,
    MemberLeft: ({ data: { person, institution } }, world) =>
      openRequestsTo(person, world)
        .filter(({ mentee }) => hasLeft(person, mentee, institution, world.look))
        .map((request) => release(request, world)),
    ReportingLineSet: ({ data: { person, lineManager, inductionTutor } }, world) =>
      [...new Set([lineManager, inductionTutor])].flatMap((mentor) =>
        mentor === null
          ? []
          : openRequestsTo(mentor, world)
              .filter(({ mentee }) => mentee === person)
              .map(releaseAssessed),
      ),
    MentoringRequested: ({ at, data }, world) => {
      const { mentor, mentee } = data;
      const left = () => placesLeftSince(ukDay(at), mentor, world.look).some((one) => hasLeft(mentor, mentee, one, world.look));
      return stopped(data, at, world) ?? (left() ? [release(data, world)] : []);
    },
    // What one record stopped, or whom it assesses, is the person’s. A membership that reading both as one loses is given again.
    RecordsJoined: ({ at, data: { person } }, world) => openRequestsOf(person, world).flatMap((one) => stopped(one, at, world) ?? []),
  },
};

type Asks = Pick<RequestRow, 'mentor' | 'mentee' | 'request'>;

/** What becomes of a request to a mentor who may not, or does not, mentor its mentee now; undefined where it may wait for them. */
function stopped({ mentor, mentee, request }: Asks, at: Instant, world: World): readonly Asked[] | undefined {
  const { inReportingLine, mentorKnown, offering, paused } = askFactsOf(mentor, mentee, ukDay(at), world.look);
  if (inReportingLine) return [releaseAssessed({ mentor, request })];
  return !mentorKnown || !offering || paused ? [release({ mentor, request }, world)] : undefined;
}

const releaseAssessed = ({ mentor, request }: Pick<RequestRow, 'mentor' | 'request'>): Asked => ({
  type: 'ReleaseRequest',
  data: { mentor, request, because: 'reporting-line' },
});

function releaseAll({ data: { person } }: EventTyped<'MentoringPaused' | 'MentoringWithdrawn'>, world: World): readonly Asked[] {
  return openRequestsTo(person, world).map((request) => release(request, world));
}

/** The requests that wait for a mentor. */
export const openRequestsTo = (mentor: PersonId, { look }: World): readonly RequestRow[] =>
  look.rows('request', { mentor, status: 'open' });

/** Answered without the mentor, and without words of theirs. Of one who is erased nothing is said that would be true of a colleague. */
export const release = ({ mentor, request }: Pick<RequestRow, 'mentor' | 'request'>, { look }: World): Asked => ({
  type: 'ReleaseRequest',
  data: { mentor, request, ...(look.row('person', mentor)?.erased && { because: 'cannot-reply' as const }) },
});
