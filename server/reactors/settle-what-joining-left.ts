import { ABOVE } from '@alongside/domain/institutions/above.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionId, MentorshipId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { assesses } from '@alongside/projections/facts/ask.js';
import { mayStandAbove } from '@alongside/projections/facts/gather.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import type { Astray } from '@alongside/projections/views/astray.js';
import { memberId } from '@alongside/projections/views/member.view.js';
import type { MembershipHere } from '@alongside/projections/views/membership.view.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/** Two histories read as one may lose a membership, or pair a person with themself. Late events are settled, too, and a second join. */
export const settleWhatJoiningLeft: Reactor = {
  name: 'settle-what-joining-left',
  on: {
    RecordsJoined: (event, world) => {
      const [{ kept, since } = NOT_JOINED] = world.look.rows('joining', { joined: event.data.joined, status: 'joined' });
      if (since === event.position) return settle(event, world);
      // Their person proved that this record is theirs as well. Of one that was erased first nothing is read, and nothing given.
      const { person, asOf = event.position } = event.data;
      return kept === null || kept === person ? [] : [{ type: 'JoinRecords', data: { record: person, other: kept, asOf } }];
    },
    // Who is a member again was not one where something was set of one of their records meanwhile: it fell on nobody.
    MemberJoined: ({ data: { person, institution } }, { look }) => givenAgain({ person, institution }, look),
    MentoringRequested: ({ data: { mentor, mentee, request } }, { look }) =>
      mentor === mentee
        ? [{ type: 'WithdrawRequest', data: { mentor, request } }]
        : askedTwice(look.rows('request', { mentor, mentee, status: 'open' })),
    // None comes of it, and it must not be counted as one.
    RequestAccepted: ({ data: { mentor, mentee, mentorship } }) =>
      mentor === mentee ? [{ type: 'ReleasePlace', data: { mentor, mentorship } }] : [],
    MentorshipStarted: ({ data }) => {
      const { mentor, mentee } = theTwo(data);
      return mentor === mentee ? [end(data.mentorship)] : [];
    },
  },
};

const NOT_JOINED = { kept: null, since: null };

const settle = ({ data: { person, belongs, asOf: proven }, at, position }: EventTyped<'RecordsJoined'>, world: World): readonly Asked[] => [
  ...belongs.flatMap((one) => belonging(person, one, { on: dayOf(at), asOf: proven ?? position, world })),
  ...requestsToOneself(person, world),
  ...requestsToTheSame(person, world),
  ...placesForOneself(person, world),
  ...mentorshipsOf(person, world).flatMap(({ mentorship, mentor, mentee }): readonly Asked[] => {
    if (mentor === mentee) return [end(mentorship)];
    return assesses(mentor, mentee, world.look) ? [{ type: 'PauseMentorship', data: { mentorship, until: null } }] : [];
  }),
];

const end = (mentorship: MentorshipId): Asked => ({ type: 'EndMentorship', data: { mentorship, reason: '', wantsAnother: false } });

type Belonging = EventTyped<'RecordsJoined'>['data']['belongs'][number];
/** What was lost by reading two as one. What was taken since `asOf` the institution’s own rules do not give again. */
function belonging(
  person: PersonId,
  { institution, roles, from, ...above }: Belonging,
  { on, asOf, world }: { readonly on: ReturnType<typeof dayOf>; readonly asOf: Position; readonly world: World },
): readonly Asked[] {
  const here = world.look.row('membership', person)?.memberships.find((one) => one.institution === institution);
  const lost = roles.filter((role) => !here?.roles.includes(role));
  return [
    ...(here ? [] : [{ type: 'AddMember', data: { institution, person, from: from ?? on, asOf } } as const]),
    // Read as one, the day of the record that came later stands.
    ...(here && from && from < here.from ? [{ type: 'CorrectFirstDay', data: { institution, person, from, asOf } } as const] : []),
    ...linesAgain(above, { institution, person, asOf }, here, world),
    ...lost.map((role): Asked => ({ type: 'GrantRole', data: { institution, person, role, asOf } })),
  ];
}

/** What was taken or set of them since is not given again: the institution’s own rules say so (`asOf`). */
function givenAgain(at: { readonly person: PersonId; readonly institution: InstitutionId }, look: World['look']): readonly Asked[] {
  const { roles = {}, line, firstDay } = look.row('member', memberId(at))?.astray ?? {};
  return [
    ...(firstDay ? [{ type: 'CorrectFirstDay', data: { ...at, from: firstDay.from, asOf: firstDay.at } } as const] : []),
    ...(line ? [lineAgain(at, line)] : []),
    ...(Object.entries(roles) as [Role, Position][]).map(([role, asOf]): Asked => ({ type: 'GrantRole', data: { ...at, role, asOf } })),
  ];
}

const lineAgain = (
  at: { readonly person: PersonId; readonly institution: InstitutionId },
  { at: asOf, ...above }: NonNullable<Astray['line']>,
): Asked => ({ type: 'SetReportingLine', data: { ...at, ...above, asOf } });

/** Who stood above either record does so again, unless they have gone meanwhile: one line that is refused would lose the other. */
function linesAgain(
  had: Partial<Record<(typeof ABOVE)[number], PersonId | undefined>>,
  at: { readonly institution: InstitutionId; readonly person: PersonId; readonly asOf: Position },
  here: MembershipHere | undefined,
  { look }: World,
): readonly Asked[] {
  const [lineManager, inductionTutor] = ABOVE.map((line) => {
    const one = had[line];
    const now = here?.[line] ?? null;
    const stays = now === at.person ? null : now;
    return one !== undefined && one !== at.person && mayStandAbove(one, at.institution, look) ? one : stays;
  }) as [PersonId | null, PersonId | null];
  const isSo = lineManager === (here?.lineManager ?? null) && inductionTutor === (here?.inductionTutor ?? null);
  return isSo ? [] : [{ type: 'SetReportingLine', data: { ...at, lineManager, inductionTutor } }];
}

const requestsToOneself = (person: PersonId, { look }: World): readonly Asked[] =>
  look
    .rows('request', { mentor: person, mentee: person, status: 'open' })
    .map(({ mentor, request }) => ({ type: 'WithdrawRequest', data: { mentor, request } }));

/** Either record may have asked a person, or been asked by one, whom the other had, too. */
const requestsToTheSame = (person: PersonId, { look }: World): readonly Asked[] =>
  askedTwice([...look.rows('request', { mentee: person, status: 'open' }), ...look.rows('request', { mentor: person, status: 'open' })]);

/** Of those between the same two the first by its id stays: the same one for every process. */
const askedTwice = (open: readonly RequestRow[]): readonly Asked[] =>
  open
    .filter((one) => one.mentor !== one.mentee && open.some((other) => isOfSame(one, other) && other.request < one.request))
    .map(({ mentor, request }) => ({ type: 'WithdrawRequest', data: { mentor, request, because: 'asked-twice' } }));

const isOfSame = (one: RequestRow, other: RequestRow): boolean => one.mentor === other.mentor && one.mentee === other.mentee;

/** Of a yes whose mentorship was not decided before the join none comes, however late it is tried again. */
const placesForOneself = (person: PersonId, { look }: World): readonly Asked[] =>
  look
    .rows('request', { mentor: person, mentee: person, status: 'accepted' })
    .flatMap(({ mentor, mentorship }): readonly Asked[] =>
      mentorship !== null && !look.row('mentorship', mentorship) ? [{ type: 'ReleasePlace', data: { mentor, mentorship } }] : [],
    );

const mentorshipsOf = (person: PersonId, { look }: World) =>
  [
    ...look.rows('mentorship', { mentor: person }),
    ...look.rows('mentorship', { mentee: person }).filter(({ mentor }) => mentor !== person),
  ].filter((pair) => !isOver(pair));
