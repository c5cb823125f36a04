import type { RequestRow } from '@alongside/projections/views/request.view.js';
import { openRequestsOf } from './brought-together.js';
import type { Asked, Reactor, World } from './reactor.js';

/** [R5] An open request of two who are kept apart is closed as it may be for any reason: neither learns why. It may also arrive a moment late. */
export const closeRequestsOfThoseKeptApart: Reactor = {
  // The name of before, by which commands are known that were given already.
  name: 'withdraw-request-when-mentee-excludes-mentor',
  on: {
    // What a mentee asked before goes on where it is the mentor who wants to be kept apart: they answer it themself.
    ExclusionAdded: ({ data: { person, other } }, { look }) =>
      look.rows('request', { mentee: person, mentor: other, status: 'open' }).map(withdraw),
    MentoringRequested: ({ data }, world) => apart(data, world),
    // The wish was of one record, and the request of the other: unseen by either, as one that arrives a moment late.
    RecordsJoined: ({ data: { person } }, world) => openRequestsOf(person, world).flatMap((one) => apart(one, world)),
  },
};

type One = Pick<RequestRow, 'mentor' | 'request'>;

function apart({ mentor, mentee, request }: One & Pick<RequestRow, 'mentee'>, { look }: World): readonly Asked[] {
  const excludes = (person: typeof mentor, other: typeof mentor) => look.row('profile', person)?.exclusions.includes(other) ?? false;
  if (excludes(mentee, mentor)) return [withdraw({ mentor, request })];
  return excludes(mentor, mentee) ? [release({ mentor, request })] : [];
}

/** A mentor whose yes came to nothing could tell why. */
const withdraw = ({ mentor, request }: One): Asked => ({ type: 'WithdrawRequest', data: { mentor, request } });

/** As of any mentor who takes no new mentees: it goes on to whom the mentee named. */
const release = ({ mentor, request }: One): Asked => ({ type: 'ReleaseRequest', data: { mentor, request } });
