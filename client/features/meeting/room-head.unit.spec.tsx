import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { MEETING, openScreen, PAIR, seed } from '../../shared/testing.js';
import Meeting from './meeting.screen.js';

const LAST = { meeting: 'last', status: 'closed', took: true, time: { startsAt: '2026-02-27T15:40:00.000Z', minutes: 40 } };
const action = (id: string, change: Record<string, unknown> = {}) =>
  [
    'action',
    id,
    {
      ...{ action: id, meeting: 'last', mentorship: 's', by: 'asha', owner: 'ben', title: `Do ${id}`, due: null, done: 'no', kept: false },
      ...{ agreedAt: '2026-02-27T16:20:00.000Z', doneAt: null, notes: [], ...change },
    },
  ] as const;
const goal = (id: string, steps: readonly Record<string, unknown>[], change: Record<string, unknown> = {}) =>
  [
    'goal',
    id,
    {
      ...{ goal: id, mentorship: 's', mentee: 'ben', description: { title: `Goal ${id}`, why: '', success: '' }, tag: null },
      ...{ statements: [], due: null, status: 'open', steps, agreedAt: '2026-02-01T09:00:00.000Z', carriedOnAt: null, achieved: null },
      ...change,
    },
  ] as const;
const item = (id: string, title: string) => ({ id, title, minutes: 10 });

let next = 0;
async function open(hub: SmallHub, rows: Parameters<typeof seed>[1] = [], change: Record<string, unknown> = {}) {
  const meeting = `h${(next += 1)}`;
  const { agenda = null, ...row } = change;
  const content = { meeting, mentorship: 's', agenda, notes: null, carriedOver: [] };
  seed(hub, [
    ['mentorship', 's', PAIR],
    ['meeting', meeting, { ...MEETING, meeting, ...row }],
    ...(agenda ? ([['meeting-content', meeting, content]] as const) : []),
    ...rows,
  ]);
  await openScreen(hub, Meeting, '/meetings/:id', `/meetings/${meeting}`);
  await screen.findByRole('link', { name: 'You and Asha Rahman' });
  return { meeting };
}
const last = ['meeting', 'last', { ...MEETING, ...LAST }] as const;
const section = async (name: string) => within(await screen.findByRole('region', { name }));

afterEach(() => replica().close());

describe('the head of the next meeting', () => {
  test('tells what was agreed last time, whose it is, and how it went', async () => {
    const noted = { by: 'asha', note: 'Calmer starts', at: '2026-03-03T09:00:00.000Z' };
    const alsoNoted = { by: 'ben', note: 'I saw it in 9B', at: '2026-03-04T09:00:00.000Z' };
    const hub = smallHub();
    await open(hub, [last, action('mine'), action('hers', { owner: 'asha', done: 'yes', notes: [noted, alsoNoted] })]);
    const before = await section('Last time');
    expect(before.getByRole('link', { name: /^Friday 27 February/ }).getAttribute('href')).toBe('/meetings/last');
    expect(await before.findByText('Do mine')).toBeTruthy();
    expect(before.getByText('Calmer starts')).toBeTruthy();
    expect(before.getByText('I saw it in 9B')).toBeTruthy();
    // Its owner says that it is done, and nobody for them.
    expect(before.queryByRole('button', { name: 'Mark as done: Do hers' })).toBeNull();
    fireEvent.click(before.getByRole('button', { name: 'Mark as done: Do mine' }));
    await waitFor(() => expect(hub.commands()).toMatchObject([{ type: 'FinishAction', data: { meeting: 'last', action: 'mine' } }]));
  });

  test('says with a goal that its day has passed', async () => {
    await open(smallHub(), [goal('late', [{ step: 't1', title: 'Watch one', done: null }], { due: '2026-02-20' })]);
    const row = await section('Goals');
    // On that day of another year the words name the year.
    expect(row.getByText(/^was due on Friday 20 February/)).toBeTruthy();
  });

  test('either says how it went', async () => {
    const hub = smallHub();
    await open(hub, [last, action('hers', { owner: 'asha' })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Say how it went: Do hers' }));
    fireEvent.input(screen.getByLabelText('How it went'), { target: { value: 'Two of three lessons' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save how it went' }));
    await waitFor(() =>
      expect(hub.commands()).toMatchObject([
        { type: 'NoteAction', data: { meeting: 'last', action: 'hers', note: 'Two of three lessons' } },
      ]),
    );
  });

  test('has what is still to do from before apart, and folds what is long', async () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => action(id));
    await open(smallHub(), [last, ...many, action('old', { meeting: 'older' })]);
    const before = await section('Last time');
    expect(await before.findByText('2 more actions')).toBeTruthy();
    expect(before.getByText('Still to do from before that')).toBeTruthy();
    expect(before.getByText('Do old')).toBeTruthy();
  });

  test('has each goal with its next step, done in one press', async () => {
    const hub = smallHub();
    const done = { step: 'x', title: 'Watch one', done: { by: 'ben', note: '', at: '2026-02-10T09:00:00.000Z' } };
    await open(hub, [goal('g', [done, { step: 'y', title: 'Try one', done: null }]), goal('h', [done]), goal('i', [])]);
    const goals = await section('Goals');
    expect(await goals.findByText('Next step: Try one')).toBeTruthy();
    expect(goals.getByText('Every step is done')).toBeTruthy();
    expect(goals.getByText('No steps yet')).toBeTruthy();
    fireEvent.click(goals.getByRole('button', { name: 'Mark step as done: Try one' }));
    await waitFor(() => expect(hub.commands()).toMatchObject([{ type: 'RecordProgress', data: { goal: 'g', step: 'y', note: '' } }]));
  });

  test('has what was carried over, each to take or to let go while the others wait', async () => {
    const hub = smallHub();
    const [ages, marking] = [item('z', 'Reading ages'), item('w', 'Marking')];
    const waiting = [ages, marking].map((one) => ({ from: 'last', by: 'asha', item: one }));
    const agenda = { by: 'asha', items: [item('a', 'What you tried')], wordedBy: { a: 'asha' } };
    await open(hub, [['carried-over', 's', { mentorship: 's', items: waiting }]], { agenda });
    fireEvent.click(await screen.findByRole('button', { name: 'Add to agenda: Reading ages' }));
    await waitFor(() => expect(hub.commands()).toMatchObject([{ type: 'SetAgenda', data: { items: [ages, ...agenda.items], letGo: [] } }]));
    await screen.findByText('Added to the agenda');
    fireEvent.click(await screen.findByRole('button', { name: 'Remove: Marking' }));
    await waitFor(() => expect(hub.commands()[1]).toMatchObject({ type: 'SetAgenda', data: { items: agenda.items, letGo: ['w'] } }));
  });

  test('says what is so where there is nothing to look back on', async () => {
    await open(smallHub());
    expect(await screen.findByText('No earlier meetings, goals or actions yet.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Last time' })).toBeNull();
  });

  test('is not there once the meeting is recorded', async () => {
    await open(smallHub(), [last, action('mine')], { status: 'closed', took: true });
    expect(screen.queryByRole('region', { name: 'Last time' })).toBeNull();
  });
});

describe('closing out', () => {
  test('says of earlier actions that they are done or not yet, in a word, before the meeting is recorded', async () => {
    const hub = smallHub();
    await open(hub, [last, action('mine'), action('hers', { owner: 'asha' }), action('done', { done: 'yes' })]);
    fireEvent.click(screen.getByRole('button', { name: 'Record meeting' }));
    const dialog = within(await screen.findByRole('dialog'));
    const of = (title: string) => within(dialog.getByRole('group', { name: title }));
    await dialog.findByRole('group', { name: 'Do mine' });
    expect(dialog.queryByRole('group', { name: 'Do done' })).toBeNull();
    fireEvent.click(of('Do mine').getByLabelText('Done'));
    fireEvent.input(dialog.getByLabelText('How it went: Do mine (optional)'), { target: { value: 'Calmer starts' } });
    fireEvent.click(of('Do hers').getByLabelText('Not yet'));
    fireEvent.input(dialog.getByLabelText('How it went: Do hers (optional)'), { target: { value: 'After the mocks' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Record meeting' }));
    await waitFor(() => expect(hub.commands()).toHaveLength(3));
    expect(hub.commands()).toMatchObject([
      { type: 'NoteAction', data: { meeting: 'last', action: 'hers', note: 'After the mocks' } },
      { type: 'FinishAction', data: { meeting: 'last', action: 'mine', note: 'Calmer starts' } },
      { type: 'CloseMeeting', data: { took: true } },
    ]);
  });
});
