import type { RequestRow } from '@alongside/projections/views/request.view.js';
import type { Asked, Reactor, World } from './reactor.js';

/** [R5] An open request of two who are kept apart is closed as it may be for any reason: neither learns why. It may also arrive a moment late. */
export const closeRequestsOfThoseKeptApart: Reactor = {
  // The name of before, by which commands are known that were given already.
  name: 'withdraw-request-when-mentee-excludes-mentor',
  on: {
    ExclusionAdded: ({ data: { person, other } }, world) => [
      ...openBetween({ mentee: person, mentor: other }, world).map(withdraw),
      ...openBetween({ mentee: other, mentor: person }, world).map(release),
    ],
    MentoringRequested: ({ data: { mentor, mentee, request } }, { look }) => {
      const excludes = (person: typeof mentor, other: typeof mentor) => look.row('profile', person)?.exclusions.includes(other) ?? false;
      if (excludes(mentee, mentor)) return [withdraw({ mentor, request })];
      return excludes(mentor, mentee) ? [release({ mentor, request })] : [];
    },
  },
};

type One = Pick<RequestRow, 'mentor' | 'request'>;
const openBetween = (two: Pick<RequestRow, 'mentor' | 'mentee'>, { look }: World): readonly One[] =>
  look.rows('request', { ...two, status: 'open' });

/** A mentor whose yes came to nothing could tell why. */
const withdraw = ({ mentor, request }: One): Asked => ({ type: 'WithdrawRequest', data: { mentor, request } });

/** As of any mentor who takes no new mentees: it goes on to whom the mentee named. */
const release = ({ mentor, request }: One): Asked => ({ type: 'ReleaseRequest', data: { mentor, request } });
