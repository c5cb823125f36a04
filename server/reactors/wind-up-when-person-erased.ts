import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import type { Asked, Reactor, World } from './reactor.js';
import { openRequestsTo, release } from './release-requests-when-mentor-stops.js';

/**
 * Closes what an erased person had open, so that the others can move on. What another process opens in that moment is closed as it arrives.
 */
export const windUpWhenPersonErased: Reactor = {
  name: 'wind-up-when-person-erased',
  on: {
    PersonErased: ({ data: { person } }, world) => [
      { type: 'CloseAllSessions', data: { person } },
      // Before they leave: the end alone tells their mentees, who could not carry on with them.
      ...mentorshipsOf(person, world),
      // An institution must not go on counting them among those who look after it.
      ...membershipsOf(person, world),
      ...requestsBy(person, world),
      ...requestsTo(person, world),
    ],
    MentorshipStarted: ({ data: { mentorship, participants } }, { look }) =>
      participants.some(({ person }) => isErased(person, look)) ? end({ mentorship, ...theTwo({ participants }) }, look) : [],
    MentoringRequested: ({ data: { mentor, mentee, request } }, { look }) =>
      isErased(mentee, look) ? [{ type: 'WithdrawRequest', data: { mentor, request } }] : [],
    MemberJoined: ({ data: { institution, person } }, { look }) =>
      isErased(person, look) ? [{ type: 'RemoveMember', data: { institution, person } }] : [],
  },
};

const mentorshipsOf = (person: PersonId, { look }: World): readonly Asked[] =>
  [...look.rows('mentorship', { mentor: person }), ...look.rows('mentorship', { mentee: person })]
    .filter((pair) => !isOver(pair))
    .flatMap((pair) => end(pair, look));

const end = ({ mentorship, mentor }: Pick<MentorshipRow, 'mentorship' | 'mentor'>, look: World['look']): readonly Asked[] => [
  // First, while it runs: the mentee of a mentor who is gone is handed over.
  ...(isErased(mentor, look) ? [{ type: 'NeedHandover', data: { mentorship, ends: true } } as const] : []),
  { type: 'EndMentorship', data: { mentorship, reason: '', wantsAnother: false } },
];

/** As the lists say, not the event: another process may have added them before it, unseen by who decided. */
const membershipsOf = (person: PersonId, { look }: World): readonly Asked[] =>
  look.rows('member', { person }).map(({ institution }) => ({ type: 'RemoveMember', data: { institution, person } }));

const isErased = (person: PersonId, look: World['look']): boolean => look.row('person', person)?.erased ?? false;

const requestsBy = (mentee: PersonId, { look }: World): readonly Asked[] =>
  look.rows('request', { mentee, status: 'open' }).map(({ mentor, request }) => ({ type: 'WithdrawRequest', data: { mentor, request } }));

const requestsTo = (mentor: PersonId, world: World): readonly Asked[] =>
  openRequestsTo(mentor, world).map((request) => release(request, world));
