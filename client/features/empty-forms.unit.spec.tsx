import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import type { Component } from 'solid-js';
import { aggregateOf } from '@alongside/domain/protocol/registry.js';
import { leadToFirstProblem } from '../app/first-problem.js';
import { replica } from '../replica/index.js';
import { smallHub } from '../replica/testing/small-hub.js';
import Reflections from './growth/reflections.js';
import Meeting from './meeting/meeting.screen.js';
import MentorshipScreen from './mentorship/mentorship.screen.js';
import { MEETING, openScreen, PAIR, seed } from './pair/testing.js';
import PastMeeting from './recording/past-meeting.screen.js';
import SignIn from './sign-in/sign-in.screen.js';
import Verify from './verify/verify.screen.js';

/** Refuses what the real schema of a command refuses, field by field. */
function bySchema({ type, data }: { readonly type: string; readonly data: unknown }) {
  const checked = aggregateOf(type)?.commands[type]?.safeParse(data);
  if (!checked || checked.success) return undefined;
  const problems = checked.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return { code: 'COMMAND.INVALID', message: 'Check the marked fields and try again.', problems };
}

const goal = {
  ...{ goal: 'g', mentorship: 's', mentee: 'ben', description: { title: 'Calm starts', why: '', success: '' }, tag: null, statements: [] },
  ...{ due: null, status: 'open', agreedAt: '2026-02-01T09:00:00.000Z', carriedOnAt: null, achieved: null },
  steps: [{ step: 'y', title: 'Try one', done: null }],
};
const action = {
  ...{ action: 'a', meeting: 'last', mentorship: 's', by: 'asha', owner: 'ben', title: 'Try it', due: null, done: 'no', kept: false },
  ...{ agreedAt: '2026-02-27T16:20:00.000Z', doneAt: null, notes: [] },
};
const pair = ['mentorship', 's', PAIR] as const;
const meeting = ['meeting', 'm', MEETING] as const;

interface Form {
  readonly screen: Component;
  readonly route: string;
  readonly at: string;
  readonly rows?: Parameters<typeof seed>[1];
  /** What is pressed to open the form, one after the other. */
  readonly open?: readonly string[];
  readonly send: string;
  /** Fields that start filled in and are emptied first. */
  readonly empty?: readonly string[];
  /** The field that has to say what is missing, and have the focus then. */
  readonly field: string | RegExp;
}
const pairScreen = { screen: MentorshipScreen, route: '/mentorships/:id', at: '/mentorships/s' };
const room = { screen: Meeting, route: '/meetings/:id', at: '/meetings/m' };

const FORMS: Readonly<Record<string, Form>> = {
  'a goal': { ...pairScreen, rows: [pair], open: ['Agree a goal'], send: 'Agree goal', field: 'Goal' },
  'a step of a goal': {
    ...{
      ...pairScreen,
      rows: [pair, ['goal', 'g', goal]],
      open: ['More for Calm starts', 'Add a step'],
      send: 'Add a step',
      field: 'Next step',
    },
  },
  feedback: { ...pairScreen, rows: [pair], open: ['Give feedback'], send: 'Send feedback', field: 'What you saw and its effect' },
  'an action': { ...room, rows: [pair, meeting], open: ['Add an action'], send: 'Add an action', field: 'Action' },
  'how an action went': {
    ...{
      ...room,
      rows: [pair, meeting, ['action', 'a', action]],
      open: ['Say how it went: Try it'],
      send: 'Save how it went',
      field: 'How it went',
    },
  },
  'a past meeting': {
    ...{ screen: PastMeeting, route: '/mentorships/:id/record', at: '/mentorships/s/record', rows: [pair], send: 'Record meeting' },
    ...{ empty: ['Day'], field: 'Day' },
  },
  'a reflection': {
    ...{ screen: Reflections, route: '/growth', at: '/growth', open: ['Write a reflection'], send: 'Save reflection', field: 'Title' },
  },
  'signing in': { screen: SignIn, route: '/', at: '/', send: 'Send code', field: /email address/i },
  'checking a certificate': { screen: Verify, route: '/verify/:code?', at: '/verify', send: 'Check certificate', field: /^Code/ },
};

const button = async (name: string) => {
  const found = await screen.findAllByRole('button', { name });
  return found.at(-1) as HTMLElement;
};

afterEach(() => replica().close());

describe('a form without an answer', () => {
  test.each(Object.entries(FORMS))('%s says what is missing beside its field, which gets the focus', async (_, form) => {
    const hub = smallHub(bySchema);
    seed(hub, form.rows ?? []);
    const Screen = form.screen;
    const WithLead: Component = () => {
      leadToFirstProblem();
      return <Screen />;
    };
    await openScreen(hub, WithLead, form.route, form.at);
    for (const name of form.open ?? []) {
      const menu = screen.queryByRole('menuitem', { name });
      fireEvent.click(menu ?? (await button(name)));
    }
    for (const label of form.empty ?? []) fireEvent.input(await screen.findByLabelText(label), { target: { value: '' } });
    const send = await button(form.send);
    send.focus();
    fireEvent.click(send);
    const scope = send.closest('form') as HTMLElement;
    await waitFor(() => expect(scope.querySelector('[aria-invalid="true"]')).not.toBeNull());
    const field = within(scope).getByLabelText(form.field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const said = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
    expect(said[0]).toMatch(/^Check: (?:Enter|Choose|Say) \w/);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.queryByText(/saved|sent\b|added/i, { selector: '.toast *' })).toBeNull();
  });
});
