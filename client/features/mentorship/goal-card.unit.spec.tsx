import { fireEvent, screen } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { open, press } from './testing.js';

afterEach(() => replica().close());

test('of a goal that was deleted with an account nothing is said but that', async () => {
  const goal = {
    ...{ goal: 'g', mentee: 'asha', by: 'asha', description: { title: '', why: '', success: '' }, tag: null, statements: ['eng-hts'] },
    ...{ due: '2026-02-06', status: 'open', agreedAt: '2026-01-05T09:00:00.000Z', carriedOnAt: null, achieved: null },
    steps: [{ step: 't1', by: 'asha', title: '', done: null }],
  };
  await open(smallHub(), { status: 'ended', endedAt: '2026-07-06T09:00:00.000Z' }, [['goal', 'g', goal]]);
  const card = await screen.findByRole('article', { name: 'A goal written by a former member' });
  expect(card.textContent).toContain('What it said was deleted with their account.');
  expect(card.textContent).not.toMatch(/step written|6 February|eng-hts/);
});

test('of their own goal the mentee keeps all but the words that the mentor wrote, once the mentor deleted their account', async () => {
  const goal = {
    ...{ goal: 'g', mentee: 'ben', by: 'asha', description: { title: '', why: '', success: '' }, tag: null, statements: ['eng-ts-7'] },
    ...{ due: '2026-07-03', status: 'open', agreedAt: '2026-01-05T09:00:00.000Z', carriedOnAt: null, achieved: null },
    steps: [
      { step: 't1', by: 'asha', title: '', done: null },
      { step: 't2', by: 'ben', title: 'Greet them', done: null },
    ],
  };
  const reached = {
    ...goal,
    goal: 'h',
    status: 'achieved',
    achieved: { by: 'ben', evidence: 'Seen twice', at: '2026-06-05T09:00:00.000Z' },
  };
  await open(smallHub(), { status: 'ended', endedAt: '2026-07-06T09:00:00.000Z' }, [
    ['goal', 'g', goal],
    ['goal', 'h', reached],
  ]);
  const cards = await screen.findAllByRole('article', { name: 'A goal written by a former member' });
  expect(cards).toHaveLength(2);
  for (const card of cards) expect(card.textContent).toMatch(/A step written by a former member.*Greet them/);
  expect(cards[0]?.textContent).toMatch(/3 July/);
  expect(cards[1]?.textContent).toMatch(/Achieved.*Seen twice/);
});

test('what is written about a step stays about it where the other marks it as done meanwhile', async () => {
  const hub = smallHub();
  const step = (id: string, done: object | null = null) => ({ step: id, title: `Step ${id}`, done });
  const goal = (...steps: object[]) => ({
    ...{ goal: 'g', mentee: 'ben', description: { title: 'Calm starts', why: '', success: '' }, tag: null, statements: [] },
    ...{ due: null, status: 'open', agreedAt: '2026-01-05T09:00:00.000Z', carriedOnAt: null, achieved: null, steps },
  });
  const mentorship = await open(hub, { status: 'active' }, [['goal', 'g', goal(step('t1'), step('t2'))]]);
  await screen.findByRole('article', { name: 'Calm starts' });
  press('Mark step as done');
  const field = () => screen.getByLabelText(/What did you notice/);
  fireEvent.input(await screen.findByLabelText(/What did you notice/), { target: { value: 'They waited at the door.' } });
  const done = { by: 'asha', note: '', at: '2026-03-06T12:00:00.000Z' };
  hub.put('goal', 'g', { mentorship, ...goal(step('t1', done), step('t2')) });
  expect(await screen.findByText(/^Asha has marked this step as done\./)).toBeTruthy();
  expect([(field() as HTMLTextAreaElement).value, screen.getByText('Step: Step t1')]).toEqual([
    'They waited at the door.',
    expect.anything(),
  ]);
});
