import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import { AskedWhere } from './asked-where.js';
import { Invited } from './invited.js';

const school = (institution: string, name: string, more: object = {}) =>
  ['institution', institution, { institution, trust: null, details: { name, kind: 'school', nation: 'england' }, ...more }] as const;
const asked = (institution: string, person: string) =>
  ['asked-where', `${institution}:${person}`, { institution, person, on: '2026-08-31', successors: ['next'] }] as const;
const CLOSED = { closed: { on: '2026-08-31', successors: ['next'] } };

afterEach(() => replica().close());

describe('the members of a school that has closed', () => {
  const open = (at: string) => {
    const hub = smallHub();
    seed(hub, [school('old', 'Oldfield School', CLOSED), school('next', 'Newfield Academy'), asked('old', 'asha')]);
    return openScreen(hub, () => <AskedWhere institution={at} />, '/', '/');
  };

  test('are seen by those of the school that follows it, as asked and not answered yet', async () => {
    await open('next');
    expect(await screen.findByRole('heading', { name: 'Where members work now: Oldfield School' })).toBeTruthy();
    expect(screen.queryByText(/closed on/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'See who has not said so' }));
    expect(await screen.findByText('Asha Rahman')).toBeTruthy();
  });

  test('stand below what closing means, on the page of the school itself', async () => {
    await open('old');
    expect(await screen.findByText('Oldfield School closed on 31 August 2026')).toBeTruthy();
    expect(
      screen.getByText(/^One person has not said so yet\. We ask them on Today when they sign in, and by email if they were invited/),
    ).toBeTruthy();
    expect(screen.getByText(/They stay members here until they answer/)).toBeTruthy();
  });

  test('are not said to be asked where there are none', async () => {
    const hub = smallHub();
    seed(hub, [school('old', 'Oldfield School', CLOSED)]);
    await openScreen(hub, () => <AskedWhere institution="old" />, '/', '/');
    expect(await screen.findByText('Oldfield School closed on 31 August 2026')).toBeTruthy();
    expect(screen.queryByText(/We ask/)).toBeNull();
  });

  test('who ask to join are added or not by a coordinator there', async () => {
    const hub = smallHub();
    const row = { institution: 'elm', person: 'asha', by: 'asha', email: 'asha@old.example', from: '2026-09-01', closed: 'old' };
    seed(hub, [school('old', 'Oldfield School', CLOSED), ['invitation', 'elm:asha', { ...row, askedAt: '2026-09-02T09:00:00.000Z' }]]);
    await openScreen(hub, () => <Invited institution="elm" />, '/', '/');
    expect(await screen.findByText(/Oldfield School has closed. They asked on 2 September 2026/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Add asha@old.example' }));
    await waitFor(() =>
      expect(hub.commands().map(({ type, data }) => [type, (data as { person: string }).person])).toEqual([['AddMember', 'asha']]),
    );
  });
});
