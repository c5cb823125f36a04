import type { Day, Instant, PersonId } from '../kernel/brand.js';
import { given } from '../testing/given.js';
import type { SuggestionsCommand } from './suggestions.commands.js';
import { LISTS_LIMIT_A_DAY, suggestions } from './suggestions.decider.js';
import { list, type SuggestionsEvent } from './suggestions.events.js';

const data = (...mentors: string[]): SuggestionsCommand['data'] => ({
  person: 'ben' as PersonId,
  ranking: 'rules-1',
  weights: { expertise: 0.6, context: 0.4 },
  through: '42',
  shown: mentors.map((mentor) => ({ mentor: mentor as PersonId, score: 0.5, propensity: 1 })),
});
const show = (on: string, said: SuggestionsCommand['data']): SuggestionsCommand => ({
  type: 'NoteSuggestionsShown',
  by: 'ben' as PersonId,
  at: `${on}T09:00:00.000Z` as Instant,
  on: on as Day,
  data: said,
});
const shown = (on: string, said: SuggestionsCommand['data']): SuggestionsEvent => ({
  type: 'SuggestionsShown',
  data: { ...said, on: on as Day },
});
const list1 = data('asha', 'cleo');

describe('a list of suggestions that was on the screen', () => {
  test('is noted with all that reproduces it', () => {
    given(suggestions, []).when(show('2026-03-06', list1)).happens(shown('2026-03-06', list1));
  });

  test('is noted once a day, however often it is seen and however far the log has gone', () => {
    const today = [shown('2026-03-06', list1)];
    given(suggestions, today)
      .when(show('2026-03-06', { ...list1, through: '99' }))
      .happens();
    given(suggestions, today).when(show('2026-03-07', list1)).happens(shown('2026-03-07', list1));
    const both = [...today, shown('2026-03-06', data('dee'))];
    given(suggestions, both).when(show('2026-03-06', list1)).happens();
  });

  test('is another list in another order, with other weights or by another ranking', () => {
    const others: SuggestionsCommand['data'][] = [
      data('cleo', 'asha'),
      { ...list1, mustHaves: ['near'] },
      { ...list1, alike: { mentor: 'dee' as PersonId, but: 'nearer' } },
      { ...list1, weights: { expertise: 1 } },
      { ...list1, ranking: 'model-3' },
    ];
    for (const other of others)
      given(suggestions, [shown('2026-03-06', list1)])
        .when(show('2026-03-06', other))
        .happens(shown('2026-03-06', other));
  });

  test('a slider that is moved all day fills no log', () => {
    const many = Array.from({ length: LISTS_LIMIT_A_DAY }, (_, index) => shown('2026-03-06', data(`m${index}`)));
    given(suggestions, many)
      .when(show('2026-03-06', data('asha')))
      .happens();
    given(suggestions, many)
      .when(show('2026-03-07', data('asha')))
      .happens(shown('2026-03-07', data('asha')));
  });

  test('names each person once, and holds no sentence', () => {
    expect(list.safeParse(data('asha', 'asha')).success).toBe(false);
    expect(list.safeParse({ ...list1, ranking: 'A ranking with words' }).success).toBe(false);
    expect(list.safeParse(data()).success).toBe(false);
    expect(list.safeParse(list1).success).toBe(true);
  });
});
