import Reflections from '../growth/reflections.js';
import { Skills } from '../growth/skills.js';
import Meeting from '../meeting/meeting.screen.js';
import AskForHelp from '../../shared/help/ask-for-help.js';
import AgreementForm from '../mentorship/agreement-form.js';
import ReviewForm from '../mentorship/review-form.js';
import MentorshipScreen from '../mentorship/mentorship.screen.js';
import { MEETING, PAIR } from '../../shared/testing.js';
import { OfferTimes } from '../booking/offer-times.js';
import PastMeeting from '../meeting/past-meeting.screen.js';
import type { EmptyForm } from './form.testing.js';

const goal = {
  ...{ goal: 'g', mentorship: 's', mentee: 'ben', description: { title: 'Calm starts', why: '', success: '' }, tag: null, statements: [] },
  ...{ due: null, status: 'open', agreedAt: '2026-02-01T09:00:00.000Z', carriedOnAt: null, achieved: null },
  steps: [{ step: 'y', title: 'Try one', done: null }],
};
const action = {
  ...{ action: 'a', meeting: 'last', mentorship: 's', by: 'asha', owner: 'ben', title: 'Try it', due: null, done: 'no', kept: false },
  ...{ agreedAt: '2026-02-27T16:20:00.000Z', doneAt: null, notes: [] },
};
const reflection = {
  ...{ reflection: 'r', person: 'ben', mentorship: 's', meeting: null, prompt: null, title: 'Before I speak', text: 'The room says it.' },
  ...{ statements: [], sharedWith: 'nobody', writtenAt: '2026-03-06T17:00:00.000Z', revisedAt: null },
};
const pair = ['mentorship', 's', PAIR] as const;
const meeting = ['meeting', 'm', MEETING] as const;
const past = { ...MEETING, time: { startsAt: '2026-01-06T15:40:00.000Z', minutes: 40 } };
const closed = { ...past, status: 'closed', took: false };
const pairScreen = { screen: MentorshipScreen, route: '/mentorships/:id', at: '/mentorships/s', rows: [pair] };
const room = { screen: Meeting, route: '/meetings/:id', at: '/meetings/m', rows: [pair, meeting] };
const MINUTES = 'How many minutes did you meet for?';
const none = () => undefined;
const pairOf = PAIR as never;
const terms = { purpose: '', frequency: 'weekly', minutes: 30, format: 'online', confidentiality: '', reviewOn: '2026-03-02' };
const agreedPair = { ...PAIR, agreed: { agreement: 'a', terms } } as never;

/** The forms of a pair: goals, meetings, what they write. */
export const PAIR_FORMS: Readonly<Record<string, EmptyForm>> = {
  'a goal': { file: 'mentorship/goal-form.tsx', ...pairScreen, open: ['Agree a goal'], send: 'Agree goal', field: 'Goal' },
  'a step of a goal': {
    ...{ file: 'mentorship/goal-changes.tsx', ...pairScreen, rows: [pair, ['goal', 'g', goal]] },
    ...{ open: ['More for Calm starts', 'Add a step'], send: 'Add a step', field: 'Next step' },
  },
  feedback: {
    ...{ file: 'mentorship/feedback-form.tsx', ...pairScreen, open: ['Give feedback'] },
    ...{ send: 'Send feedback', field: 'What you saw and its effect' },
  },
  'an agreement': {
    file: 'mentorship/agreement-form.tsx',
    screen: () => <AgreementForm open onClose={none} pair={pairOf} otherName="Asha" />,
    ...{ send: 'Sign and suggest agreement', empty: ['Review date'], field: 'Review date' },
  },
  'a review of an agreement': {
    file: 'mentorship/review-form.tsx',
    screen: () => <ReviewForm open onClose={none} pair={agreedPair} otherName="Asha" onPropose={none} />,
    ...{ send: 'Carry on with this agreement', empty: ['Next review date'], field: 'Next review date' },
  },
  'a message to a coordinator': {
    file: 'shared/help/ask-for-help.tsx',
    screen: () => <AskForHelp open onClose={none} pair={pairOf} />,
    rows: [
      [
        'membership',
        'ben',
        { person: 'ben', memberships: [{ institution: 'n', trust: null, roles: [], lineManager: null, inductionTutor: null }] },
      ],
      ['coordinators', 'n', { institution: 'n', coordinators: ['helen'] }],
      ['person', 'helen', { person: 'helen', name: 'Helen Costa', called: 'Helen' }],
    ],
    ...{ send: 'Send message', field: /^Message to/ },
  },
  'times to suggest': {
    file: 'booking/offer-times.tsx',
    screen: () => <OfferTimes id="s" minutes={40} otherName="Asha" none onOffer={async () => undefined} />,
    ...{ send: 'Suggest these times', empty: ['Day 1'], field: 'Day 1' },
  },
  'an action': {
    ...{ file: 'meeting/meeting-actions.tsx', ...room, open: ['Add an action'], send: 'Add an action', field: 'Action' },
  },
  'how an action went': {
    ...{ file: 'meeting/room-head.tsx', ...room, rows: [pair, meeting, ['action', 'a', action]] },
    ...{ open: ['Say how it went: Try it'], send: 'Save how it went', field: 'How it went' },
  },
  'an agenda': {
    file: 'meeting/agenda-form.tsx',
    ...{ ...room, open: [/^(?:Add to|Write) (?:the|an) agenda|^Add (?:an item|to agenda)/], send: 'Save agenda', field: 'Item 1' },
  },
  'the link of a meeting': {
    ...{ file: 'meeting/place.tsx', ...room, rows: [pair, ['meeting', 'm', { ...meeting[2], format: 'online', place: '' }]] },
    ...{ open: ['Add a link'], send: 'Save', field: 'Link or number' },
  },
  'the record of a meeting': {
    ...{ file: 'meeting/close-out.tsx', ...room, rows: [pair, ['meeting', 'm', past]], open: ['Record meeting'] },
    ...{ send: 'Record meeting', empty: [MINUTES], field: MINUTES },
  },
  'the own record of a meeting': {
    ...{ file: 'meeting/record.tsx', ...room, rows: [pair, ['meeting', 'm', closed]], open: ['We did meet'] },
    ...{ send: 'Record meeting', empty: [MINUTES], field: MINUTES },
  },
  'a past meeting': {
    ...{ file: 'meeting/past-meeting.screen.tsx', screen: PastMeeting, route: '/mentorships/:id/record', at: '/mentorships/s/record' },
    ...{ rows: [pair], send: 'Record meeting', empty: ['Day'], field: 'Day' },
  },
  'a reflection': {
    ...{ file: 'growth/reflection-form.tsx', screen: Reflections, route: '/growth', at: '/growth', open: ['Write a reflection'] },
    ...{ send: 'Save reflection', field: 'Title' },
  },
  'a change to a reflection': {
    ...{ file: 'growth/reflections.tsx', screen: Reflections, rows: [pair, ['reflection', 'r', reflection]] },
    ...{ open: ['Edit “Before I speak”'], send: 'Save reflection', empty: ['Title'], field: 'Title' },
  },
  'a level in a skill': {
    file: 'growth/skills.tsx',
    screen: Skills,
    rows: [['mentorship', 's', { ...PAIR, aims: ['exp-classroom-checking-for-understanding'] }]],
    ...{ open: ['Choose level'], send: 'Save level', field: /^Your level in/ },
  },
};
