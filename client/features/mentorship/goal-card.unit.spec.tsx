import { screen } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { open } from './testing.js';

afterEach(() => replica().close());

test('of a goal that was deleted with an account nothing is said but that', async () => {
  const goal = {
    ...{ goal: 'g', mentee: 'asha', description: { title: '', why: '', success: '' }, tag: null, statements: ['eng-hts'] },
    ...{ due: '2026-02-06', status: 'open', agreedAt: '2026-01-05T09:00:00.000Z', carriedOnAt: null, achieved: null },
    steps: [{ step: 't1', title: '', done: null }],
  };
  await open(smallHub(), { status: 'ended', endedAt: '2026-07-06T09:00:00.000Z' }, [['goal', 'g', goal]]);
  const card = await screen.findByRole('article', { name: 'Deleted goal' });
  expect(card.textContent).toContain('It was deleted with its author’s account.');
  expect(card.textContent).not.toMatch(/Deleted step|6 February|eng-hts/);
});
