import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { openScreen, PAIR, seed } from '../../shared/testing.js';
import PastMeeting from './past-meeting.screen.js';

let next = 0;
/** Each spec has a mentorship of its own: what was typed is kept for as long as the tab stands. */
async function open(hub: SmallHub, pair: Record<string, unknown> = {}, answers: Record<string, unknown> = {}) {
  const mentorship = `p${(next += 1)}`;
  seed(hub, [['mentorship', mentorship, { ...PAIR, mentorship, ...pair }]]);
  const opened = await openScreen(hub, PastMeeting, '/mentorships/:id/record', `/mentorships/${mentorship}/record`, answers);
  await screen.findByRole('link', { name: 'You and Asha Rahman' });
  return { ...opened, mentorship };
}
const fill = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const record = () => fireEvent.click(screen.getByRole('button', { name: 'Record meeting' }));

afterEach(() => replica().close());

describe('recording a past meeting', () => {
  test('when it was is all that it needs', async () => {
    const hub = smallHub();
    const { mentorship, where } = await open(hub);
    fill('Day', '2026-03-03');
    fill('Start time', '10:50');
    fill('How many minutes did you meet for?', '15');
    record();
    await waitFor(() => expect(where()).toMatch(/^\/meetings\/./));
    expect(hub.commands()).toMatchObject([
      {
        type: 'RecordPastMeeting',
        data: {
          ...{ mentorship, startsAt: '2026-03-03T10:50:00.000Z', minutes: 15, format: 'in-person', place: '', notes: '', actions: [] },
        },
      },
    ]);
    expect(await screen.findByText(/Meeting recorded. Waiting for Asha to confirm it./)).toBeTruthy();
  });

  test('where it was is what they agreed, or what both have said of themselves', async () => {
    const chosen = () => screen.getByLabelText<HTMLInputElement>('Online').checked;
    await open(smallHub(), { agreed: { terms: { format: 'online' } } });
    expect(chosen()).toBe(true);
    cleanup();
    replica().close();
    await open(smallHub(), {}, { '/api/mentorships/': { ways: { frequency: 'weekly', minutes: 30, format: 'online' } } });
    await waitFor(() => expect(chosen()).toBe(true));
    fill('Where (optional)', 'Hall');
    fireEvent.click(screen.getByLabelText('In person'));
    expect(chosen()).toBe(false);
  });

  test('what they talked about and agreed goes with it', async () => {
    const hub = smallHub();
    await open(hub);
    fill('Day', '2026-03-03');
    fill('Start time', '10:50');
    fill('How many minutes did you meet for?', '15');
    fill('What you talked about (optional)', 'Seating plans');
    fireEvent.click(screen.getByRole('button', { name: 'Add an action' }));
    fill('Action 1', 'Try a new plan with 9C');
    record();
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    expect(hub.commands()[0]).toMatchObject({
      data: { notes: 'Seating plans', actions: [{ owner: 'ben', title: 'Try a new plan with 9C', due: null }] },
    });
  });

  test('an empty form is not sent: what is missing is said beside its field', async () => {
    const hub = smallHub();
    await open(hub);
    fill('Day', '');
    record();
    expect(await screen.findByText('Choose the day you met.')).toBeTruthy();
    expect(screen.getByText('Choose the time you started.')).toBeTruthy();
    expect(screen.getByText('Enter how many minutes you met for.')).toBeTruthy();
    expect(hub.commands()).toEqual([]);
  });

  test('a refusal is said at the field that it is about', async () => {
    const hub = smallHub(() => ({ code: 'MEETING.MET_ALREADY', message: 'You already have a meeting together then.', field: 'startsAt' }));
    await open(hub);
    fill('Day', '2026-03-03');
    fill('Start time', '10:50');
    fill('How many minutes did you meet for?', '15');
    record();
    await waitFor(() => expect(screen.getByLabelText('Day').getAttribute('aria-invalid')).toBe('true'));
    expect(within(screen.getByLabelText('Day').closest('.field') as HTMLElement).getByText(/already have a meeting/)).toBeTruthy();
  });

  test('a mentorship that is finished takes none', async () => {
    await open(smallHub(), { status: 'ended', endedAt: '2026-03-01T09:00:00.000Z' });
    expect(screen.queryByRole('button', { name: 'Record meeting' })).toBeNull();
    expect(screen.getByText('This mentorship is finished, so you cannot add meetings to it.')).toBeTruthy();
  });
});
