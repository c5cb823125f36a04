import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Hub } from '../app/create-hub.js';
import { asking, makeSchool, must } from '../app/hub.testing.js';

/** The people who may ask. `asked` has an open request of the mentee; `stranger` holds every role, at another school. */
export const WHO = {
  signedOut: undefined,
  stranger: 'sol',
  colleague: 'cleo',
  mentee: 'ben',
  mentor: 'asha',
  asked: 'mona',
  coordinator: 'helen',
  leader: 'marcus',
  administrator: 'ada',
  hubAdministrator: 'dee',
} as const;
export type Who = keyof typeof WHO;
export const everybody = Object.keys(WHO) as Who[];
export const signedIn = everybody.filter((who) => who !== 'signedOut');
const atSchool = signedIn.filter((who) => who !== 'stranger' && who !== 'hubAdministrator');
const readersOfHistory: readonly Who[] = ['coordinator', 'leader'];
const nobody: readonly Who[] = [];

/** What is asked, of whom it is answered with `answer`, and what everybody else hears who is signed in. */
export interface Line {
  readonly path: string;
  readonly may: readonly Who[];
  readonly answer?: number;
  readonly others?: number;
  readonly body?: object | string;
  /** Ends the session it is asked with. */
  readonly ends?: true;
}
export const CODE = '23456789AB';
export const STAFF = 'Name,E-mail address\r\nA New Colleague,new@hillside.example\r\n';
const GIAS = 'URN,EstablishmentName,EstablishmentStatus (name)\r\n100001,Northfield,Open\r\n';
const visitor = { email: 'visitor@elsewhere.example' };

/** Every endpoint that is no view and no command: the rule of audiences does not cover them by itself, so this table does. */
export const TABLE: Readonly<Record<string, readonly Line[]>> = {
  'get /api/session': [{ path: '/api/session', may: signedIn }],
  'post /api/sign-in/code': [{ path: '/api/sign-in/code', may: everybody, answer: 202, body: visitor }],
  'post /api/sign-in': [{ path: '/api/sign-in', may: everybody, answer: 400, body: { ...visitor, code: '123456', shared: false } }],
  'get /api/sign-in/hub': [{ path: '/api/sign-in/hub', may: everybody }],
  'get /api/sign-in/demo': [{ path: '/api/sign-in/demo', may: everybody }],
  'post /api/sign-in/demo': [{ path: '/api/sign-in/demo', may: nobody, body: { person: 'ben' } }],
  'post /api/sign-out': [{ path: '/api/sign-out', may: everybody, answer: 204, ends: true }],
  'post /api/sign-out/everywhere': [{ path: '/api/sign-out/everywhere', may: everybody, answer: 204, ends: true }],
  'get /api/health': [{ path: '/api/health', may: everybody }],
  'get /api/ready': [{ path: '/api/ready', may: everybody }],
  'get /api/live': [{ path: '/api/live', may: everybody }],
  'get /api/status': [{ path: '/api/status', may: ['hubAdministrator'], others: 403 }],
  'post /api/status/rebuild': [
    { path: '/api/status/rebuild', may: ['hubAdministrator'], answer: 202, others: 403, body: { view: 'skill' } },
  ],
  'get /api/openapi.json': [{ path: '/api/openapi.json', may: signedIn }],
  'get /api/docs': [{ path: '/api/docs', may: signedIn }],
  'get /api/directory': [{ path: '/api/directory?q=name', may: signedIn }],
  'get /api/directory/places': [{ path: '/api/directory/places', may: signedIn }],
  'get /api/looking': [{ path: '/api/looking', may: signedIn }],
  'get /api/suggestions': [{ path: '/api/suggestions', may: signedIn }],
  'get /api/reserves': [{ path: '/api/reserves', may: signedIn }],
  'get /api/suggestions/{mentor}': [
    { path: '/api/suggestions/asha', may: signedIn },
    // Has not chosen yet: found by their own school.
    { path: '/api/suggestions/mona', may: atSchool },
    // Found by their own school, and by nobody.
    { path: '/api/suggestions/ivy', may: atSchool },
    { path: '/api/suggestions/hugo', may: nobody },
    // No mentor at all.
    { path: '/api/suggestions/cleo', may: nobody },
  ],
  'get /api/suggestions/{mentor}/others': [
    { path: '/api/suggestions/asha/others', may: signedIn },
    { path: '/api/suggestions/mona/others', may: atSchool },
    { path: '/api/suggestions/hugo/others', may: nobody },
    { path: '/api/suggestions/cleo/others', may: nobody },
  ],
  'get /api/learning': [{ path: '/api/learning', may: signedIn }],
  'get /api/learning/followed': [{ path: '/api/learning/followed', may: ['stranger', 'coordinator', 'hubAdministrator'], others: 403 }],
  'get /api/learning/shelf': [{ path: '/api/learning/shelf', may: ['hubAdministrator'], others: 403 }],
  // Those who may are told that there is nothing to stop, to use or to go back to.
  'post /api/learning/stop': [{ path: '/api/learning/stop', may: ['hubAdministrator'], answer: 409, others: 403 }],
  'post /api/learning/use': [{ path: '/api/learning/use', may: ['hubAdministrator'], answer: 409, others: 403 }],
  'post /api/learning/back': [{ path: '/api/learning/back', may: ['hubAdministrator'], answer: 409, others: 403 }],
  'post /api/learning/train': [{ path: '/api/learning/train', may: ['hubAdministrator'], answer: 202, others: 403 }],
  'get /api/mentees': [{ path: '/api/mentees', may: signedIn }],
  'get /api/mentees/{mentee}/mentors': [{ path: '/api/mentees/ben/mentors', may: ['coordinator'] }],
  'get /api/requests/{request}/reasons': [{ path: '/api/requests/r-open/reasons', may: ['asked'] }],
  'get /api/mentorships/{mentorship}/match': [{ path: '/api/mentorships/m-1/match', may: ['mentee', 'mentor'] }],
  'get /api/mentorships/{mentorship}/times': [{ path: '/api/mentorships/m-1/times', may: ['mentee', 'mentor'] }],
  'get /api/certificates/{credential}.pdf': [{ path: '/api/certificates/c-1.pdf', may: ['mentee'] }],
  'get /api/verify/{code}': [
    { path: `/api/verify/${CODE}`, may: everybody },
    { path: '/api/verify/BA98765432', may: nobody },
  ],
  'get /api/meetings/{meeting}.ics': [{ path: '/api/meetings/x-1.ics', may: ['mentee', 'mentor'] }],
  'get /api/certificate-name': [{ path: '/api/certificate-name', may: signedIn }],
  'get /api/my-record.json': [{ path: '/api/my-record.json', may: signedIn }],
  'get /api/institutions/{institution}/expertise': [
    { path: '/api/institutions/hillside/expertise', may: readersOfHistory },
    { path: '/api/institutions/seaview/expertise', may: ['stranger'] },
    { path: '/api/institutions/nowhere/expertise', may: nobody },
  ],
  'get /api/history/{institution}': [
    { path: '/api/history/hillside', may: readersOfHistory },
    { path: '/api/history/seaview', may: ['stranger'] },
  ],
  'get /api/history/{institution}/{day}': [{ path: '/api/history/hillside/2026-03-06', may: readersOfHistory }],
  'post /api/imports': [
    { path: '/api/imports?kind=institutions', may: ['hubAdministrator'], others: 403, body: GIAS },
    {
      path: '/api/imports?kind=staff&institution=hillside',
      may: ['coordinator', 'administrator', 'hubAdministrator'],
      others: 403,
      body: STAFF,
    },
    { path: '/api/imports?kind=staff&institution=nowhere', may: nobody, others: 403, body: STAFF },
  ],
  'get /api/imports': [{ path: '/api/imports', may: signedIn }],
  'get /api/imports/{id}': [{ path: '/api/imports/{id}', may: ['coordinator'] }],
  'get /api/imports/{id}/preview': [{ path: '/api/imports/{id}/preview', may: ['coordinator'] }],
  'get /api/imports/{id}/rows/{row}': [{ path: '/api/imports/{id}/rows/2', may: ['coordinator'] }],
  'post /api/imports/{id}/columns': [{ path: '/api/imports/{id}/columns', may: ['coordinator'], body: { columns: {} } }],
  'post /api/imports/{id}/institution': [
    { path: '/api/imports/{id}/institution', may: ['coordinator'], body: { institution: 'hillside' } },
  ],
  'post /api/imports/{id}/confirm': [{ path: '/api/imports/{id}/confirm', may: ['coordinator'], answer: 202 }],
  // Last: a list that is let go is there no more.
  'delete /api/imports/{id}': [{ path: '/api/imports/{id}', may: ['coordinator'] }],
  'post /api/set-up/begin': [
    { path: '/api/set-up/begin', may: nobody, others: 403, body: { token: 'x'.repeat(43), name: 'Name', email: 'new@elsewhere.example' } },
  ],
  'get /api/set-up': [{ path: '/api/set-up', may: ['hubAdministrator'], others: 403 }],
  'get /api/institutions': [{ path: '/api/institutions?q=hill', may: signedIn }],
  'get /api/institutions/{id}/certificates': [
    { path: '/api/institutions/hillside/certificates', may: ['coordinator', 'administrator', 'hubAdministrator'] },
  ],
  'get /api/institutions/{id}/members': [
    { path: '/api/institutions/hillside/members?q=name', may: ['coordinator', 'administrator', 'hubAdministrator'] },
  ],
  'post /api/institutions/{id}/put-back': [
    {
      ...{ path: '/api/institutions/hillside/put-back', body: { email: 'rex@hillside.example' } },
      may: ['coordinator', 'administrator', 'hubAdministrator'],
    },
    // A member, and a person whom another school brought in.
    { path: '/api/institutions/hillside/put-back', may: nobody, body: { email: 'ben@hillside.example' } },
    { path: '/api/institutions/seaview/put-back', may: nobody, body: { email: 'rex@hillside.example' } },
  ],
  'post /api/people/by-email': [
    { path: '/api/people/by-email', may: ['hubAdministrator'], others: 403, body: { email: 'ben@hillside.example' } },
  ],
  'get /api/people/{person}/email': [
    { path: '/api/people/ben/email', may: ['coordinator', 'administrator', 'hubAdministrator'], others: 403 },
    // She has a right that the coordinator lacks.
    { path: '/api/people/ada/email', may: ['hubAdministrator'], others: 403 },
  ],
  'get /api/people/emails': [
    { path: '/api/people/emails?ids=ben,ada', may: ['coordinator', 'administrator', 'hubAdministrator'], others: 403 },
    { path: '/api/people/emails?ids=ada', may: ['hubAdministrator'], others: 403 },
  ],
  'post /api/sign-in/again/code': [{ path: '/api/sign-in/again/code', may: signedIn, answer: 202 }],
  'post /api/sign-in/again': [{ path: '/api/sign-in/again', may: signedIn, answer: 400, body: { code: '123456' } }],
  'post /api/address/code': [{ path: '/api/address/code', may: signedIn, answer: 202, body: visitor }],
  'post /api/address/further': [{ path: '/api/address/further', may: signedIn, answer: 404, body: { record: 'nobody' } }],
  'post /api/address': [{ path: '/api/address', may: signedIn, answer: 400, body: { ...visitor, code: '123456' } }],
  'get /api/joining': [{ path: '/api/joining', may: signedIn }],
  'post /api/joining/find': [
    { path: '/api/joining/find', may: ['administrator', 'hubAdministrator'], body: { record: 'ben', email: 'asha@hillside.example' } },
    { path: '/api/joining/find', may: nobody, body: { record: 'ben', email: 'nobody@hillside.example' } },
  ],
  'post /api/joining/code': [{ path: '/api/joining/code', may: signedIn, answer: 202, body: visitor }],
  'post /api/joining': [{ path: '/api/joining', may: signedIn, answer: 400, body: { ...visitor, code: '123456' } }],
  'post /api/joining/agree': [{ path: '/api/joining/agree', may: signedIn, answer: 409, body: { other: 'nobody' } }],
  'get /api/mail': [{ path: '/api/mail', may: ['hubAdministrator'], others: 403 }],
  'get /api/mail/invitation': [
    { path: '/api/mail/invitation', may: ['stranger', 'coordinator', 'administrator', 'hubAdministrator'], others: 403 },
  ],
  'get /api/invitations/kept': [
    { path: '/api/invitations/kept?at=hillside', may: ['coordinator', 'administrator', 'hubAdministrator'], others: 403 },
    { path: '/api/invitations/kept', may: ['hubAdministrator'], others: 403 },
  ],
  'post /api/invitations/kept': [{ path: '/api/invitations/kept', may: ['hubAdministrator'], answer: 409, others: 403, body: {} }],
  'post /api/mail': [{ path: '/api/mail', may: ['hubAdministrator'], answer: 400, others: 403, body: {} }],
  'post /api/mail/test': [{ path: '/api/mail/test', may: ['hubAdministrator'], answer: 400, others: 403, body: { host: '' } }],
  'post /api/mail/release': [{ path: '/api/mail/release', may: ['hubAdministrator'], answer: 204, others: 403 }],
  'delete /api/mail': [{ path: '/api/mail', may: ['hubAdministrator'], answer: 204, others: 403 }],
  'get /api/outbox': [{ path: '/api/outbox', may: nobody }],
};

/** Said in private; found nowhere but in what its own writer takes away. */
export const CANARY = 'marzipan-thought';

/** Two schools and a hub: a pair that meets, an open request, a certificate, and mentors whom few or none may find. */
export async function community(hub: Hub): Promise<void> {
  const role = (institution: string, person: string, name: string) => must(hub, HUB, 'GrantRole', { institution, person, role: name });
  const house = async (institution: string, kind: 'school' | 'hub', person: string) => {
    await must(hub, HUB, 'RegisterInstitution', { institution, details: { name: institution, kind, nation: 'england' } });
    return must(hub, HUB, 'AddMember', { institution, person, from: '2026-01-05' });
  };
  await makeSchool(hub, ['asha', 'ben', 'cleo', 'mona', 'ivy', 'hugo', 'helen', 'marcus', 'ada'], { asha: 3, mona: 2, ivy: 2, hugo: 2 });
  for (const person of ['sol', 'dee'])
    await must(hub, HUB, 'InvitePerson', {
      person,
      name: `Name of ${person}`,
      email: `${person}@elsewhere.example`,
      institution: 'seaview',
    });
  // Removed before they ever signed in.
  await must(hub, HUB, 'InvitePerson', { person: 'rex', name: 'Name of rex', email: 'rex@hillside.example', institution: 'hillside' });
  await must(hub, HUB, 'AddMember', { institution: 'hillside', person: 'rex', from: '2026-01-05' });
  await hub.parts.views.caughtUp(await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'rex' }));
  await hub.parts.views.caughtUp(await house('seaview', 'school', 'sol'));
  await hub.parts.views.caughtUp(await house(HUB_INSTITUTION, 'hub', 'dee'));
  for (const name of ['coordinator', 'leader', 'administrator']) await role('seaview', 'sol', name);
  await role('hillside', 'helen', 'coordinator');
  await role('hillside', 'marcus', 'leader');
  await role('hillside', 'ada', 'administrator');
  await role(HUB_INSTITUTION, 'dee', 'administrator');
  await must(hub, 'asha' as PersonId, 'SetVisibility', { person: 'asha', visibility: 'everyone' });
  await must(hub, 'ivy' as PersonId, 'SetVisibility', { person: 'ivy', visibility: 'institution' });
  await must(hub, 'hugo' as PersonId, 'SetVisibility', { person: 'hugo', visibility: 'nobody' });

  const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
  await must(hub, HUB, 'StartMentorship', { mentorship: 'm-1', mentor: asha, mentee: ben, request: null, aims: [] });
  const time = { startsAt: '2026-03-10T15:00:00.000Z', minutes: 45 };
  await must(hub, ben, 'BookMeeting', { meeting: 'x-1', mentorship: 'm-1', format: 'online', place: '', time });
  await must(hub, ben, 'SaveNotes', { meeting: 'x-1', edition: 0, text: 'Between the two' });
  const reflection = { reflection: 'f-1', mentorship: 'm-1', meeting: null, prompt: null, statements: [] };
  await must(hub, ben, 'WriteReflection', { person: ben, title: 'Mine', text: `A ${CANARY}`, ...reflection });
  await must(hub, ben, 'RequestMentoring', asking('mona', ben, 'r-open'));
  const achievement = { as: 'mentee', from: '2026-01-05', to: '2026-03-05', meetings: 6, minutes: 270, goalsAchieved: 1 };
  const position = await must(hub, HUB, 'IssueCredential', {
    ...{ credential: 'c-1', person: ben, mentorship: 'm-1', issuer: 'hillside', issuerName: 'Hillside School' },
    ...{ achievement, code: CODE, on: '2026-03-05' },
  });
  await hub.parts.reactors.settled();
  await hub.parts.views.caughtUp(position);
  await hub.parts.views.caughtUp((await hub.parts.log.head())!);
}
