import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { open, press, sent } from './testing.js';

afterEach(() => replica().close());

const closed = { status: 'closed', time: { startsAt: '2026-03-05T15:40:00.000Z', minutes: 40 }, took: true, confirmedMinutes: null };
const ashas = { by: 'asha', took: true, minutes: 45 };
const aside = (more: object) => ({ ...closed, attendance: [ashas], setAside: { other: 'k0', who: ['ben'], same: false }, ...more });

describe('a meeting at a time that was recorded twice', () => {
  test('asks the one who recorded it again how long it took, and nobody to confirm it', async () => {
    const hub = smallHub();
    const { meeting } = await open(hub, aside({}));
    await screen.findByText(/^You recorded another meeting at this time/);
    expect(screen.queryByRole('button', { name: /^Confirm/ })).toBeNull();
    press('Record meeting again');
    fireEvent.input(await screen.findByLabelText('How many minutes did you meet for?'), { target: { value: '20' } });
    press('Record meeting');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'RecordAttendance', meeting, took: true, minutes: 20 }]));
  });

  test('says so where nobody else says that it took place', async () => {
    await open(smallHub(), aside({ attendance: [], took: null }));
    expect(await screen.findByText(/^You recorded another meeting at this time/)).toBeTruthy();
    expect(screen.queryByText(/did not take place/)).toBeNull();
  });

  test('waits for the other where it was theirs', async () => {
    const mine = { by: 'ben', took: true, minutes: 45 };
    await open(smallHub(), aside({ attendance: [mine], setAside: { other: 'k0', who: ['asha'], same: false } }));
    expect(await screen.findByText(/Waiting for Asha to confirm it/)).toBeTruthy();
  });

  test('leads to the record that counts where both wrote it down', async () => {
    await open(smallHub(), aside({ attendance: [], took: null, setAside: { other: 'k0', who: ['asha', 'ben'], same: true } }));
    const said = (await screen.findByText(/^You both recorded this meeting/)).closest('.notice') as HTMLElement;
    expect(within(said).getByRole('link', { name: 'See the record that counts' }).getAttribute('href')).toBe('/meetings/k0');
  });
});
