import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import InstitutionPage from './institution.screen.js';

const details = { name: 'Northfield School', kind: 'school', nation: 'england', town: 'Leeds', reference: '100234' };
const row = {
  ...{ institution: 'northfield', details, trust: null, terms: [], closures: [] },
  settings: { requestWindowDays: 5, discoverableBeyond: true },
};
const as = (institution: string, role: string) => ({
  '/api/session': { person: 'ben', name: 'Ben', memberships: [{ institution, trust: null, roles: [role] }], roles: [role], demo: false },
  '/api/institutions/northfield/certificates': {
    total: 1,
    certificates: [{ credential: 'c1', holder: 'Asha Rahman', as: 'mentor', on: '2026-07-01', revoked: null }],
  },
});

async function open(answers: Readonly<Record<string, unknown>>, institution: object = row) {
  const hub = smallHub();
  seed(hub, [['institution', 'northfield', institution]]);
  await openScreen(hub, InstitutionPage, '/institutions/:id', '/institutions/northfield', answers);
  await screen.findByRole('heading', { level: 1 });
  return hub;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const sent = (hub: ReturnType<typeof smallHub>) => hub.commands().map(({ type, data }) => [type, data]);

afterEach(() => replica().close());

describe('the page of a school', () => {
  test('shows a coordinator what they may do and nothing else', async () => {
    await open(as('northfield', 'coordinator'));
    expect(await screen.findByRole('button', { name: 'Change term dates' })).toBeTruthy();
    for (const name of ['Change settings', 'Change details', 'Join a trust']) expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Certificates' })).toBeNull();
  });

  test('is not open to a coordinator of another school', async () => {
    await open(as('elsewhere', 'coordinator'));
    expect(await screen.findByText('This page is not open to you')).toBeTruthy();
  });

  test('changes details without losing what the form does not show', async () => {
    const hub = await open(as('northfield', 'administrator'));
    press('Change details');
    fireEvent.input(await screen.findByLabelText(/^Town/), { target: { value: 'York' } });
    press('Save details');
    await waitFor(() =>
      expect(sent(hub)).toEqual([['DescribeInstitution', { institution: 'northfield', details: { ...details, town: 'York' } }]]),
    );
  });

  test('asks for a number of days that can be', async () => {
    const hub = await open(as('northfield', 'administrator'));
    press('Change settings');
    const days = await screen.findByLabelText('School days to reply to a request');
    for (const value of ['0', '21', '', '2.5']) {
      fireEvent.input(days, { target: { value } });
      press('Save settings');
      expect(screen.getByText('Enter a number of days from 1 to 20.')).toBeTruthy();
    }
    fireEvent.input(days, { target: { value: '7' } });
    fireEvent.click(screen.getByLabelText(/Only people of the same school/));
    press('Save settings');
    const settings = { requestWindowDays: 7, discoverableBeyond: false };
    await waitFor(() => expect(sent(hub)).toEqual([['ChangeInstitutionSettings', { institution: 'northfield', settings }]]));
  });

  test('what a certificate needs is set, within its bounds, and kept when something else is changed', async () => {
    const hub = await open(as('northfield', 'administrator'));
    expect(screen.getByText('3 meetings and 1 hour 30 minutes, confirmed by both people')).toBeTruthy();
    press('Change settings');
    const meetings = await screen.findByLabelText<HTMLInputElement>('Meetings for a certificate');
    const minutes = screen.getByLabelText<HTMLInputElement>('Minutes for a certificate');
    expect([meetings.value, minutes.value]).toEqual(['3', '90']);
    expect(screen.getByText(/Certificates already issued stay valid/)).toBeTruthy();
    for (const [field, values, sentence] of [
      [meetings, ['0', '61', ''], 'Enter a number of meetings from 1 to 60.'],
      [minutes, ['0', '6001', '1.5'], 'Enter a number of minutes from 1 to 6,000.'],
    ] as const)
      for (const value of values) {
        fireEvent.input(field, { target: { value } });
        press('Save settings');
        expect(screen.getByText(sentence)).toBeTruthy();
      }
    expect(hub.commands()).toEqual([]);
    fireEvent.input(meetings, { target: { value: '5' } });
    fireEvent.input(minutes, { target: { value: '240' } });
    press('Save settings');
    const settings = { requestWindowDays: 5, discoverableBeyond: true, certificateMeetings: 5, certificateMinutes: 240 };
    await waitFor(() => expect(sent(hub)).toEqual([['ChangeInstitutionSettings', { institution: 'northfield', settings }]]));
  });

  test('a change to something else leaves what a certificate needs as it was', async () => {
    const own = { ...row, settings: { ...row.settings, certificateMeetings: 6, certificateMinutes: 300 } };
    const hub = await open(as('northfield', 'administrator'), own);
    press('Change settings');
    fireEvent.click(await screen.findByLabelText(/Only people of the same school/));
    press('Save settings');
    await waitFor(() =>
      expect(sent(hub)).toEqual([
        ['ChangeInstitutionSettings', { institution: 'northfield', settings: { ...own.settings, discoverableBeyond: false } }],
      ]),
    );
  });

  test('a certificate is withdrawn with a reason, and not without', async () => {
    const hub = await open(as('northfield', 'administrator'));
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw the certificate of Asha Rahman' }));
    expect(
      await screen.findByText(/withdrawn and when, but not why\. Asha Rahman can see why\. You cannot make it valid again\.$/),
    ).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw certificate' }));
    expect(await screen.findByText('Choose a reason.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('The record was corrected'));
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw certificate' }));
    await waitFor(() => expect(sent(hub)).toEqual([['RevokeCredential', { credential: 'c1', why: 'record-corrected' }]]));
  });
});

describe('term dates', () => {
  const terms = [
    { name: 'Autumn', from: '2026-09-01', to: '2026-12-18' },
    { name: 'Spring', from: '2026-12-01', to: '2027-03-26' },
  ];

  test('an overlap names both terms at the field, and goes when either of them is mended', async () => {
    const hub = await open(as('northfield', 'coordinator'), { ...row, terms });
    press('Change term dates');
    const form = within(await screen.findByRole('dialog'));
    fireEvent.click(form.getByRole('button', { name: 'Save term dates' }));
    expect(await form.findByText(/Spring begins before Autumn ends\./)).toBeTruthy();
    expect(form.getAllByLabelText('First day').map((field) => field.getAttribute('aria-invalid'))).toEqual([null, 'true']);
    fireEvent.input(form.getAllByLabelText('Last day')[0] as HTMLElement, { target: { value: '2026-11-27' } });
    await waitFor(() => expect(form.queryByText(/begins before/)).toBeNull());
    fireEvent.click(form.getByRole('button', { name: 'Save term dates' }));
    await waitFor(() => expect(sent(hub).map(([type]) => type)).toEqual(['SetCalendar']));
  });
});

describe('certificates that a school issued', () => {
  const of = (n: number, holder: string) => ({
    ...{ credential: `c${n}`, holder, as: 'mentor', on: '2026-07-01', revoked: null },
  });
  const many = [of(2, 'Asha Rahman'), ...Array.from({ length: 20 }, (_, n) => of(n + 3, `Person ${n}`))];

  test('are found by name, and lead nobody to what their holders show', async () => {
    await open({
      ...as('northfield', 'administrator'),
      '/api/institutions/northfield/certificates': { total: many.length, certificates: many },
    });
    const typed = await screen.findByLabelText(/^Search by name/);
    const found = () => screen.queryAllByRole('button', { name: /^Withdraw the certificate of/ }).map((button) => button.textContent);
    expect(found()).toHaveLength(21);
    expect(screen.queryAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('/verify'))).toEqual([]);
    fireEvent.input(typed, { target: { value: 'rahman' } });
    await waitFor(() => expect(found()).toEqual(['Withdraw the certificate of Asha Rahman']));
    fireEvent.input(typed, { target: { value: 'nobody' } });
    expect(await screen.findByText('No certificates match.')).toBeTruthy();
  });
});
