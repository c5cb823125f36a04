import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { dayAfter, dayOf, sayOnDay } from '../../ui/index.js';
import { MEETING, openScreen, PAIR, seed } from '../../shared/testing.js';
import { requestOf } from '../requests/examples.js';
import Today from './today.screen.js';

const done = { by: 'ben', note: '', at: '2026-03-03T09:00:00.000Z' };
const GOAL = {
  ...{ goal: 'g', mentorship: 's', mentee: 'ben', tag: null, statements: [], due: null, status: 'open', agreedAt: done.at, achieved: null },
  ...{ description: { title: 'A calm start', why: '', success: '' }, steps: [{ step: 't1', title: 'Watch one', done }] },
};
const LATELY = { ...PAIR, lastMetOn: dayAfter(dayOf(), -3), meetingsHeld: 3 };
const sent = (hub: SmallHub) => hub.commands().map(({ type, data }) => ({ type, ...(data as Record<string, unknown>) }));
const open = (hub: SmallHub, rows: Parameters<typeof seed>[1]) => {
  seed(hub, rows);
  return openScreen(hub, Today, '/', '/');
};

afterEach(() => replica().close());

describe('nothing to do', () => {
  const begun = { ...PAIR, status: 'trial' };
  const proposed = { agreement: 'a', by: 'ben', terms: {}, signedBy: ['ben'], proposedAt: done.at, agreedAt: null };
  const times = [{ startsAt: '2099-03-06T15:40:00.000Z', minutes: 40 }];
  const meetingOf = (change: object) => ({ ...MEETING, times, time: null, ...change });

  test('is not said while the first meeting is to be booked, though the agreement is signed', async () => {
    await open(smallHub(), [['mentorship', 's', PAIR]]);
    expect(await screen.findByRole('heading', { name: 'Book your first meeting with Asha' })).toBeTruthy();
    expect(screen.queryByText('You’re up to date')).toBeNull();
  });

  test.each([
    ['to choose a time', 'chosen a time', begun, meetingOf({ status: 'proposed', by: 'ben' })],
    ['to sign the agreement', 'signed the agreement', { ...begun, ...LATELY, proposed }, meetingOf({ status: 'cancelled' })],
  ])('says that it is the other’s turn %s', async (to, yet, mentorship, meeting) => {
    await open(smallHub(), [
      ['mentorship', 's', mentorship],
      ['meeting', 'm', meeting],
    ]);
    expect(await screen.findByRole('heading', { name: `Waiting for Asha ${to}` })).toBeTruthy();
    expect(screen.getByText(`Asha has not ${yet} yet`)).toBeTruthy();
    expect(screen.queryByText('You’re up to date')).toBeNull();
  });

  test('says when the two meet next, right after a yes with a time', async () => {
    await open(smallHub(), [
      ['mentorship', 's', begun],
      ['meeting', 'm', meetingOf({ status: 'booked', time: times[0] })],
    ]);
    expect(await screen.findByRole('heading', { name: 'You meet Asha on Friday 6 March 2099 at 3:40pm' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the agenda' }).getAttribute('href')).toBe('/meetings/m');
  });
});

describe('a pair that rests, and one that is over', () => {
  const paused = { ...PAIR, ...LATELY, status: 'paused', pausedUntil: '2099-01-05', pausedWhy: 'chosen', pauses: 2 };

  test.each([
    ['mentee', {}],
    ['mentor', { mentor: 'ben', mentee: 'asha' }],
  ])('the %s is told until when it is paused, and can resume it', async (_, change) => {
    const hub = smallHub();
    await open(hub, [['mentorship', 's', { ...paused, ...change }]]);
    expect(await screen.findByText('Your mentorship with Asha is paused until Monday 5 January 2099')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Find a mentor' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^Resume mentorship/ }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'ResumeMentorship', mentorship: 's', seen: 2 }]));
  });

  test('a pair that is kept apart by its roles is nobody’s to resume there, and its mentee may look for another', async () => {
    await open(smallHub(), [['mentorship', 's', { ...paused, pausedUntil: null, pausedWhy: 'reporting-line' }]]);
    expect(await screen.findByText('Your mentorship with Asha is paused')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Resume/ })).toBeNull();
    expect(screen.getByRole('heading', { name: 'Find a mentor' })).toBeTruthy();
  });

  const completed = { ...PAIR, status: 'completed', endedAt: `${dayAfter(dayOf(), -2)}T12:00:00.000Z`, meetingsHeld: 1 };
  const unconfirmed = (by: string) => ({
    ...{ ...MEETING, status: 'closed', took: true, attendance: [{ by, took: true, minutes: 30 }] },
    time: { startsAt: `${dayAfter(dayOf(), -5)}T12:00:00.000Z`, minutes: 30 },
  });

  test.each(['asha', 'ben'])(
    'who completed and has no mentor can find one, beside what is still to confirm: recorded by %s',
    async (by) => {
      await open(smallHub(), [
        ['mentorship', 's', completed],
        ['meeting', 'm', unconfirmed(by)],
      ]);
      expect(await screen.findByRole('heading', { name: 'You have no mentor right now' })).toBeTruthy();
      expect(screen.getByRole('link', { name: 'Find a mentor' }).getAttribute('href')).toBe('/find');
    },
  );

  test('with nothing else to do the way to a mentor is said once', async () => {
    await open(smallHub(), [['mentorship', 's', completed]]);
    expect(await screen.findByRole('heading', { name: 'Find a mentor' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'You have no mentor right now' })).toBeNull();
  });
});

describe('a role that is granted while Today is open', () => {
  const belongs = (...roles: readonly string[]) => ({
    person: 'ben',
    institutions: ['elm'],
    memberships: [{ institution: 'elm', trust: null, roles, from: '2026-09-01', lineManager: null, inductionTutor: null }],
  });
  const elm = { institution: 'elm', trust: null, terms: [], closures: [], details: { name: 'Elm', kind: 'school', nation: 'england' } };

  test('[RP21] opens a leader’s figures at once in place of the way to a mentor, and goes with the role', async () => {
    const hub = smallHub();
    await open(hub, [
      ['membership', 'ben', belongs()],
      ['institution', 'elm', elm],
    ]);
    expect(await screen.findByRole('heading', { name: 'Find a mentor' })).toBeTruthy();
    hub.put('pulse', 'elm', { institution: 'elm', pairs: 6, lastMet: { [dayOf()]: 6 }, space: 0 });
    hub.put('membership', 'ben', belongs('leader'));
    expect(await screen.findByRole('heading', { name: /^All 6 pairs met/ })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Find a mentor' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'See which pairs' })).toBeNull();
    hub.put('pulse', 'elm', { institution: 'elm', pairs: 8, lastMet: { [dayOf()]: 6 }, space: 0 });
    const link = await screen.findByRole('link', { name: 'See which pairs' });
    expect(link.getAttribute('href')).toBe('/programme?at=elm&show=not-met');
    expect(link.parentElement?.textContent).toContain('2 pairs have not met in the last 6 weeks.');
    hub.put('membership', 'ben', belongs());
    expect(await screen.findByRole('heading', { name: 'Find a mentor' })).toBeTruthy();
  });
});

test('a role that is taken away while Today is open takes along what it said', async () => {
  const hub = smallHub();
  const belongs = (...roles: string[]) => ({
    ...{ person: 'ben', institutions: ['elm'] },
    memberships: [{ institution: 'elm', trust: null, roles, from: '2026-09-01', lineManager: null, inductionTutor: null }],
  });
  const help = { help: 'e1', mentorship: 'm', by: 'asha', coordinator: 'ben', text: 'Could we talk?', at: done.at, doneOn: null };
  await open(hub, [
    ['membership', 'ben', belongs('coordinator')],
    ['help', 'e1', help],
  ]);
  expect(await screen.findByRole('heading', { level: 1, name: 'One person needs you' })).toBeTruthy();
  hub.put('membership', 'ben', belongs());
  expect(await screen.findByRole('heading', { level: 1, name: /^Good / })).toBeTruthy();
});

describe('the time somebody gave', () => {
  test.each([
    [{ meetingsHeld: 0 }, 'No meetings recorded yet.'],
    [{ meetingsHeld: 1 }, 'One meeting to be confirmed.'],
    [{ meetingsHeld: 3, meetingsConfirmed: 1, minutes: 40 }, '40 minutes of mentoring, confirmed by you both. 2 meetings to be confirmed.'],
  ])('counts what is recorded and not confirmed: %o', async (change, words) => {
    await open(smallHub(), [['mentorship', 's', { ...LATELY, ...change }]]);
    const time = await screen.findByRole('region', { name: 'Your time' });
    await waitFor(() => expect(time.textContent?.replace(/\s+/g, ' ')).toContain(words));
    expect(time.textContent?.includes('No meetings')).toBe(words.startsWith('No meetings'));
  });
});

test('meetings that only an erased person could confirm are counted no more; those that this person may are', async () => {
  const said = (meeting: string, by: string) => [
    'meeting',
    meeting,
    {
      ...{ ...MEETING, meeting, status: 'closed', took: true },
      ...{ time: { startsAt: '2026-03-05T15:40:00.000Z', minutes: 40 }, attendance: [{ by, took: true, minutes: 40 }] },
    },
  ];
  const over = { status: 'ended', endedAt: '2026-03-06T09:00:00.000Z', erased: ['asha'], meetingsHeld: 2 };
  await open(smallHub(), [['mentorship', 's', { ...PAIR, ...over }], said('m1', 'ben') as never, said('m2', 'asha') as never]);
  const time = await screen.findByRole('region', { name: 'Your time' });
  await waitFor(() => expect(time.textContent).toContain('One meeting to be confirmed.'));
});

describe('an agreement to suggest', () => {
  test('is a link to the form itself', async () => {
    await open(smallHub(), [['mentorship', 's', { ...LATELY, status: 'trial' }]]);
    expect((await screen.findByRole('link', { name: 'Suggest an agreement' })).getAttribute('href')).toBe('/mentorships/s?open=propose');
  });
});

describe('a request', () => {
  const asked = (change: object) => ({ ...requestOf(), mentor: 'asha', mentee: 'ben', answerBy: '2099-11-20', ...change });

  test('has one deadline, which is not said to be on hold while the mentee has to reply', async () => {
    await open(smallHub(), [['request', 'r1', asked({ actsNext: 'mentee' })]]);
    expect(await screen.findByText(/Asha decides once you have replied\./)).toBeTruthy();
    expect(screen.queryByText(/on hold/)).toBeNull();
  });

  test('says until when the other has time, and nothing to reply by to the one who waits', async () => {
    await open(smallHub(), [['request', 'r1', asked({ actsNext: 'mentor' })]]);
    expect(await screen.findByText(/^Asha has until /)).toBeTruthy();
    expect(screen.queryByText(/Reply by/)).toBeNull();
  });
});

describe('a pair that its coordinator suggested ending', () => {
  const closing = { by: 'helen', because: 'not-meeting', continueBy: '2099-07-10' };
  const other = { ...PAIR, ...LATELY, mentorship: 's2', closing: { ...closing, continueBy: '2099-07-11' } };

  test('says who suggested it, first and further down; where the hub asks, nobody did', async () => {
    await open(smallHub(), [
      ['mentorship', 's', { ...PAIR, ...LATELY, closing }],
      ['mentorship', 's2', other],
      ['person', 'helen', { person: 'helen', name: 'Helen Webb', called: 'Helen' }],
    ]);
    expect(await screen.findAllByText(/Helen suggested ending your mentorship\./)).toHaveLength(2);
  });

  test('names nobody where the hub asks', async () => {
    await open(smallHub(), [['mentorship', 's', { ...PAIR, ...LATELY, closing: { ...closing, by: 'hub', because: 'mentor-left' } }]]);
    expect(await screen.findByText(/Asha has left their school\. If neither/)).toBeTruthy();
  });
});

describe('a mentor who has left', () => {
  test('[R8] leaves a pair that goes on: both ways are offered, and nothing is said of an end', async () => {
    const hub = smallHub();
    await open(hub, [
      ['mentorship', 's', { ...PAIR, ...LATELY, mentorLeftAt: new Date().toISOString(), mentorLeft: 'elm' }],
      ['institution', 'elm', { institution: 'elm', details: { name: 'Elm School', kind: 'school', nation: 'england' } }],
    ]);
    expect(await screen.findByRole('heading', { name: 'Asha has left Elm School' })).toBeTruthy();
    expect(screen.queryByText(/has ended/)).toBeNull();
    expect(screen.getByRole('link', { name: 'Find another mentor' }).getAttribute('href')).toBe('/find');
    fireEvent.click(screen.getByRole('button', { name: 'Continue with Asha' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'SettleHandover', mentorship: 's' }]));
  });
});

describe('somebody who deleted their account', () => {
  const met = {
    ...MEETING,
    ...{ meeting: 'm', mentorship: 's', status: 'closed', took: true, time: { startsAt: '2026-03-30T15:40:00.000Z', minutes: 40 } },
    attendance: [{ by: 'ben', minutes: 40, took: true }],
  };
  const over = { ...PAIR, ...LATELY, status: 'ended', endedAt: new Date().toISOString() };

  test('is waited for no more, and has no capital within a sentence', async () => {
    const hub = smallHub();
    seed(hub, [
      ['mentorship', 's', over],
      ['meeting', 'm', met],
    ]);
    hub.put('person', 'asha', { person: 'asha', name: '', called: '', erased: true });
    await openScreen(hub, Today, '/', '/');
    expect(await screen.findByRole('heading', { name: 'Your mentorship with a former member has ended' })).toBeTruthy();
    expect(screen.queryByText(/has not confirmed/)).toBeNull();
  });

  test('which is of them alone: another is still waited for', async () => {
    await open(smallHub(), [
      ['mentorship', 's', over],
      ['meeting', 'm', met],
    ]);
    expect(await screen.findByText(/Asha has not confirmed/)).toBeTruthy();
  });
});

describe('a goal past its day', () => {
  const OVERDUE = { ...GOAL, due: dayAfter(dayOf(), -3), steps: [{ step: 't1', title: 'Watch one', done: null }] };
  const wasDue = `was due ${sayOnDay(OVERDUE.due)}`;

  test('is said in words, as the thing to do and among the goals', async () => {
    await open(smallHub(), [
      ['mentorship', 's', LATELY],
      ['goal', 'g', OVERDUE],
    ]);
    const move = await screen.findByRole('heading', { name: 'What next for “A calm start”?' });
    expect(within(move.closest('section, article, .card') as HTMLElement).getByText(wasDue)).toBeTruthy();
    expect(within(await screen.findByRole('region', { name: 'Goals' })).getByText(`W${wasDue.slice(1)}`)).toBeTruthy();
  });
});

describe('a goal whose every step is done', () => {
  test('is marked as achieved with one press, and no longer asks', async () => {
    const hub = smallHub(({ type }, self) => {
      if (type === 'AchieveGoal')
        self.put('goal', 'g', { ...GOAL, status: 'achieved', achieved: { by: 'ben', evidence: '', at: done.at } });
      return undefined;
    });
    await open(hub, [
      ['mentorship', 's', LATELY],
      ['goal', 'g', GOAL],
    ]);
    expect(await screen.findByRole('heading', { name: 'Every step of “A calm start” is done' })).toBeTruthy();
    expect(await screen.findByText(/^With Asha/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Mark as achieved.*A calm start$/ }));
    expect(await screen.findByRole('heading', { name: 'You’re up to date' })).toBeTruthy();
    expect(sent(hub)).toEqual([{ type: 'AchieveGoal', mentorship: 's', goal: 'g', evidence: '' }]);
  });

  test('asks the mentor as well', async () => {
    const hub = smallHub();
    await open(hub, [
      ['mentorship', 's', { ...LATELY, mentor: 'ben', mentee: 'asha' }],
      ['goal', 'g', { ...GOAL, mentee: 'asha' }],
    ]);
    expect(await screen.findByRole('heading', { name: 'Every step of “A calm start” is done' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Goals' })).toBeNull();
  });

  test('waits below what is due', async () => {
    const hub = smallHub();
    const action = { action: 'a', meeting: 'm', mentorship: 's', owner: 'ben', title: 'Greet 9C', due: dayOf(), done: 'no' };
    await open(hub, [
      ['mentorship', 's', LATELY],
      ['goal', 'g', GOAL],
      ['action', 'a', action],
    ]);
    expect(await screen.findByRole('heading', { name: 'Greet 9C' })).toBeTruthy();
    const later = await waitFor(() => screen.getByRole('region', { name: 'Also to do' }));
    fireEvent.click(within(later).getByRole('button', { name: /^Mark as achieved.*A calm start$/ }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'AchieveGoal', goal: 'g' }]));
    expect(within(later).getByRole('link', { name: 'See the goal' }).getAttribute('href')).toBe('/mentorships/s');
  });

  test('of a mentorship that is over is no longer on the way', async () => {
    await open(smallHub(), [
      ['mentorship', 's', { ...LATELY, status: 'completed', endedAt: done.at }],
      ['goal', 'g', GOAL],
    ]);
    expect(await screen.findByRole('heading', { name: 'Find a mentor' })).toBeTruthy();
    expect(screen.queryByText('A calm start')).toBeNull();
  });
});

describe('an institution that asks somebody to join', () => {
  const here = { institution: 'oakfield', person: 'ben' };
  const asked = { ...here, email: 'ben@elm.example', by: 'asha', from: '2026-03-09', askedAt: done.at };
  const oakfield = { institution: 'oakfield', details: { name: 'Oakfield School', kind: 'school', nation: 'england' }, trust: null };

  test.each([
    ['asha', true, 'Asha Rahman, who runs this hub, invited you to join Oakfield School'],
    ['unseen', true, 'An administrator of this hub invited you to join Oakfield School'],
    ['unseen', false, 'You are invited to join Oakfield School'],
    ['hub', false, 'You are invited to join Oakfield School'],
  ])('invited by %s, of the hub: %s, says “%s” and never that they have left', async (by, byHub, title) => {
    await open(smallHub(), [
      ['institution', 'oakfield', oakfield],
      ['invitation', 'oakfield:ben', { ...asked, by, ...(byHub && { byHub }) }],
    ]);
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    expect(screen.getByText(/^If you join, coordinators and leaders at Oakfield School see who you are paired with/)).toBeTruthy();
    expect(screen.queryByText(/former member/)).toBeNull();
  });

  test.each([
    ['Join Oakfield School', 'AcceptInvitation'],
    ['Decline invitation', 'DeclineInvitation'],
  ])('is answered with “%s”, and waits no more', async (button, type) => {
    const hub = smallHub((_, self) => {
      self.remove('invitation', 'oakfield:ben');
      return undefined;
    });
    await open(hub, [
      ['institution', 'oakfield', oakfield],
      ['invitation', 'oakfield:ben', asked],
    ]);
    expect(await screen.findByRole('heading', { name: 'Asha Rahman invited you to join Oakfield School' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Find a mentor' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: button }));
    expect(await screen.findByRole('heading', { name: 'Find a mentor' })).toBeTruthy();
    expect(sent(hub)).toEqual([{ type, ...here }]);
  });
});

test.each([
  [['elm'], true],
  [[], false],
])('an invitation says that they stay a member of %j only where they are one', async (institutions, stays) => {
  const oakfield = { institution: 'oakfield', details: { name: 'Oakfield School', kind: 'school', nation: 'england' }, trust: null };
  await open(smallHub(), [
    ['institution', 'oakfield', oakfield],
    ['membership', 'ben', { person: 'ben', institutions, memberships: [] }],
    ['invitation', 'oakfield:ben', { institution: 'oakfield', person: 'ben', by: 'asha', from: '2026-03-09', askedAt: done.at }],
  ]);
  const lead = await screen.findByText(/You can leave Oakfield School at any time\.$/);
  await waitFor(() => expect(lead.textContent?.includes('You also stay a member where you are now.')).toBe(stays));
});

describe('what a mentor finds on Today', () => {
  const asked = { ...requestOf({ mentor: 'ben', mentee: 'asha', note: 'May I ask you?', answerBy: dayAfter(dayOf(), 1) }) };
  const time = { startsAt: `${dayAfter(dayOf(), 6)}T15:40:00.000Z`, minutes: 40 };

  test('is a request with the times that both can make, answered with one press', async () => {
    const hub = smallHub();
    seed(hub, [['request', 'r1', { ...asked, times: [time] }]]);
    await openScreen(hub, Today, '/', '/', { '/api/requests/r1/reasons': { reasons: [], times: [time], ways: null } });
    fireEvent.click(await screen.findByRole('button', { name: /^Say yes and meet on/ }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'AcceptRequest', request: 'r1', first: { time } }]));
  });

  test('is what they said they would do, done with one press', async () => {
    const hub = smallHub();
    const action = (id: string, due: string) =>
      ({ action: id, meeting: 'm', mentorship: 's', owner: 'ben', title: `Send ${id}`, due, done: 'no', agreedAt: done.at }) as const;
    await open(hub, [
      ['mentorship', 's', LATELY],
      ['action', 'a', action('a', dayOf())],
      ['action', 'b', action('b', dayAfter(dayOf(), 2))],
    ]);
    const said = await waitFor(() => screen.getByRole('region', { name: 'You said you would' }));
    fireEvent.click(within(said).getByRole('button', { name: /^Done ?: Send b$/ }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'FinishAction', meeting: 'm', action: 'b' }]));
  });

  test('is what came of it, and the private question where it is due', async () => {
    const hub = smallHub();
    const step = { step: 't', title: 'Ask', done: { by: 'asha', note: '', at: `${dayAfter(dayOf(), -1)}T12:00:00.000Z` } };
    const goal = { ...GOAL, mentee: 'asha', steps: [step, { step: 'u', title: 'Ask again', done: null }] };
    await open(hub, [
      ['mentorship', 's', { ...LATELY, mentor: 'ben', mentee: 'asha' }],
      ['goal', 'g', goal],
    ]);
    expect(await screen.findByText(/^Yesterday Asha finished a step towards “A calm start”: 1 of 2 are done\./)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Good' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'CheckFit', mentorship: 's', answer: 'good' }]));
  });
});

test('a way on that is chosen on Today opens where it leads', async () => {
  const hub = smallHub();
  const { where } = await open(hub, [
    ['mentorship', 's', { ...PAIR, meetingsHeld: 1 }],
    ['fit', 's:ben', { mentorship: 's', person: 'ben', answers: [] }],
  ]);
  fireEvent.click(await screen.findByRole('button', { name: 'Not so good' }));
  await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'CheckFit' }]));
  hub.put('fit', 's:ben', { mentorship: 's', person: 'ben', answers: [{ answer: 'not-good', at: '2026-03-06T16:30:00.000Z', after: 1 }] });
  fireEvent.click(await screen.findByRole('button', { name: 'Change how you meet' }));
  await waitFor(() => expect(where()).toBe('/mentorships/s?open=propose'));
});
