import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen } from '../../shared/testing.js';
import type { SchoolProgress, SetUpProgress } from '../../shared/set-up/answers.js';
import { Begin } from './begin.js';
import SetUp from './set-up.screen.js';

const ADMINISTRATOR = {
  ...{ person: 'ben', name: 'Ben', roles: ['administrator'], demo: false },
  memberships: [{ institution: HUB_INSTITUTION, trust: null, roles: ['administrator'] }],
};
const one = (institution: string, more: Partial<SchoolProgress> = {}): SchoolProgress => ({
  ...{ institution, name: institution, kind: 'school', nation: 'england', hasCalendar: false, hasCoordinator: false },
  ...more,
});
const institutionOf = (id: string) => ({
  ...{ institution: id, trust: null, terms: [], closures: [] },
  details: { name: id, kind: 'school', nation: 'england' },
});

/** Opens one step; `change` says what the hub has learnt since from this browser, as from an import that is over. */
async function open(step: string, given: Partial<SetUpProgress>, more: Readonly<Record<string, unknown>> = {}) {
  const hub = smallHub();
  const answers: Record<string, unknown> = {
    '/api/session': ADMINISTRATOR,
    '/api/set-up': { hubName: 'Beacon', mail: 'outbox', schools: [], publicUrl: 'https://mentoring.example.org', ...given },
    '/api/mail/invitation': { subject: 'You are invited', text: 'Hello Ben' },
    ...more,
  };
  for (const { institution } of given.schools ?? []) hub.put('institution', institution, institutionOf(institution));
  await openScreen(hub, SetUp, '/set-up', `/set-up?step=${step}`, answers);
  return {
    hub,
    change: (next: Partial<SetUpProgress>) => {
      answers['/api/set-up'] = { ...(answers['/api/set-up'] as object), ...next };
      hub.put('institution', 'x', institutionOf('x'));
      replica().acted();
    },
  };
}

afterEach(() => {
  localStorage.clear();
  return replica().close();
});

describe('the address that colleagues cannot open', () => {
  test.each(['hub', 'email', 'coordinator', 'staff', 'finish'])('is said at the step %s', async (step) => {
    await open(step, { publicUrl: 'http://localhost:4713', schools: [one('Elm')] });
    expect(await screen.findByText('Colleagues cannot open http://localhost:4713')).toBeTruthy();
    expect(screen.getByText(/Set PUBLIC_URL to the address that colleagues will use/)).toBeTruthy();
  });

  test('is not said of one that they can open', async () => {
    await open('hub', {});
    await screen.findByRole('textbox', { name: 'Hub name' });
    expect(screen.queryByText(/PUBLIC_URL/)).toBeNull();
  });
});

describe('the schools', () => {
  test('that were imported meanwhile are listed with kind and town, and one goes on from them', async () => {
    const { change } = await open('school', {});
    await screen.findByRole('button', { name: 'Add and continue' });
    expect(screen.queryByRole('button', { name: /^Continue/ })).toBeNull();
    change({ schools: [one('Elm', { town: 'Leeds' })] });
    expect(await screen.findByRole('button', { name: 'Continue' })).toBeTruthy();
    expect(screen.getByText('School in Leeds')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add and continue' })).toBeNull();
  });

  test('leave what is being typed in its place, and one can go on without it', async () => {
    const { change } = await open('school', {});
    fireEvent.input(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Oak' } });
    change({ schools: [one('Elm')] });
    fireEvent.click(await screen.findByRole('button', { name: 'Continue without adding' }));
    expect(await screen.findByRole('heading', { name: 'Check term dates' })).toBeTruthy();
  });

  test('a school that was typed in is the one whose dates are asked for next', async () => {
    const { hub, change } = await open('school', { schools: [one('Trust', { kind: 'trust' }), one('Elm')] });
    fireEvent.click(await screen.findByRole('button', { name: 'Add another school or trust' }));
    fireEvent.input(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Oak' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add and continue' }));
    await screen.findByRole('heading', { name: 'Check term dates' });
    const [registered] = hub.commands();
    const id = (registered?.data as { institution: string } | undefined)?.institution ?? '';
    hub.put('institution', id, institutionOf(id));
    change({ schools: [one('Trust', { kind: 'trust' }), one('Elm'), one(id, { name: 'Oak' })] });
    const select = await screen.findByRole('combobox', { name: 'School or trust' });
    await waitFor(() => expect((select as HTMLSelectElement).value).toBe(id));
  });
});

describe('after a whole register was imported', () => {
  const many = { hasMore: true, schools: Array.from({ length: 20 }, (_, index) => one(`London ${index}`)) };
  const found = {
    ...{ total: 1 },
    hits: [{ institution: 'marsh', name: 'Marsh Lane', kind: 'school', nation: 'england', town: 'Leeds', trustName: '', closed: null }],
  };
  const openMany = async (step: string) => {
    const { hub } = await open(step, many, { '/api/institutions': found });
    hub.put('institution', 'marsh', { ...institutionOf('marsh'), details: { name: 'Marsh Lane', kind: 'school', nation: 'england' } });
    return hub;
  };

  test('dates are for the school that one finds, and for no others', async () => {
    await openMany('dates');
    expect(await screen.findByRole('searchbox', { name: 'School or trust' })).toBeTruthy();
    expect(screen.queryByText(/London/)).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Choose Marsh Lane' }));
    expect(await screen.findByRole('button', { name: 'Save and continue' })).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /other school/ })).toBeNull();
  });

  test('the first coordinator is one of the school that one finds, and of none that was not chosen', async () => {
    const hub = await openMany('coordinator');
    const type = (label: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });
    await screen.findByRole('button', { name: 'Add coordinator' });
    type('Their name', 'Asha Rahman');
    type('Their work email address', 'asha@elm.example');
    fireEvent.click(screen.getByRole('button', { name: 'Add coordinator' }));
    expect(await screen.findByText('Choose a school or trust first.')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Choose Marsh Lane' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add coordinator' }));
    await waitFor(() =>
      expect(hub.commands().map(({ data }) => (data as { institution: string }).institution)).toEqual(['marsh', 'marsh', 'marsh']),
    );
  });

  test('a school that has dates already is where the next step begins', async () => {
    await open('coordinator', { ...many, schools: [one('Marsh', { hasCalendar: true }), ...many.schools] }, { '/api/institutions': found });
    expect(await screen.findByRole('button', { name: 'Find another school or trust' })).toBeTruthy();
  });
});

test('the first administrator and the first coordinator can say what we call them, as every profile does', async () => {
  const hub = smallHub();
  const sent: unknown[] = [];
  const ask: typeof hub.transport.ask = async (one) => {
    if (one.path !== '/api/set-up/begin') return hub.transport.ask(one);
    sent.push(one.body);
    return { status: 200, body: { person: 'ben' } };
  };
  await openScreen({ ...hub, transport: { ...hub.transport, ask } }, () => <Begin token="t" />, '/set-up', '/set-up');
  const type = (label: RegExp, value: string) => fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });
  type(/^Your name/, 'Cora Ordinate');
  type(/^Given name/, ' Cora ');
  type(/^Your work email address/, 'cora@elm.example');
  fireEvent.click(screen.getByRole('button', { name: 'Start set-up' }));
  await waitFor(() => expect(sent).toEqual([{ token: 't', name: 'Cora Ordinate', names: { given: 'Cora' }, email: 'cora@elm.example' }]));
});

test('a colleague is invited as coordinator, and told so by the invitation alone', async () => {
  const { hub } = await open('coordinator', { mail: 'sends', schools: [one('Elm', { hasCalendar: true })] });
  const type = (label: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });
  await screen.findByRole('button', { name: 'Add coordinator' });
  type('Their name', 'Asha Rahman');
  fireEvent.input(screen.getByRole('textbox', { name: /^Given name/ }), { target: { value: 'Asha' } });
  type('Their work email address', 'asha@elm.example');
  fireEvent.click(screen.getByRole('button', { name: 'Add coordinator' }));
  await screen.findByRole('heading', { name: 'See what staff are told' });
  expect(hub.commands().map(({ type: of, data }) => ({ of, ...(data as object) }))).toMatchObject([
    { of: 'InvitePerson', name: 'Asha Rahman', names: { given: 'Asha' }, institution: 'Elm', role: 'coordinator' },
    { of: 'AddMember', institution: 'Elm' },
    { of: 'GrantRole', institution: 'Elm', role: 'coordinator', withInvitation: true },
  ]);
});

test('a colleague whom a list brought in gets the role, and no second record', async () => {
  const known = { '/api/people/by-email': { person: 'asha', name: 'Asha Rahman', institutions: ['Elm'] } };
  const { hub } = await open('coordinator', { mail: 'sends', schools: [one('Elm', { hasCalendar: true })] }, known);
  const type = (label: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });
  await screen.findByRole('button', { name: 'Add coordinator' });
  type('Their name', 'Asha Rahman');
  type('Their work email address', 'asha@elm.example');
  fireEvent.click(screen.getByRole('button', { name: 'Add coordinator' }));
  await screen.findByRole('heading', { name: 'See what staff are told' });
  expect(hub.commands().map(({ type: of, data }) => ({ of, ...(data as object) }))).toEqual([
    { of: 'GrantRole', institution: 'Elm', person: 'asha', role: 'coordinator' },
  ]);
});

test('what staff are told is done once it was read', async () => {
  await open('staff', { schools: [one('Elm')] });
  const done = () => screen.getByRole('link', { name: 'See what staff are told' }).closest('li')?.textContent?.includes('Done');
  await screen.findByText('Hello Ben');
  expect(done()).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByRole('heading', { name: 'What to do next' });
  expect(done()).toBe(true);
});
