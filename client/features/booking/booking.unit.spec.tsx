import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { MEETING, openScreen, PAIR, seed } from '../../shared/testing.js';
import { sayMinutes, sayTime } from '../../ui/index.js';
import Booking from './booking.screen.js';

const TIMES = ['2099-03-06T15:40:00.000Z', '2099-03-10T15:40:00.000Z', '2099-03-13T15:40:00.000Z', '2099-03-17T15:40:00.000Z'].map(
  (startsAt) => ({ startsAt, minutes: 30 }),
);
const open = async (
  hub: SmallHub,
  times: readonly unknown[] = TIMES,
  pair: Record<string, unknown> = {},
  meetings: readonly Record<string, unknown>[] = [],
) => {
  seed(hub, [['mentorship', 's', { ...PAIR, ...pair }], ...meetings.map((one) => ['meeting', String(one['meeting']), one] as const)]);
  return openScreen(hub, Booking, '/mentorships/:id/book', '/mentorships/s/book', { '/api/mentorships/s/times': { times } });
};
const sent = (hub: SmallHub): readonly Record<string, unknown>[] =>
  hub.commands().map(({ type, data }) => ({ type, ...(data as Record<string, unknown>) }));

afterEach(() => replica().close());

describe('booking a meeting', () => {
  test('one press books a time that both could make, with a first agenda', async () => {
    const hub = smallHub();
    const { where } = await open(hub);
    fireEvent.click(
      await screen.findByRole('button', { name: new RegExp(`Friday 6 March 2099.*${sayTime('15:40')} · ${sayMinutes(30)}`) }),
    );
    await waitFor(() => expect(where()).toMatch(/^\/meetings\//));
    const [booked] = sent(hub);
    expect(booked).toMatchObject({ type: 'BookMeeting', mentorship: 's', format: 'in-person', place: '', time: TIMES[0] });
    expect(booked?.['agenda']).toContainEqual(expect.objectContaining({ title: 'Get to know each other' }));
    expect(where()).toBe(`/meetings/${String(booked?.['meeting'])}`);
  });

  test.each([
    ['after', 'Get to know each other', '2099-03-20T15:40:00.000Z'],
    ['before', 'What happened with the step you tried', '2099-03-02T15:40:00.000Z'],
  ])('has the agenda of its turn where another is booked %s it', async (_, title, startsAt) => {
    const hub = smallHub();
    await open(hub, TIMES, {}, [{ ...MEETING, time: { startsAt, minutes: 40 } }]);
    fireEvent.click(await screen.findByRole('button', { name: /Friday 6 March/ }));
    await waitFor(() => expect(sent(hub)).toHaveLength(1));
    expect(sent(hub)[0]?.['agenda']).toContainEqual(expect.objectContaining({ title }));
  });

  test('has the agenda of its turn after meetings that are over, which it does not read', async () => {
    const hub = smallHub();
    await open(hub, TIMES, { meetingsHeld: 1 }, [{ ...MEETING, status: 'closed', took: true, openFor: [] }]);
    fireEvent.click(await screen.findByRole('button', { name: /Friday 6 March/ }));
    await waitFor(() => expect(sent(hub)).toHaveLength(1));
    expect(sent(hub)[0]?.['agenda']).toContainEqual(expect.objectContaining({ title: 'What happened with the step you tried' }));
    expect(hub.reads().filter((path) => path.includes('/meeting?'))).toEqual([
      '/api/views/meeting?where.mentorship=s&where.openFor=ben&limit=1000',
    ]);
  });

  test('three times stand in front; the others are folded away', async () => {
    await open(smallHub());
    await screen.findByRole('button', { name: /Friday 6 March/ });
    const fourth = screen.getByRole('button', { name: /Tuesday 17 March/, hidden: true });
    expect(fourth.closest('details')?.open).toBe(false);
  });

  test('a refusal says why and books nothing', async () => {
    const hub = smallHub(() => ({ code: 'MEETING.CLASH', message: 'One of you has another meeting at that time.', field: 'time' }));
    const { where } = await open(hub);
    fireEvent.click(await screen.findByRole('button', { name: /Friday 6 March/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('One of you has another meeting');
    expect(where()).toBe('/mentorships/s/book');
  });

  test('where nothing is free in common, times can be offered', async () => {
    const hub = smallHub();
    const { where } = await open(hub, []);
    fireEvent.input(await screen.findByLabelText('Day 1'), { target: { value: '2099-03-06' } });
    fireEvent.input(screen.getByLabelText('Time 1'), { target: { value: '15:40' } });
    fireEvent.click(screen.getByRole('button', { name: 'Remove time 2' }));
    fireEvent.click(screen.getByRole('button', { name: 'Suggest this time' }));
    await waitFor(() => expect(where()).toMatch(/^\/meetings\//));
    expect(sent(hub)).toMatchObject([
      { type: 'ProposeMeeting', mentorship: 's', times: [{ startsAt: '2099-03-06T15:40:00.000Z', minutes: 30 }] },
    ]);
  });

  describe('while times are suggested', () => {
    const suggested = { ...MEETING, status: 'proposed', by: 'asha', time: null, times: TIMES.slice(0, 1), suggestion: 2 };

    test('other times take their place in the same meeting', async () => {
      const hub = smallHub();
      const { where } = await open(hub, [], {}, [suggested]);
      expect(await screen.findByText(/Asha suggested times for this meeting\. What you book or suggest here replaces them/)).toBeTruthy();
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Other times to meet Asha');
      fireEvent.input(await screen.findByLabelText('Day 1'), { target: { value: '2099-03-07' } });
      fireEvent.input(screen.getByLabelText('Time 1'), { target: { value: '12:10' } });
      fireEvent.click(screen.getByRole('button', { name: 'Remove time 2' }));
      fireEvent.click(screen.getByRole('button', { name: 'Suggest this time' }));
      await waitFor(() => expect(where()).toBe('/meetings/m'));
      expect(sent(hub)).toEqual([
        {
          ...{ type: 'SuggestOtherTimes', meeting: 'm', suggestion: 2, format: 'in-person', place: 'Room 12' },
          times: [{ startsAt: '2099-03-07T12:10:00.000Z', minutes: 30 }],
        },
      ]);
    });

    test('a time that both have free is booked in their place', async () => {
      const hub = smallHub();
      const { where } = await open(hub, TIMES, {}, [suggested]);
      await screen.findByText(/Asha suggested times for this meeting/);
      fireEvent.click(await screen.findByRole('button', { name: /Tuesday 10 March/ }));
      await waitFor(() => expect(where()).toBe('/meetings/m'));
      expect(sent(hub)).toMatchObject([{ type: 'BookMeeting', meeting: 'm', suggestion: 2, time: TIMES[1] }]);
    });
  });

  test('a suggestion begins with times in neither diary, as the hub found them', async () => {
    const suggest = [{ startsAt: '2099-03-11T16:15:00.000Z', minutes: 30 }];
    const hub = smallHub();
    seed(hub, [['mentorship', 's', PAIR]]);
    await openScreen(hub, Booking, '/mentorships/:id/book', '/mentorships/s/book', { '/api/mentorships/s/times': { times: [], suggest } });
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Day 1').value).toBe('2099-03-11'));
    expect(screen.getByLabelText<HTMLInputElement>('Time 1').value).toBe('16:15');
    expect(screen.queryByLabelText('Day 2')).toBeNull();
  });

  test('a time that is not chosen is asked for before anything is sent', async () => {
    const hub = smallHub();
    await open(hub, []);
    fireEvent.input(await screen.findByLabelText('Time 1'), { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: 'Suggest these times' }));
    expect(await screen.findByText('Choose a time for this day.')).toBeTruthy();
    expect(sent(hub)).toEqual([]);
  });

  test('a paused pair is told so instead', async () => {
    await open(smallHub(), TIMES, { status: 'paused' });
    expect(await screen.findByText(/is paused/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Friday/ })).toBeNull();
  });
});
