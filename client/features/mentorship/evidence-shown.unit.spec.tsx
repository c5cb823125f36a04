import { fireEvent, screen } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { Meeting, Mentorship } from '../../shared/pair/pair.js';
import { MEETING, openScreen, PAIR, seed } from '../../shared/testing.js';
import CompleteScreen from './complete.screen.js';
import { ClosingEvidence } from './closing-evidence.js';
import { Thanks } from '../../shared/pair/ending-step.js';

// Rows as the hub sends them; ids are branded.
const pair = (change: object) => ({ ...PAIR, ...change }) as unknown as Mentorship;
const said = (by: string) => ({ by, took: true, minutes: 30 });
const met = (meeting: string, day: string, by: string) =>
  ({
    ...{ ...MEETING, meeting, status: 'closed', took: true, attendance: [said(by)] },
    time: { startsAt: `2026-03-${day}T15:40:00.000Z`, minutes: 30 },
  }) as unknown as Meeting;

afterEach(() => replica().close());

describe('before completing with enough for a certificate', () => {
  const five = pair({ meetingsHeld: 7, meetingsConfirmed: 5, minutes: 200 });
  const look = async (meetings: readonly Meeting[]) => {
    const hub = smallHub();
    seed(hub, []);
    await openScreen(hub, () => <ClosingEvidence pair={five} meetings={meetings} otherName="Asha" />, '/', '/');
    await screen.findByText(/certifies 5 meetings and 3 hours 20 minutes/);
  };

  test('each meeting that still waits is named, with whose word is missing and the way to give it', async () => {
    await look([met('k6', '06', 'asha'), met('k7', '09', 'ben')]);
    expect(screen.getByRole('link', { name: /^Confirm the meeting on Friday 6 March/ }).getAttribute('href')).toBe('/meetings/k6');
    expect(screen.getByText(/^Waiting for Asha to confirm the meeting on Monday 9 March/)).toBeTruthy();
    expect(screen.getByText(/What you confirm later counts in your CPD records, and not on the certificate/)).toBeTruthy();
  });

  test('nothing is said of waiting where nothing waits', async () => {
    await look([]);
    expect(screen.queryByText(/confirm later/)).toBeNull();
  });
});

describe('saying “not yet”', () => {
  test('keeps what was typed and says so', async () => {
    const hub = smallHub();
    const agreed = { agreement: 'g', by: 'asha', signedBy: ['asha', 'ben'], proposedAt: PAIR.startedAt, agreedAt: PAIR.startedAt };
    seed(hub, [['mentorship', 's', { ...PAIR, agreed, completion: { by: 'asha', agreeBy: '2099-03-20', reminded: false } }]]);
    await openScreen(hub, CompleteScreen, '/mentorships/:id/complete', '/mentorships/s/complete');
    fireEvent.input(await screen.findByLabelText(/What will you take with you/), { target: { value: 'Patience.' } });
    expect(screen.queryByText(/read everything you wrote/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Not yet' }));
    expect(await screen.findByText(/^Your mentorship continues\. What you typed is here until you close this tab\./)).toBeTruthy();
    expect(hub.commands().map(({ type }) => type)).toEqual(['DeclineCompletion']);
  });
});

describe('once completed', () => {
  const certificate = {
    ...{ credential: 'c', person: 'ben', mentorship: 's', kind: 'certificate', revoked: null, code: 'X', on: '2026-03-20' },
    achievement: { as: 'mentee', from: '2026-01-05', to: '2026-03-20', meetings: 5, minutes: 200, goalsAchieved: 0 },
  };
  const look = async (change: object) => {
    const hub = smallHub();
    seed(hub, [['credential', 'c', certificate]]);
    const done = pair({ status: 'completed', endedAt: '2026-03-20T09:00:00.000Z', ...change });
    await openScreen(hub, () => <Thanks pair={done} name="Asha" />, '/', '/');
    await screen.findByRole('link', { name: 'Download your certificate' });
  };

  test('times and minutes are of the same meetings, and those to be confirmed are said beside them', async () => {
    await look({ meetingsHeld: 6, meetingsConfirmed: 5, minutes: 200 });
    expect(
      screen.getByText(/^You and Asha met 5 times and spent 3 hours 20 minutes on it\. One more meeting is to be confirmed\./),
    ).toBeTruthy();
    expect(screen.queryByText(/^Your certificate says/)).toBeNull();
  });

  test('a certificate that says less than the record is explained', async () => {
    await look({ meetingsHeld: 6, meetingsConfirmed: 6, minutes: 230 });
    expect(screen.getByText(/^You and Asha met 6 times and spent 3 hours 50 minutes on it\./)).toBeTruthy();
    expect(screen.getByText(/^Your certificate says 5 meetings and 3 hours 20 minutes: what you had both confirmed/)).toBeTruthy();
  });

  test('without a meeting nobody is thanked for time, and nothing is counted', async () => {
    await look({});
    expect(screen.getByRole('heading', { name: 'This mentorship is complete' })).toBeTruthy();
    expect(screen.getByText(/^No meetings were recorded\./)).toBeTruthy();
    expect(screen.queryByText(/0 times/)).toBeNull();
  });
});
