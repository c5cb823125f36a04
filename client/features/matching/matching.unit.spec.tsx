import { screen } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen } from '../../shared/testing.js';
import { suggestions } from '../find/examples.js';
import Matching from './matching.screen.js';

const ranked = {
  ranking: 'rules-2',
  weights: { expertise: 0.25, goals: 0.15, context: 0.2, availability: 0.2, 'ways-of-working': 0.05, proximity: 0.15, learned: 0 },
  through: '42',
};

afterEach(() => replica().close());

describe('how matching works', () => {
  test('says what each part compares, and how much it counts on this hub', async () => {
    await openScreen(smallHub(), () => <Matching />, '/', '/', { '/api/suggestions': suggestions({ ranked }) });
    const part = (await screen.findByText('What they can help with')).closest('div');
    expect(part?.textContent).toMatch(/25%Whether a mentor offers what you want to learn/);
    expect(screen.getAllByText(/^\d+%$/).map(({ textContent }) => textContent)).toEqual(['25%', '15%', '20%', '20%', '5%', '15%', '0%']);
    expect(screen.getByText('What has helped other pairs').closest('div')?.textContent).toContain('We do not use this yet');
  });

  test('what each part counts comes to 100, also beside what a model learned', async () => {
    const each = 0.64;
    const weights = Object.fromEntries(
      Object.entries(ranked.weights).map(([part, share]) => [part, share * each]),
    ) as typeof ranked.weights;
    const learned = { ...ranked, weights: { ...weights, learned: 1 - each } };
    await openScreen(smallHub(), () => <Matching />, '/', '/', { '/api/suggestions': suggestions({ ranked: learned }) });
    await screen.findByText('What they can help with');
    const shown = screen.getAllByText(/^\d+%$/).map(({ textContent }) => Number.parseInt(textContent ?? '', 10));
    expect(Object.values(learned.weights).reduce((sum, share) => sum + Math.round(share * 100), 0)).toBe(101);
    expect(shown.reduce((sum, share) => sum + share, 0)).toBe(100);
  });

  test('is read without the weights where the hub cannot be reached', async () => {
    await openScreen(smallHub(), () => <Matching />, '/', '/', {});
    expect(await screen.findByText('We could not load how much each part counts')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'What we never use' })).toBeTruthy();
  });
});
