import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { openScreen, PAIR, seed } from '../testing.js';
import MentorshipScreen from '../../features/mentorship/mentorship.screen.js';

const GOAL = {
  ...{ goal: 'g', mentorship: 's', mentee: 'ben', tag: null, statements: ['eng-ts-7'], due: null, status: 'open', achieved: null },
  ...{ agreedAt: '2026-03-03T09:00:00.000Z', carriedOnAt: null, description: { title: 'A calm start', why: '', success: '' }, steps: [] },
};
const sent = (hub: SmallHub) => hub.commands().map(({ type, data }) => ({ type, ...(data as Record<string, unknown>) }));
async function open(hub: SmallHub, goal: object = {}, rows: Parameters<typeof seed>[1] = []) {
  seed(hub, [['mentorship', 's', { ...PAIR, meetingsHeld: 2, lastMetOn: '2026-03-03' }], ['goal', 'g', { ...GOAL, ...goal }], ...rows]);
  await openScreen(hub, MentorshipScreen, '/mentorships/:id', '/mentorships/s');
  return within(await screen.findByRole('article', { name: 'A calm start' }));
}

afterEach(() => replica().close());

describe('the standards of a goal', () => {
  test('are shown with code and words, and removed by the mentee, whose goal it is', async () => {
    const hub = smallHub();
    const goal = await open(hub);
    expect((await goal.findByRole('list', { name: 'Standards linked to A calm start' })).textContent).toMatch(/^\S+ Manage behaviour/);
    fireEvent.click(goal.getByRole('button', { name: /^Change standards/ }));
    fireEvent.click(await goal.findByRole('button', { name: /^Remove/ }));
    fireEvent.click(goal.getByRole('button', { name: 'Save standards' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'LinkGoal', mentorship: 's', goal: 'g', statements: [] }]));
  });

  test('are only read by the mentor', async () => {
    const goal = await open(smallHub(), { mentee: 'asha' });
    expect(await goal.findByRole('list', { name: 'Standards linked to A calm start' })).toBeTruthy();
    expect(goal.queryByRole('button', { name: /standards/ })).toBeNull();
  });
});

describe('the standards of actions and feedback', () => {
  const at = '2026-03-03T09:00:00.000Z';
  const action = (owner: string) =>
    ({
      action: `a-${owner}`,
      meeting: 'm',
      mentorship: 's',
      by: 'asha',
      owner,
      title: `For ${owner}`,
      due: null,
      done: 'no',
      kept: false,
      statements: [],
      agreedAt: at,
      doneAt: null,
    }) as const;
  const feedback = (from: string, to: string) =>
    ({ feedback: `f-${from}`, mentorship: 's', from, to, saw: `From ${from}`, nextStep: '', statements: [], at }) as const;

  test('are chosen by the owner of the action and by the author of the feedback, and by them alone', async () => {
    await open(smallHub(), {}, [
      ['action', 'a-ben', action('ben')],
      ['action', 'a-asha', action('asha')],
      ['feedback', 'f-ben', feedback('ben', 'asha')],
      ['feedback', 'f-asha', feedback('asha', 'ben')],
    ]);
    expect(await screen.findByRole('button', { name: /^Link standards ?: For ben$/ })).toBeTruthy();
    expect(await screen.findAllByRole('button', { name: /^Link standards ?: this feedback$/ })).toHaveLength(1);
    expect(screen.queryByRole('button', { name: /For asha$/, description: /standards/ })).toBeNull();
    expect(screen.getAllByRole('button', { name: /^(Link|Change) standards/ })).toHaveLength(3);
  });
});
