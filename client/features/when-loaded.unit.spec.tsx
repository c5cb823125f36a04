import { screen, waitFor } from '@solidjs/testing-library';
import type { Component } from 'solid-js';
import { replica } from '../replica/index.js';
import { settle, smallHub } from '../replica/testing/small-hub.js';
import Booking from './booking/booking.screen.js';
import { SuggestEnd } from './today/desk/suggest-end.js';
import { SuggestTo } from './today/desk/suggest.js';
import { WriteTo } from './today/desk/write.js';
import { suggested, suggestions } from './find/examples.js';
import Growth from './growth/growth.screen.js';
import MeetingScreen from './meeting/meeting.screen.js';
import Mentor from './mentors/mentor.screen.js';
import MentorshipScreen from './mentorship/mentorship.screen.js';
import Outbox from './outbox/outbox.screen.js';
import { MEETING, openScreen, PAIR, seed } from '../shared/testing.js';
import { settled } from './profile/examples.js';
import Mirror from './profile/mirror.screen.js';
import ProfileScreen from './profile/profile.screen.js';
import Requests from './requests/requests.screen.js';
import Today from './today/today.screen.js';

const none = () => undefined;
type Row = readonly [view: string, id: string, data: unknown];
interface Case {
  readonly screen: Component;
  readonly route: string;
  readonly at?: string;
  readonly rows: readonly Row[];
  readonly answers?: Readonly<Record<string, unknown>>;
  /** How the path of the read begins that is not answered yet. */
  readonly unread: string;
  /** What stands in its place. */
  readonly meanwhile: string;
  /** What would be said of a person who has nothing. */
  readonly wrong: string | RegExp;
  readonly right: string | RegExp;
}

const at = '2026-03-03T09:00:00.000Z';
const pair = (more: Record<string, unknown> = {}): Row => ['mentorship', 's', { ...PAIR, minutes: 80, meetingsHeld: 2, ...more }];
const meeting = (id: string, startsAt: string): Row => ['meeting', id, { ...MEETING, meeting: id, time: { startsAt, minutes: 40 } }];
const oakfield = { institution: 'oakfield', details: { name: 'Oakfield School', kind: 'school', nation: 'england' }, trust: null };
const asked = { institution: 'oakfield', person: 'ben', email: 'ben@elm.example', by: 'asha', from: '2026-03-09', askedAt: at };
const growth = { person: 'ben', minutesAsMentee: 80, minutesAsMentor: 0, meetings: 2, reflections: 1, goalsAgreed: 3, goalsAchieved: 1 };
const action = { action: 'a', meeting: 'm', mentorship: 's', owner: 'ben', title: 'Greet 9C', due: null, done: 'no' };
const saw = { feedback: 'f', mentorship: 's', from: 'asha', to: 'ben', saw: 'You waited.', nextStep: '', at };
const shared = { reflection: 'r', person: 'ben', mentorship: 's', title: 'Before I speak', text: 'x', sharedWith: 'pair', writtenAt: at };
const mentor = { ...settled, places: 3, offer: { careerStages: [], note: '' } };
const request = { mentor: 'asha', mentee: 'ben', request: 'q', status: 'open', actsNext: 'mentor', answerBy: '2099-03-10', askedAt: at };
const row = {
  ...{
    person: 'asha',
    name: 'Asha Rahman',
    called: 'Asha',
    jobTitle: 'Head',
    about: '',
    institutions: [],
    phases: [],
    subjects: [],
    settings: [],
    roles: [],
  },
  ...{ careerStage: null, expertise: [], availability: null, preferences: {}, offer: { careerStages: [], note: '' }, paused: null },
  ...{ places: 3, taken: 1 },
};
const pairOf = (name: string): Pick<Case, 'screen' | 'route' | 'at'> => ({
  screen: MentorshipScreen,
  route: '/mentorships/:id',
  at: `/mentorships/${name}`,
});
const room: Pick<Case, 'screen' | 'route' | 'at'> = { screen: MeetingScreen, route: '/meetings/:id', at: '/meetings/m' };
const asha: Pick<Case, 'screen' | 'route' | 'at'> = { screen: Mentor, route: '/mentors/:person', at: '/mentors/asha' };

const CASES: Readonly<Record<string, Case>> = {
  'the figures of Growth': {
    ...{ screen: Growth, route: '/growth', rows: [['growth', 'ben', { ...growth, credentials: 0 }]] },
    ...{ unread: 'growth', meanwhile: 'Loading your record', wrong: /of mentoring/, right: 'goals achieved' },
  },
  'the time of Today': {
    ...{ screen: Today, route: '/', rows: [pair()] },
    ...{ unread: 'mentorship', meanwhile: 'Loading your time', wrong: /No meetings recorded/, right: /^1 hour 20 minutes of mentoring/ },
  },
  'whose turn it is on Today': {
    ...{ screen: Today, route: '/', rows: [['request', 'q', { ...request, actsNext: 'mentee' }]] },
    ...{ unread: 'person', meanwhile: 'Loading your tasks', wrong: /^asked you/, right: 'Asha asked you a question about your request' },
  },
  'an invitation on Today': {
    ...{
      screen: Today,
      route: '/',
      rows: [
        ['institution', 'oakfield', oakfield],
        ['invitation', 'oakfield:ben', asked],
      ],
    },
    ...{ unread: 'invitation', meanwhile: 'Loading your tasks' },
    ...{ wrong: 'Find a mentor', right: 'Asha Rahman invited you to join Oakfield School' },
  },
  'what a meeting agreed': {
    ...{ ...room, rows: [pair(), meeting('m', at), ['action', 'a', action]] },
    ...{ unread: 'action', meanwhile: 'Loading actions', wrong: /^No actions yet/, right: 'Greet 9C' },
  },
  'which meeting it is': {
    ...{ ...room, rows: [pair(), meeting('l', '2026-02-03T09:00:00.000Z'), meeting('m', at)] },
    ...{ unread: 'meeting?where', meanwhile: 'Your meeting', wrong: 'First meeting', right: 'Second meeting' },
  },
  'feedback in a mentorship': {
    ...{ ...pairOf('s'), rows: [pair(), ['feedback', 'f', saw]] },
    ...{ unread: 'feedback', meanwhile: 'Loading feedback', wrong: /^No feedback yet/, right: 'You waited.' },
  },
  'reflections that a pair shares': {
    ...{ ...pairOf('s'), rows: [pair(), ['reflection', 'r', shared]] },
    ...{
      unread: 'reflection',
      meanwhile: 'Loading shared reflections',
      wrong: /^No shared reflections yet/,
      right: 'Before I speak',
    },
  },
  'the certificate of a mentorship': {
    ...{
      ...pairOf('s'),
      rows: [
        pair({ status: 'completed', endedAt: at }),
        [
          'credential',
          'c',
          { credential: 'c', kind: 'certificate', person: 'ben', mentorship: 's', revoked: null, achievement: { meetings: 0, minutes: 0 } },
        ],
      ],
    },
    ...{ unread: 'credential', meanwhile: 'Loading your certificate', wrong: /is being written/, right: 'Download your certificate' },
  },
  'a mentor’s places': {
    ...{
      screen: ProfileScreen,
      route: '/profile',
      rows: [
        ['profile', 'ben', mentor],
        ['caseload', 'ben', { mentor: 'ben', places: 3, taken: 2, open: 1 }],
      ],
    },
    ...{ unread: 'caseload', meanwhile: 'Loading your mentees', wrong: /0 of 3 mentees/, right: /2 of 3 mentees/ },
  },
  'requests to a mentor': {
    ...{ screen: Requests, route: '/requests', rows: [['profile', 'ben', mentor]] },
    ...{
      unread: 'profile',
      meanwhile: 'Loading your requests',
      wrong: 'You have no open requests',
      right: 'No requests to reply to',
    },
  },
  'whom nobody finds': {
    ...{ screen: Mirror, route: '/profile/mirror', rows: [['profile', 'ben', { ...mentor, visibility: 'nobody' }]] },
    ...{ unread: 'profile', meanwhile: 'Loading your profile', wrong: 'You are not in the directory', right: 'You cannot be found' },
  },
  'somebody who offers no mentoring any more': {
    ...{ ...asha, rows: [] },
    ...{ unread: 'person', meanwhile: 'Loading profile', wrong: /nothing at this address/, right: /^Asha is not offering mentoring/ },
  },
  'whether somebody was asked already': {
    ...{
      ...asha,
      rows: [
        ['directory', 'asha', row],
        ['request', 'q', request],
      ],
    },
    answers: { '/api/suggestions/asha': suggested('asha', 'Asha Rahman'), '/api/suggestions': suggestions() },
    ...{ unread: 'request', meanwhile: 'Loading why you match', wrong: 'Ask Asha', right: /^You have asked Asha/ },
  },
  'what a first agenda is made of': {
    ...{ screen: Booking, route: '/mentorships/:id/book', at: '/mentorships/s/book', rows: [pair()] },
    answers: { '/api/mentorships/s/times': { times: [{ startsAt: '2099-03-06T15:40:00.000Z', minutes: 30 }] } },
    ...{ unread: 'carried-over', meanwhile: 'Loading times', wrong: /Friday 6 March/, right: /Friday 6 March/ },
  },
  'the name of the person who is written to': {
    ...{ screen: () => <WriteTo open onClose={none} to={['asha']} about="x" />, route: '/', rows: [] },
    ...{ unread: 'person', meanwhile: 'Loading names', wrong: /this person/, right: 'Write to Asha Rahman' },
  },
  'the name of the person to whom mentors are suggested': {
    ...{ screen: () => <SuggestTo open onClose={none} to="asha" not={[]} />, route: '/', rows: [] },
    answers: { '/api/mentees': { mentors: [], total: 0 } },
    ...{ unread: 'person', meanwhile: 'Loading mentors', wrong: /this person/, right: 'Suggest mentors to Asha Rahman' },
  },
  'the names of a pair that is asked whether it continues': {
    ...{ screen: () => <SuggestEnd open onClose={none} pair={PAIR as never} />, route: '/', rows: [] },
    ...{ unread: 'person', meanwhile: 'Loading names', wrong: /the mentor|the mentee/, right: /^We ask Ben Okafor and Asha Rahman/ },
  },
};

afterEach(() => replica().close());

describe('what is not read yet is not told as nothing', () => {
  test.each(Object.entries(CASES))('%s', async (_, { rows, unread, meanwhile, wrong, right, ...of }) => {
    const hub = smallHub();
    seed(hub, rows);
    hub.fail(503, `/api/views/${unread}`);
    await openScreen(hub, of.screen, of.route, of.at ?? of.route, of.answers);
    expect(await screen.findByText(meanwhile)).toBeTruthy();
    await settle();
    expect(screen.queryByText(wrong)).toBeNull();
    hub.fail();
    replica().readAgain();
    expect(await screen.findByText(right)).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(meanwhile)).toBeNull());
  });

  test('nor is what cannot be read', async () => {
    await openScreen(smallHub(), Outbox, '/outbox', '/outbox');
    expect(await screen.findByText('We could not load the emails')).toBeTruthy();
    expect(screen.queryByText('No letters yet')).toBeNull();
  });

  test.each(['mentorship', 'person'])(
    'a reflection belongs to the mentorship it was begun from, whether its %s is read or not',
    async (unread) => {
      const hub = smallHub();
      seed(hub, [pair()]);
      hub.fail(503, `/api/views/${unread}`);
      await openScreen(hub, Growth, '/growth', '/growth?part=reflections&mentorship=s');
      const chosen = async () => (await screen.findByLabelText<HTMLSelectElement>('Linked mentorship')).selectedOptions[0]?.textContent;
      expect(await chosen()).toBe('The mentorship you chose');
      await settle();
      expect(await chosen()).toBe('The mentorship you chose');
      hub.fail();
      replica().readAgain();
      await waitFor(async () => expect(await chosen()).toBe('You and Asha Rahman'));
    },
  );
});
