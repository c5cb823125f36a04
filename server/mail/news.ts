import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { dayOf, sayDay, sayMoment } from '@alongside/domain/uk/uk-time.js';
import type { Look } from '@alongside/projections/engine/look.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import type { EventTyped } from '../reactors/reactor.js';

/** What a letter says, before it is addressed. */
export interface News {
  readonly to: PersonId;
  readonly about: readonly PersonId[];
  readonly subject: string;
  readonly body: readonly string[];
  readonly link: { readonly says: string; readonly path: string };
}

type Tell<Type extends NewsType> = (event: EventTyped<Type>, look: Look) => News | undefined;
/** Events that somebody is written to about. */
export type NewsType =
  | 'PersonJoined'
  | 'MemberInvited'
  | 'MentoringRequested'
  | 'RequestDiscussed'
  | 'RequestReminded'
  | 'RequestAccepted'
  | 'RequestDeclined'
  | 'RequestLapsed'
  | 'AgreementProposed'
  | 'MeetingProposed'
  | 'MeetingBooked'
  | 'MeetingMoved'
  | 'MeetingCancelled'
  | 'CredentialIssued';

const nameOf = (person: PersonId, look: Look): string => isolated(look.row<PersonRow>('person', person)?.called ?? '') || 'A colleague';
const wordsOf = (person: PersonId, look: Look): string => isolated(look.row<ProfileRow>('profile', person)?.name ?? '');

/** Who is told what. Letters carry no words of a pair: whoever reads over a shoulder learns that something happened, not what was said. */
export const news: { readonly [Type in NewsType]: Tell<Type> } = {
  PersonJoined: ({ data: { person }, actor }, look) =>
    // An import brings in whole schools; whoever imports tells their staff in their own way.
    actor === HUB
      ? undefined
      : {
          to: person,
          about: [person, actor],
          subject: 'You have been invited to Alongside',
          body: [
            `${wordsOf(actor, look) || 'A coordinator'} has invited you to the mentoring hub of your school.`,
            'You need no password: type this e-mail address, and a code comes by return. Saying who you are takes about three minutes.',
          ],
          link: { says: 'Begin here', path: '/sign-in' },
        },
  MemberInvited: ({ data: { institution, person, by } }, look) => {
    const { name } = look.row<InstitutionRow>('institution', institution)?.details ?? { name: 'A school' };
    return {
      to: person,
      about: [person, by],
      subject: `${name} would like you on its list`,
      body: [
        `${by === HUB ? 'Somebody who keeps its list of people' : wordsOf(by, look) || 'A coordinator'} asks you to join ${name} on Alongside. You stay where you are as well: nothing of yours moves.`,
        'Whoever coordinates there could then see that you take part in mentoring and with whom, and never what is said in it. Yes or no is yours to say, and you can leave again at any time.',
      ],
      link: { says: 'Answer', path: '/' },
    };
  },
  MentoringRequested: ({ data: { mentor, mentee, answerBy } }, look) => ({
    to: mentor,
    about: [mentor, mentee],
    subject: `${nameOf(mentee, look)} asks you to be their mentor`,
    body: [`${nameOf(mentee, look)} would like to work with you. A yes or a no takes two taps; please answer by ${sayDay(answerBy)}.`],
    link: { says: 'Read and answer', path: '/requests' },
  }),
  RequestDiscussed: ({ data: { request, from } }, look) => {
    const row = look.row<RequestRow>('request', request);
    if (!row) return undefined;
    const to = row.mentor === from ? row.mentee : row.mentor;
    return {
      to,
      about: [row.mentor, row.mentee],
      subject: `${nameOf(from, look)} wrote about your request`,
      body: [`${nameOf(from, look)} wrote to you about mentoring. The time to answer starts again, so there is no hurry.`],
      link: { says: 'Read it', path: '/requests' },
    };
  },
  RequestReminded: ({ data: { request, actsNext } }, look) => {
    const row = look.row<RequestRow>('request', request);
    if (!row) return undefined;
    const about = [row.mentor, row.mentee];
    const ends = `Half of the time has passed; it ends on ${sayDay(row.answerBy)}.`;
    return actsNext === 'mentor'
      ? {
          ...{ to: row.mentor, about, subject: `${nameOf(row.mentee, look)} is waiting for your answer` },
          body: [`${ends} If you need longer, one tap gives you more. A kind no helps too: then somebody else can be asked.`],
          link: { says: 'Answer now', path: '/requests' },
        }
      : {
          ...{ to: row.mentee, about, subject: `${nameOf(row.mentor, look)} wrote to you about your request` },
          body: [`${ends} A line from you is enough, and gives the two of you the full time again.`],
          link: { says: 'Read and reply', path: '/requests' },
        };
  },
  RequestAccepted: ({ data: { mentor, mentee, mentorship } }, look) => ({
    to: mentee,
    about: [mentor, mentee],
    subject: `${nameOf(mentor, look)} said yes`,
    body: [`${nameOf(mentor, look)} will be your mentor. Next, choose a time for your first meeting: some that suit you both are waiting.`],
    link: { says: 'Choose a time', path: `/mentorships/${mentorship}` },
  }),
  RequestDeclined: ({ data: { mentor, mentee, next } }, look) => ({
    to: mentee,
    about: [mentor, mentee],
    subject: `${nameOf(mentor, look)} cannot mentor you just now`,
    body: [
      next
        ? 'Your request has gone on to the next person whom you named.'
        : 'It says nothing about you: a mentor’s time is short. Others who fit are waiting to be asked.',
    ],
    link: { says: 'See where things stand', path: '/requests' },
  }),
  // Whose move it was stays out of it: time ran out, and nobody is to blame.
  RequestLapsed: ({ data: { mentor, mentee, next } }, look) => ({
    to: mentee,
    about: [mentor, mentee],
    subject: `The time for your request to ${nameOf(mentor, look)} has run out`,
    body: [
      next
        ? 'It has gone on to the next person whom you named.'
        : 'You can ask again, or ask somebody else: others who fit are waiting to be asked.',
    ],
    link: { says: 'Find a mentor', path: '/find' },
  }),
  AgreementProposed: ({ data: { mentorship, by } }, look) =>
    toOtherOf(
      mentorship,
      by,
      look,
      `${nameOf(by, look)} wrote down how you two might work`,
      'Read it, and sign it if you agree. You can change it until both have signed.',
      { says: 'Read the agreement', path: `/mentorships/${mentorship}` },
    ),
  MeetingProposed: ({ data: { meeting, mentor, mentee, by } }, look) => ({
    to: by === mentor ? mentee : mentor,
    about: [mentor, mentee],
    subject: `${nameOf(by, look)} offers times to meet`,
    body: ['Choose the one that suits you.'],
    link: { says: 'Choose a time', path: `/meetings/${meeting}` },
  }),
  MeetingBooked: ({ data: { meeting, mentor, mentee, by, time }, at }, look) => ({
    to: by === mentor ? mentee : mentor,
    about: [mentor, mentee],
    subject: `You meet ${nameOf(by, look)} on ${sayMoment(time.startsAt, dayOf(at))}`,
    body: ['The agenda is open: add what you would like to talk about, now or later. There is a file for your calendar too.'],
    link: { says: 'Open the agenda', path: `/meetings/${meeting}` },
  }),
  MeetingMoved: ({ data: { meeting, by, time }, at }, look) =>
    aboutMeeting(
      meeting,
      by,
      look,
      `${nameOf(by, look)} moved your meeting to ${sayMoment(time.startsAt, dayOf(at))}`,
      'Open the newer calendar file, and your calendar moves it too.',
    ),
  MeetingCancelled: ({ data: { meeting, by } }, look) =>
    aboutMeeting(meeting, by, look, 'Your meeting is cancelled', 'What was on the agenda is kept. Another time is quickly found.'),
  CredentialIssued: ({ data: { person, issuerName } }) => ({
    to: person,
    about: [person],
    subject: 'Your certificate of mentoring',
    body: [
      `${issuerName} has issued your certificate. It states what the record shows, and anybody to whom you give its code can check it.`,
    ],
    link: { says: 'See your certificate', path: '/growth' },
  }),
};

function aboutMeeting(meeting: string, by: PersonId, look: Look, subject: string, body: string): News | undefined {
  const row = look.row<MeetingRow>('meeting', meeting);
  // What the hub cancels because a mentorship ended needs no letter of its own.
  if (!row || by === HUB) return undefined;
  return {
    to: row.mentor === by ? row.mentee : row.mentor,
    about: [row.mentor, row.mentee],
    subject,
    body: [body],
    link: { says: 'Open it', path: `/meetings/${meeting}` },
  };
}

function toOtherOf(mentorship: string, by: PersonId, look: Look, subject: string, body: string, link: News['link']): News | undefined {
  const row = look.row<{ readonly mentor: PersonId; readonly mentee: PersonId }>('mentorship', mentorship);
  return row && { to: row.mentor === by ? row.mentee : row.mentor, about: [row.mentor, row.mentee], subject, body: [body], link };
}
