import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { openScreen, PAIR, seed } from '../../shared/testing.js';
import Growth from './growth.screen.js';

const REFLECTION = {
  ...{ reflection: 'r', person: 'ben', mentorship: 's', meeting: null, prompt: null, title: 'Before I speak', text: 'The room says it.' },
  ...{ statements: [], sharedWith: 'nobody', writtenAt: '2026-03-06T17:00:00.000Z', revisedAt: null },
};
const open = (hub: SmallHub, part: string, rows: readonly (readonly [string, string, unknown])[] = []) => {
  seed(hub, [['mentorship', 's', PAIR], ...rows]);
  return openScreen(hub, Growth, '/growth', `/growth?part=${part}`);
};
const sent = (hub: SmallHub): readonly Record<string, unknown>[] =>
  hub.commands().map(({ type, data }) => ({ type, ...(data as Record<string, unknown>) }));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(() => replica().close());

describe('a reflection', () => {
  test('is its author’s alone unless they say otherwise', async () => {
    const hub = smallHub();
    await open(hub, 'reflections');
    fireEvent.click(await screen.findByRole('button', { name: 'Write a reflection' }));
    fireEvent.click(screen.getByRole('button', { name: /What surprised you/ }));
    fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Before I speak' } });
    fireEvent.input(screen.getByLabelText('What you want to remember'), { target: { value: 'The room says it.' } });
    press('Save reflection');
    await waitFor(() => expect(sent(hub)).toHaveLength(1));
    expect(sent(hub)[0]).toMatchObject({
      ...{ type: 'WriteReflection', person: 'ben', mentorship: null, prompt: 'prompt-surprised', title: 'Before I speak' },
    });
  });

  test('can be shared as it is written, in a second step', async () => {
    const hub = smallHub();
    await open(hub, 'reflections&mentorship=s');
    fireEvent.input(await screen.findByLabelText('Title'), { target: { value: 'T' } });
    fireEvent.input(screen.getByLabelText('What you want to remember'), { target: { value: 'x' } });
    fireEvent.click(screen.getByLabelText('You and your mentor or mentee'));
    press('Save reflection');
    await waitFor(() => expect(sent(hub).map((one) => one['type'])).toEqual(['WriteReflection', 'ShareReflection']));
    expect(sent(hub)[1]).toEqual({ type: 'ShareReflection', person: 'ben', reflection: sent(hub)[0]?.['reflection'], with: 'pair' });
  });

  test('always says who can read it, and can be taken back', async () => {
    const hub = smallHub();
    await open(hub, 'reflections', [['reflection', 'r', { ...REFLECTION, sharedWith: 'pair' }]]);
    expect(await screen.findByText('Only you and Asha Rahman can see this.')).toBeTruthy();
    press('Change who can see “Before I speak”');
    fireEvent.click(screen.getByLabelText('Only you'));
    // Moving through the choices says nothing yet.
    expect(hub.commands()).toEqual([]);
    press('Save change');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'ShareReflection', person: 'ben', reflection: 'r', with: 'nobody' }]));
  });
});

test('the newest reflections are read first, and older ones on request', async () => {
  const hub = smallHub();
  const rows = Array.from({ length: 23 }, (_, n) => {
    const writtenAt = `2026-03-${String(n + 1).padStart(2, '0')}T17:00:00.000Z`;
    return ['reflection', `r${n}`, { ...REFLECTION, reflection: `r${n}`, title: `Lesson ${n + 1}`, writtenAt }] as const;
  });
  await open(hub, 'reflections', rows);
  const titles = () => screen.getAllByRole('article').map((one) => one.getAttribute('aria-label'));
  await screen.findByRole('article', { name: 'Lesson 23' });
  expect(titles()).toEqual(Array.from({ length: 20 }, (_, n) => `Lesson ${23 - n}`));
  press('Show older reflections');
  await screen.findByRole('article', { name: 'Lesson 1' });
  expect([titles().length, screen.queryByRole('button', { name: 'Show older reflections' })]).toEqual([23, null]);
});

describe('the rest of the record', () => {
  const goal = {
    ...{ goal: 'g', mentorship: 's', mentee: 'ben', tag: null, statements: [], due: null, steps: [], agreedAt: PAIR.startedAt },
    ...{ description: { title: 'A calm start', why: '', success: '' }, achieved: null, carriedOnAt: null },
  };
  const totals = { person: 'ben', minutesAsMentor: 0, minutesAsMentee: 0, meetings: 0, reflections: 0, goalsAchieved: 0, credentials: 0 };

  test('an archived goal is there to read, and is counted as it is shown', async () => {
    await open(smallHub(), 'goals', [
      ['goal', 'g', { ...goal, status: 'set-aside' }],
      ['growth', 'ben', { ...totals, goalsAgreed: 1 }],
    ]);
    expect(await screen.findByText('One archived goal')).toBeTruthy();
    expect(screen.queryByText('No goals yet')).toBeNull();
    expect(screen.getByText('0 of 1')).toBeTruthy();
  });

  test('a certificate without an achieved goal does not count none', async () => {
    const achievement = { as: 'mentee', from: '2026-01-05', to: '2026-03-06', meetings: 3, minutes: 120, goalsAchieved: 0 };
    const certificate = { credential: 'c', person: 'ben', mentorship: 's', kind: 'certificate', revoked: null, on: '2026-03-06' };
    await open(smallHub(), 'certificates', [
      ['credential', 'c', { ...certificate, issuer: 'elm', issuerName: 'Elm', code: '23456789AB', achievement }],
      ['growth', 'ben', { ...totals, goalsAgreed: 0, credentials: 1 }],
    ]);
    expect(await screen.findByText('3 meetings, 2 hours')).toBeTruthy();
    expect(screen.queryByText(/oals achieved|goal achieved/)).toBeNull();
  });

  test('CPD stands by school year with its credits', async () => {
    const credited = (meeting: string, on: string, minutes: number) =>
      ['cpd', `${meeting}:ben`, { person: 'ben', mentorship: 's', meeting, on, minutes, as: 'mentee' }] as const;
    await open(smallHub(), 'cpd', [credited('m1', '2026-06-01', 50), credited('m2', '2026-10-05', 40)]);
    expect((await screen.findAllByRole('heading', { level: 2 })).map((heading) => heading.textContent)).toEqual([
      '2026 to 2027',
      '2025 to 2026',
    ]);
    expect(screen.getByText('· ½ credit')).toBeTruthy();
    const table = within(screen.getByRole('table', { name: 'Meetings in the school year 2025 to 2026' }));
    expect(table.getByRole('rowheader', { name: '1 June 2026' })).toBeTruthy();
  });

  test('where somebody stands is said once, for the aim of a mentorship', async () => {
    const hub = smallHub();
    const aims = ['exp-behaviour-classroom-routines-and-expectations'];
    await open(hub, 'goals', [['mentorship', 's', { ...PAIR, aims }]]);
    fireEvent.click(await screen.findByLabelText('Secure'));
    fireEvent.click(await screen.findByLabelText('Developing'));
    expect(sent(hub)).toEqual([]);
    press('Save level');
    await waitFor(() =>
      expect(sent(hub)).toEqual([{ type: 'RateSkill', person: 'ben', mentorship: 's', tag: aims[0], level: 2, when: 'before' }]),
    );
  });

  test('a skill of several mentorships is one line, with each step in order and in which mentorship it was said', async () => {
    const tag = 'exp-behaviour-classroom-routines-and-expectations';
    const rated = (mentorship: string, rest: Record<string, unknown>) =>
      ['skill', `ben:${mentorship}:${tag}`, { person: 'ben', mentorship, tag, before: null, after: null, ...rest }] as const;
    const year = { ...PAIR, mentorship: 's1', mentor: 'cleo', status: 'completed', startedAt: '2024-10-01T09:00:00.000Z' };
    await open(smallHub(), 'goals', [
      ['person', 'cleo', { person: 'cleo', name: 'Cleo Lang', called: 'Cleo' }],
      ['mentorship', 's1', year],
      rated('s', { before: { level: 4, at: '2026-01-09T09:00:00.000Z' } }),
      rated('s1', { before: { level: 2, at: '2024-10-05T09:00:00.000Z' }, after: { level: 5, at: '2025-07-17T09:00:00.000Z' } }),
    ]);
    expect(await screen.findAllByText('Classroom routines and expectations')).toHaveLength(1);
    expect(screen.getByText(/^From “Developing” on 5 October 2024 to “Highly skilled” on 9 January 2026/).textContent).toMatch(
      / · in 2 mentorships$/,
    );
    const more = screen.getByText(/^See each level/).closest('details');
    if (!more) throw new Error('There are no steps to see.');
    await waitFor(() =>
      expect(
        within(more)
          .getAllByRole('listitem', { hidden: true })
          .map((one) => one.textContent),
      ).toEqual([
        '5 October 2024Developing when you started with Cleo Lang, 2024 to 2025',
        '17 July 2025Leading others after working with Cleo Lang, 2024 to 2025',
        '9 January 2026Highly skilled when you started with Asha Rahman, 2025 to 2026',
      ]),
    );
    expect(screen.getByText('Update level')).toBeTruthy();
  });
});

test('a withdrawn certificate says what others see of it, and its file is no main button', async () => {
  const achievement = { as: 'mentee', from: '2025-10-10', to: '2026-07-17', meetings: 12, minutes: 475, goalsAchieved: 1 };
  const issued = {
    ...{ credential: 'c', person: 'ben', mentorship: 's', issuer: 'elm', issuerName: 'Elm School', achievement, code: 'GVBDW28VXM' },
    ...{ kind: 'certificate', on: '2026-07-17', revoked: { on: '2026-09-04', why: 'record-corrected' } },
  };
  await open(smallHub(), 'certificates', [['credential', 'c', issued]]);
  expect(await screen.findByText(/People who check the code see that it was withdrawn and when, but not why\./)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Download withdrawn certificate' }).className).toContain('button--plain');
});
