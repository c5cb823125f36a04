import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { MEETING, openScreen, PAIR, seed } from '../../shared/testing.js';
import MentorshipScreen from './mentorship.screen.js';

const AGREED = {
  ...{ agreement: 'g', by: 'asha', signedBy: ['asha', 'ben'], proposedAt: PAIR.startedAt, agreedAt: PAIR.startedAt, replaces: null },
  terms: { purpose: '', frequency: 'fortnightly', minutes: 45, format: 'either', confidentiality: '', reviewOn: '2026-03-06' },
};
const LATER = { startsAt: '2099-03-06T15:40:00.000Z', minutes: 40 };

async function open(hub: SmallHub, change: Record<string, unknown>, meetings: readonly Record<string, unknown>[] = []) {
  seed(hub, [['mentorship', 's', { ...PAIR, ...change }], ...meetings.map((one) => ['meeting', String(one['meeting']), one] as const)]);
  await openScreen(hub, MentorshipScreen, '/mentorships/:id', '/mentorships/s');
  return screen.findByRole('heading', { name: 'You and Asha Rahman' });
}

afterEach(() => replica().close());

describe('a paused pair', () => {
  const paused = { status: 'paused', pausedUntil: null, pausedWhy: 'chosen', pauses: 1 };

  test('is told that meetings stay booked where some do, and else that none are', async () => {
    await open(smallHub(), paused, [{ ...MEETING, time: LATER }]);
    expect(await screen.findByText(/Meetings that are booked stay in your calendars/)).toBeTruthy();
  });

  test('whose meetings were all cancelled has none booked', async () => {
    await open(smallHub(), paused, [{ ...MEETING, time: LATER, status: 'cancelled' }]);
    expect(await screen.findByText(/You have no meetings booked/)).toBeTruthy();
    expect(screen.queryByText(/stay in your calendars/)).toBeNull();
  });

  test('is asked about a meeting whose time passed, beside the pause', async () => {
    await open(smallHub(), paused, [MEETING]);
    expect(await screen.findByRole('heading', { name: /^Did you meet Asha/ })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Paused' })).toBeTruthy();
  });
});

describe('a pair that has ended', () => {
  test('is told nothing of what would have come', async () => {
    await open(smallHub(), {
      ...{ status: 'ended', endedAt: '2026-03-01T09:00:00.000Z', agreed: AGREED },
      review: { by: 'asha', reviewOn: '2026-06-05' },
    });
    expect(await screen.findByRole('heading', { name: 'This mentorship has ended' })).toBeTruthy();
    expect(screen.queryByText(/would carry on|Review (?:was due )?on/)).toBeNull();
  });

  test('by the deletion of an account says nothing of both, and awaits no confirmation', async () => {
    const ended = {
      status: 'ended',
      endedAt: '2026-03-01T09:00:00.000Z',
      agreed: AGREED,
      meetingsHeld: 3,
      meetingsConfirmed: 2,
      minutes: 80,
    };
    const mine = { ...MEETING, status: 'closed', took: true, attendance: [{ by: 'ben', took: true, minutes: 40 }] };
    await open(smallHub(), { ...ended, erased: ['asha'] }, [mine]);
    expect(await screen.findByText(/^You can read what you did together\./)).toBeTruthy();
    expect(await screen.findByText(/One more meeting not confirmed\./)).toBeTruthy();
    expect(await screen.findByText('Not confirmed')).toBeTruthy();
    expect(screen.queryByText(/to be confirmed|Waiting for|You can both read/)).toBeNull();
  });
});

describe('what is left open once a pair is over', () => {
  const over = { status: 'ended', endedAt: '2026-03-01T09:00:00.000Z' };
  const step = { step: 't', title: 'Watch one', done: { by: 'ben', note: '', at: '2026-02-05T09:00:00.000Z' } };
  const goal = {
    ...{ goal: 'g', mentorship: 's', mentee: 'ben', tag: null, statements: [], due: null, status: 'open', agreedAt: PAIR.startedAt },
    ...{ description: { title: 'A calm start', why: '', success: '' }, achieved: null, carriedOnAt: null, steps: [step] },
  };
  const action = { meeting: 'm', mentorship: 's', by: 'asha', due: null, done: 'no', kept: false, statements: [], notes: [] };
  const left = (mentee: string): readonly (readonly [string, string, unknown])[] => [
    ['mentorship', 's', { ...PAIR, ...over, mentee, mentor: mentee === 'ben' ? 'asha' : 'ben' }],
    ['goal', 'g', { ...goal, mentee }],
    ['action', 'own', { ...action, action: 'own', owner: 'ben', title: 'Read it' }],
    ['action', 'theirs', { ...action, action: 'theirs', owner: 'asha', title: 'Send it' }],
  ];
  const look = async (mentee: string) => {
    const hub = smallHub();
    seed(hub, left(mentee));
    await openScreen(hub, MentorshipScreen, '/mentorships/:id', '/mentorships/s');
    await screen.findByText('Read it');
    await screen.findByRole('article', { name: 'A calm start' });
    return hub;
  };

  test('is each owner’s to finish or to go on with', async () => {
    const hub = await look('ben');
    fireEvent.click(await screen.findByRole('button', { name: 'Mark as achieved' }));
    fireEvent.click(screen.getByRole('button', { name: 'Continue on my own: A calm start' }));
    fireEvent.click(screen.getByRole('button', { name: 'Mark as done: Read it' }));
    fireEvent.click(screen.getByRole('button', { name: 'Keep it on my own list: Read it' }));
    await waitFor(() =>
      expect(hub.commands().map(({ type }) => type)).toEqual(['AchieveGoal', 'CarryOnGoal', 'FinishAction', 'KeepAction']),
    );
    expect(screen.queryByText(/add a step/)).toBeNull();
    expect(screen.queryByRole('button', { name: /Send it$/ })).toBeNull();
  });

  test('is not the mentor’s to say of a goal', async () => {
    await look('asha');
    expect(screen.queryByRole('button', { name: /Mark as achieved|Continue on my own/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Mark as done: Read it' })).toBeTruthy();
  });
});

describe('why it ended', () => {
  const over = { status: 'ended', endedAt: '2026-03-01T09:00:00.000Z' };
  const ending = { mentorship: 's', by: 'ben', reason: 'We could not find a time.', wantsAnother: true, at: '2026-03-01T09:00:00.000Z' };

  test('is shown to the person who wrote it, on the page where they did', async () => {
    const hub = smallHub();
    hub.put('ending', 's', ending);
    await open(hub, over);
    expect(await screen.findByText('“We could not find a time.”')).toBeTruthy();
    expect(screen.getByText('Why you ended it')).toBeTruthy();
  });

  test('is not asked about where nothing was written', async () => {
    const hub = smallHub();
    hub.put('ending', 's', { ...ending, reason: '' });
    await open(hub, over);
    await screen.findByRole('heading', { name: 'This mentorship has ended' });
    expect(screen.queryByText('Why you ended it')).toBeNull();
  });
});

describe('the focus, after a pair was paused or ended', () => {
  test.each(['Pause mentorship', 'End mentorship early'])('goes to the head of the page, where the result is said: %s', async (name) => {
    const heading = await open(smallHub(), {});
    fireEvent.click(screen.getByRole('button', { name }));
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    // A page without a layout shows no animation, for whose end a closing dialog would wait.
    for (const part of [dialog, document.querySelector('.scrim')]) if (part) fireEvent(part, new Event('animationstart'));
    fireEvent.click(within(dialog).getByRole('button', { name }));
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });
});
