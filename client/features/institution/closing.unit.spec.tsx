import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import { dayAfter, dayOf, sayDate } from '../../ui/index.js';
import InstitutionPage from './institution.screen.js';

const school = (institution: string, name: string, more: object = {}) => ({
  ...{ institution, trust: null, terms: [], closures: [], settings: { requestWindowDays: 5, discoverableBeyond: true } },
  ...{ details: { name, kind: 'school', nation: 'england' } },
  ...more,
});
const hit = (institution: string, name: string, kind = 'school') => ({
  ...{ institution, name, kind, nation: 'england', town: 'Leeds', trustName: '', closed: null },
});
const member = (person: string, left: string | null = null) =>
  [
    'member',
    `old:${person}`,
    { institution: 'old', person, from: '2025-09-01', left, roles: [], lineManager: null, inductionTutor: null },
  ] as const;
const as = (role: string, institution: string) => ({
  '/api/session': { person: 'dee', name: 'Dee', memberships: [{ institution, trust: null, roles: [role] }], roles: [role], demo: false },
  '/api/institutions/old/certificates': { total: 0, certificates: [] },
  '/api/institutions': {
    total: 3,
    hits: [hit('next', 'Newfield Academy'), hit('old', 'Oldfield School'), hit('beacon', 'Beacon Trust', 'trust')],
  },
});
const HUB_ADMINISTRATOR = as('administrator', 'hub');

async function open(row: object, rows: Parameters<typeof seed>[1] = [], answers: Readonly<Record<string, unknown>> = HUB_ADMINISTRATOR) {
  const hub = smallHub();
  seed(hub, [['institution', 'old', row], ['institution', 'next', school('next', 'Newfield Academy')], ...rows]);
  await openScreen(hub, InstitutionPage, '/institutions/:id', '/institutions/old', answers);
  await screen.findByRole('heading', { level: 1, name: 'Oldfield School' });
  return hub;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const dialog = async () => within(await screen.findByRole('dialog'));
const sent = (hub: ReturnType<typeof smallHub>) => hub.commands().map(({ type, data }) => [type, data]);
const STAFF = [member('ben'), member('asha'), member('gone', '2026-01-01')];
const closed = school('old', 'Oldfield School', { closed: { on: '2026-08-31', successors: ['next'] } });

afterEach(() => replica().close());

describe('closing a school by hand', () => {
  test('says what follows for its members, and closes it today with the school that follows it', async () => {
    const hub = await open(school('old', 'Oldfield School'), STAFF);
    press('Close school');
    const form = await dialog();
    expect(await form.findByText(/We ask 2 members on Today where they work now/)).toBeTruthy();
    expect(form.getByText(/^Wherever they work now, a coordinator there confirms/)).toBeTruthy();
    const toggle = form.getByRole('button', { name: 'Add a school that follows it' });
    fireEvent.click(toggle);
    await waitFor(() => expect(document.activeElement).toBe(form.getByRole('searchbox', { name: 'Find the school' })));
    // Neither itself nor a trust.
    expect(await form.findByRole('button', { name: 'Add Newfield Academy' })).toBeTruthy();
    expect(form.queryByRole('button', { name: /^Add (Oldfield School|Beacon Trust)/ })).toBeNull();
    fireEvent.click(form.getByRole('button', { name: 'Add Newfield Academy' }));
    expect(await form.findByRole('button', { name: 'Remove Newfield Academy' })).toBeTruthy();
    expect(document.activeElement).toBe(toggle);
    expect(form.getByText(/can join Newfield Academy at once/)).toBeTruthy();
    expect(sent(hub)).toEqual([]);
    fireEvent.click(form.getByRole('button', { name: 'Close Oldfield School' }));
    await waitFor(() => expect(sent(hub)).toEqual([['CloseInstitution', { institution: 'old', on: dayOf(), successors: ['next'] }]]));
  });

  test('has the day that the register gave, once it has come, and says of a later one from when it can be used', async () => {
    const proposed = (on: string) =>
      school('old', 'Oldfield School', { details: { ...school('old', 'Oldfield School').details, proposedToClose: { on } } });
    await open(proposed('2025-08-31'));
    press('Close school');
    expect((await dialog()).getByLabelText<HTMLInputElement>(/^Closed from/).value).toBe('2025-08-31');
    replica().close();
    document.body.innerHTML = '';
    const later = dayAfter(dayOf(), 30);
    await open(proposed(later));
    press('Close school');
    const form = await dialog();
    expect(form.getByLabelText<HTMLInputElement>(/^Closed from/).value).toBe(dayOf());
    expect(form.getByText(new RegExp(`The register proposes ${sayDate(later)}\\. You can use that day once it has come`))).toBeTruthy();
  });

  test('refuses a day that is missing or has not come, and sends nothing', async () => {
    const hub = await open(school('old', 'Oldfield School'));
    press('Close school');
    const form = await dialog();
    const day = form.getByLabelText(/^Closed from/);
    for (const [value, sentence] of [
      ['', 'Enter the day from which it is closed.'],
      [dayAfter(dayOf(), 1), 'This day has not come yet. A school is closed from its day on.'],
    ] as const) {
      fireEvent.input(day, { target: { value } });
      fireEvent.click(form.getByRole('button', { name: 'Close Oldfield School' }));
      expect(await form.findByText(sentence)).toBeTruthy();
    }
    expect(sent(hub)).toEqual([]);
  });

  test('is for administrators of the hub alone, and never of a trust', async () => {
    await open(school('old', 'Oldfield School'), [], as('administrator', 'old'));
    expect(screen.queryByRole('button', { name: 'Close school' })).toBeNull();
    expect(await screen.findByRole('button', { name: 'Change details' })).toBeTruthy();
    replica().close();
    document.body.innerHTML = '';
    await open(school('old', 'Oldfield School', { details: { name: 'Oldfield School', kind: 'trust', nation: 'england' } }));
    expect(screen.queryByRole('button', { name: 'Close school' })).toBeNull();
  });
});

describe('a school that was closed', () => {
  test('says that its members are asked where there are any, and by email only who was invited', async () => {
    await open(closed, STAFF);
    expect(await screen.findByText(/We ask members on Today where they work now, and by email if they were invited\./)).toBeTruthy();
    replica().close();
    document.body.innerHTML = '';
    await open(closed, [member('gone', '2026-01-01')]);
    expect(await screen.findByText(/It has no members\./)).toBeTruthy();
    expect(screen.queryByText(/We ask members/)).toBeNull();
  });

  test('is corrected: what it had is there, and stays unless it is changed', async () => {
    const hub = await open(closed);
    press('Change date or successors');
    const form = await dialog();
    expect(form.getByLabelText<HTMLInputElement>(/^Closed from/).value).toBe('2026-08-31');
    fireEvent.click(await form.findByRole('button', { name: 'Remove Newfield Academy' }));
    fireEvent.click(form.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(sent(hub)).toEqual([['CloseInstitution', { institution: 'old', on: '2026-08-31', successors: [] }]]));
  });

  test('is reopened, after saying how many are asked no more and that nobody who left comes back by it', async () => {
    const asked = (person: string) =>
      ['asked-where', `old:${person}`, { institution: 'old', person, on: '2026-08-31', successors: ['next'] }] as const;
    const elsewhere = (person: string, from: string) => {
      const data = { institution: 'next', person, by: person, email: `${person}@x.example`, from: '2026-09-01', closed: from };
      return ['invitation', `next:${person}`, { ...data, askedAt: '2026-09-01T09:00:00.000Z' }] as const;
    };
    const hub = await open(closed, [asked('ben'), asked('asha'), elsewhere('ben', 'old'), elsewhere('cleo', 'third')]);
    press('Reopen school');
    const form = await dialog();
    expect(await form.findByText(/^2 members are still in the list here\. We stop asking/)).toBeTruthy();
    expect(form.getByText(/^One person asked to join another school or trust, and has no answer yet\. Their request ends/)).toBeTruthy();
    expect(form.getByText(/Members who left or joined another school stay where they are/)).toBeTruthy();
    expect(sent(hub)).toEqual([]);
    fireEvent.click(form.getByRole('button', { name: 'Reopen Oldfield School' }));
    await waitFor(() => expect(sent(hub)).toEqual([['ReopenInstitution', { institution: 'old' }]]));
  });

  test('is changed and reopened by administrators of the hub alone', async () => {
    await open(closed, [], as('administrator', 'old'));
    expect(await screen.findByText(/^Closed on 31 August 2026/)).toBeTruthy();
    for (const name of ['Reopen school', 'Change date or successors']) expect(screen.queryByRole('button', { name })).toBeNull();
  });
});
