import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../../replica/index.js';
import { smallHub, type SmallHub } from '../../../replica/testing/small-hub.js';
import { dayAfter, dayOf } from '../../../ui/index.js';
import { openScreen, seed } from '../../../shared/testing.js';
import { ago, COORDINATOR, ELM, HELP, INES, sent } from './coordinator.testing.js';
import Desk from './desk.js';
import DeskRail, { DeskFoot } from './figures.js';

const WAITING = { request: 'r', mentor: 'asha', mentee: 'ines', since: ago(9), answerBy: dayAfter(dayOf(), 2), actsNext: 'mentor' };
const MENTORS = {
  total: 2,
  mentors: ['Cleo', 'Dan'].map((name) => ({
    ...{ id: name.toLowerCase(), name, jobTitle: 'Teacher', institutions: ['Elm'], free: 2 },
    ...{ reasons: ['They work 3 miles apart.'], toConsider: name === 'Dan' ? ['They have no shared times.'] : [] },
  })),
};
const headings: string[] = [];
const PAIR = {
  ...{ mentorship: 'p', mentor: 'asha', mentee: 'ines', status: 'active', startedOn: ago(90), agreedOn: ago(80), endedOn: null },
  ...{ meetingsHeld: 2, minutes: 60, lastMetOn: ago(40), nextMeetingOn: null },
  ...{ bookedUntil: null, closesAfter: null, continuedOn: null },
};
const open = (hub: SmallHub, rows: Parameters<typeof seed>[1]) => {
  seed(hub, [['person', 'ines', { person: 'ines', name: 'Ines Barker', called: 'Ines', jobTitle: 'Trainee' }], ...rows]);
  return openScreen(hub, () => <Desk titled={false} onHeading={(heading) => headings.push(heading)} />, '/', '/', {
    '/api/mentees/ines/mentors': MENTORS,
  });
};

afterEach(() => {
  headings.length = 0;
  return replica().close();
});

describe('the first day of a coordinator', () => {
  const member = (person: string, more: object = {}) =>
    ['member', `elm:${person}`, { institution: 'elm', person, roles: [], left: null, ...more }] as const;
  const openFirst = (rows: Parameters<typeof seed>[1]) => {
    const hub = smallHub();
    seed(hub, [ELM, ...rows]);
    const both = () => (
      <>
        <Desk titled={false} onHeading={(heading) => headings.push(heading)} />
        <DeskFoot />
      </>
    );
    return openScreen(hub, both, '/', '/', COORDINATOR);
  };

  test.each([
    ['with nobody but themselves', [member('ben', { roles: ['coordinator'] })]],
    ['not being a member, beside another coordinator', [member('asha', { roles: ['coordinator'] })]],
    ['with a colleague who left', [member('ben', { roles: ['coordinator'] }), member('ines', { left: ago(2) })]],
  ])('says how to start, and shows no noughts: %s', async (_, rows) => {
    await openFirst(rows);
    expect(await screen.findByRole('heading', { name: 'No colleagues at Elm yet' })).toBeTruthy();
    expect(headings.at(-1)).toBe('Add your colleagues');
    expect(screen.getByRole('link', { name: 'Import a staff list' }).getAttribute('href')).toBe('/import?at=elm');
    expect(screen.getByRole('link', { name: 'Add a colleague' }).getAttribute('href')).toBe('/members?at=elm');
    expect(await screen.findByText(/^No pairs yet\. Figures show here/)).toBeTruthy();
    expect([screen.queryByText('0'), screen.queryByText(/No one is waiting/)]).toEqual([null, null]);
  });

  test('is over with the first colleague, and figures show with the first pair', async () => {
    await openFirst([member('ines'), ['pulse', 'elm', { institution: 'elm', pairs: 1, lastMet: {}, space: 0 }]]);
    expect(await screen.findByText(/^No one is waiting for you\./)).toBeTruthy();
    expect(headings.at(-1)).toBe('You’re up to date');
    expect(screen.queryByRole('link', { name: 'Add a colleague' })).toBeNull();
    expect(await screen.findByText('pair in a trial period or active')).toBeTruthy();
  });

  test('figures count those who look as the list that names them does', async () => {
    await openFirst([
      member('ines'),
      ['pulse', 'elm', { institution: 'elm', pairs: 1, lastMet: {}, space: 0 }],
      ['looking-count', 'elm', { institution: 'elm', looking: { [ago(3)]: 2, [ago(9)]: 1, [ago(400)]: 5 } }],
    ]);
    const label = await screen.findByText('people looking for a mentor, with no open request');
    expect(label.closest('.figure')?.querySelector('dd')?.textContent).toBe('3');
  });
});

describe('a coordinator’s desk', () => {
  test('shows the longest wait first, and its mentor is written to in one dialog', async () => {
    const hub = smallHub();
    await open(hub, [
      ['waiting', 'r', WAITING],
      ['help', 'e1', HELP],
    ]);
    const first = await screen.findByRole('article', { name: 'Ines Barker has waited 9 days for Asha Rahman' });
    expect(headings.at(-1)).toBe('One person needs you');
    fireEvent.click(within(first).getByRole('button', { name: 'Write to Asha' }));
    const dialog = await screen.findByRole('dialog', { name: 'Write to Asha Rahman' });
    fireEvent.input(within(dialog).getByRole('textbox'), { target: { value: 'Can you reply to Ines?' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Send message' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'WriteMessage', to: 'asha', text: 'Can you reply to Ines?' }]));
  });

  test('says how many more there are, and not a number that the heading does not have', async () => {
    const help = (n: number) => ['help', `e${n}`, { ...HELP, help: `e${n}`, by: `p${n}` }] as const;
    const person = (n: number) => ['person', `p${n}`, { person: `p${n}`, name: `Person Number${n}`, jobTitle: 'Trainee' }] as const;
    const eleven = Array.from({ length: 11 }, (_, n) => n);
    await open(smallHub(), [...eleven.map(help), ...eleven.map(person)]);
    fireEvent.click(await screen.findByRole('button', { name: 'Show 3 more' }));
    expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
    expect(headings.at(-1)).toBe('11 people need you');
  });

  test('a mentee is suggested the mentors who are ticked', async () => {
    const hub = smallHub();
    await open(hub, [['waiting', 'r', WAITING]]);
    fireEvent.click(await screen.findByRole('button', { name: 'Suggest mentors to Ines' }));
    const dialog = await screen.findByRole('dialog', { name: 'Suggest mentors to Ines Barker' });
    for (const name of [/^Cleo/, /^Dan/]) fireEvent.click(await within(dialog).findByRole('checkbox', { name }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Suggest 2 mentors' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'SuggestMentors', to: 'ines', mentors: ['cleo', 'dan'] }]));
  });

  test('two people of one first name are told apart by their whole names, in every line and on every button', async () => {
    const hub = smallHub();
    await open(hub, [
      ['person', 'ines2', { person: 'ines2', name: 'Ines Okoye', called: 'Ines', jobTitle: 'Trainee' }],
      ['waiting', 'r', WAITING],
      ['waiting', 'r2', { ...WAITING, request: 'r2', mentee: 'ines2', since: ago(6) }],
    ]);
    expect(await screen.findByRole('article', { name: 'Ines Barker has waited 9 days for Asha Rahman' })).toBeTruthy();
    expect(await screen.findByText('Ines Okoye has waited 6 days for Asha Rahman')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Suggest mentors to Ines Okoye' }));
    expect(await screen.findByRole('dialog', { name: 'Suggest mentors to Ines Okoye' })).toBeTruthy();
  });

  test('a coordinator of several schools reads at which of them the mentee is, and not where else', async () => {
    const hub = smallHub();
    const school = (id: string, name: string, kind = 'school') =>
      [
        'institution',
        id,
        {
          ...{ institution: id, trust: kind === 'trust' ? null : 'river', terms: [], closures: [] },
          details: { name, kind, nation: 'england' },
        },
      ] as const;
    seed(hub, [
      ['person', 'ines', { ...INES, institutions: ['elm', 'oak'] }],
      ...[school('river', 'Riverbank', 'trust'), school('elm', 'Elm School'), school('moor', 'Moor School')],
      ['institution', 'oak', { institution: 'oak', trust: null, details: { name: 'Oak School', kind: 'school', nation: 'england' } }],
      ['waiting', 'r', WAITING],
    ]);
    const memberships = [{ institution: 'river', trust: null, roles: ['coordinator'] }];
    const signedIn = { person: 'ben', name: 'Ben', roles: [], demo: true, memberships };
    await openScreen(hub, () => <Desk titled={false} onHeading={() => undefined} />, '/', '/', { '/api/session': signedIn });
    const first = await screen.findByRole('article', { name: 'Ines Barker has waited 9 days for Asha Rahman' });
    await waitFor(() => expect(first.textContent).toContain('Elm School. Asha has until'));
    expect(first.textContent).not.toContain('Oak School');
  });

  test('each mentor is shown with what speaks for and against them, but for the one whom the mentee waits for', async () => {
    const hub = smallHub();
    const asha = { ...MENTORS.mentors[0], id: 'asha', name: 'Asha' };
    seed(hub, [
      ['person', 'ines', INES],
      ['waiting', 'r', WAITING],
    ]);
    const desk = () => <Desk titled={false} onHeading={() => undefined} />;
    await openScreen(hub, desk, '/', '/', { '/api/mentees/ines/mentors': { total: 3, mentors: [asha, ...MENTORS.mentors] } });
    fireEvent.click(await screen.findByRole('button', { name: 'Suggest mentors to Ines' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('2 mentors with space.')).toBeTruthy();
    const hint = (name: RegExp) => document.getElementById(dialog.getByRole('checkbox', { name }).getAttribute('aria-describedby') ?? '');
    expect(hint(/^Cleo/)?.textContent).toBe('Teacher · Elm · space for 2 more menteesThey work 3 miles apart.');
    expect(hint(/^Dan/)?.textContent).toContain('To consider: They have no shared times.');
  });

  test('[R6] what a person wrote is read where it is answered, and is off the desk once it is done', async () => {
    const hub = smallHub(({ type }, self) => {
      if (type === 'MarkHelpDone') self.put('help', 'e1', { ...HELP, doneOn: dayOf() });
      return undefined;
    });
    await open(hub, [['help', 'e1', HELP]]);
    fireEvent.click(await screen.findByRole('button', { name: /^Read and reply/ }));
    expect(await screen.findByText('Could we talk?')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    fireEvent.click(await screen.findByRole('button', { name: /^Mark as done/ }));
    await waitFor(() => expect(headings.at(-1)).toBe('You’re up to date'));
    expect(sent(hub)).toEqual([{ type: 'MarkHelpDone', coordinator: 'ben', help: 'e1' }]);
  });

  test('both of a pair are written to, each separately', async () => {
    const hub = smallHub();
    await open(hub, [['pairing', 'p', PAIR]]);
    fireEvent.click(await screen.findByRole('button', { name: /^Write to both/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Send message' }));
    await waitFor(() => expect(sent(hub).map((one) => (one as Record<string, unknown>)['to'])).toEqual(['ines', 'asha']));
    const messages = sent(hub).map((one) => (one as Record<string, unknown>)['message']);
    expect(new Set(messages).size).toBe(2);
  });

  const openAsCoordinator = async (hub: SmallHub, rows: Parameters<typeof seed>[1]) => {
    seed(hub, [['person', 'ines', INES], ELM, ...rows]);
    const both = () => (
      <>
        <Desk titled={false} onHeading={() => undefined} />
        <DeskRail />
      </>
    );
    await openScreen(hub, both, '/', '/', { '/api/mentees/ines/mentors': MENTORS, ...COORDINATOR });
    await screen.findByText('Ines Barker and Asha Rahman may need a hand');
  };

  test('[R8] a pair that no longer meets is asked whether it continues, once what happens then was read', async () => {
    const hub = smallHub(({ type }, self) => {
      if (type === 'ProposeClosing') self.put('pairing', 'p', { ...PAIR, closesAfter: dayAfter(dayOf(), 7) });
      return undefined;
    });
    await openAsCoordinator(hub, [['pairing', 'p', PAIR]]);
    expect(await screen.findByRole('button', { name: 'Suggest another mentor to Ines' })).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: /^Suggest ending mentorship/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Suggest ending mentorship' });
    expect(within(dialog).getByText(/^If neither replies within 5 school days/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Suggest ending mentorship' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'ProposeClosing', mentorship: 'p' }]));
    expect(
      await screen.findByText(/^Ines Barker and Asha Rahman’s mentorship ends after .*, unless one of them continues\.$/),
    ).toBeTruthy();
    expect(screen.queryByText('Ines Barker and Asha Rahman may need a hand')).toBeNull();
  });

  test('what was suggested a while ago is told in the row, beside the way to suggest again', async () => {
    const message = { message: 'w', from: 'ben', to: 'ines', mentors: ['cleo', 'dan'], text: '', at: `${ago(10)}T09:00:00.000Z` };
    await openAsCoordinator(smallHub(), [
      ['pairing', 'p', PAIR],
      ['message', 'w', message],
    ]);
    expect(await screen.findByText(/^You suggested mentors on /)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Suggest another mentor to Ines' })).toBeTruthy();
  });

  test('what comes up has a day: who has not signed in is on the desk, and is not said twice', async () => {
    const newcomers = {
      institution: 'elm',
      people: 9,
      notInvited: 9,
      invitedOn: null,
      since: ago(20),
      plannedOn: null,
      plannedBy: null,
      lapsed: null,
    };
    await openAsCoordinator(smallHub(), [
      ['pairing', 'p', PAIR],
      ['newcomers', 'elm', newcomers],
    ]);
    expect(await screen.findByText('9 people have no invitation yet')).toBeTruthy();
    expect(screen.queryByText('Coming up')).toBeNull();
  });

  test('[R6] one whose mentee this coordinator manages is not asked by them, nor is the mentee suggested other mentors', async () => {
    const line = { institution: 'elm', person: 'ines', roles: [], from: ago(90), left: null, lineManager: null, inductionTutor: 'ben' };
    // Nor for a moment before it is known.
    let offered = false;
    const watcher = new MutationObserver(
      () => (offered ||= screen.queryAllByRole('button', { name: /^Suggest/, hidden: true }).length > 0),
    );
    watcher.observe(document.body, { childList: true, subtree: true });
    await openAsCoordinator(smallHub(), [
      ['pairing', 'p', PAIR],
      ['member', 'elm:ines', line],
    ]);
    expect(await screen.findByText(/You are Ines’s line manager or induction tutor/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Write to both/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Suggest/ })).toBeNull();
    watcher.disconnect();
    expect(offered).toBe(false);
  });

  test('one that still meets, or whose mentee belongs elsewhere, is not asked', async () => {
    const unrecorded = { ...PAIR, nextMeetingOn: ago(5), bookedUntil: ago(5) };
    await openAsCoordinator(smallHub(), [['pairing', 'p', unrecorded]]);
    expect(await screen.findByRole('button', { name: 'Suggest another mentor to Ines' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Suggest ending mentorship/ })).toBeNull();
    cleanup();
    replica().close();
    await openAsCoordinator(smallHub(), [
      ['pairing', 'p', PAIR],
      ['person', 'ines', { ...INES, institutions: ['oak'] }],
    ]);
    expect(await screen.findByRole('button', { name: /^Write to both/ })).toBeTruthy();
    expect(screen.queryAllByRole('button', { name: /^Suggest/ })).toEqual([]);
  });
});
