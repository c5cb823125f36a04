import { addressOf, pathOf, questionIn, rowsIn, sayCount, withValue, type Question } from './question.js';

const nothing: Question = { text: '', chosen: {}, free: false };

describe('what is looked for', () => {
  test('goes into the address and comes back the same', () => {
    const question: Question = {
      text: 'maths lead',
      chosen: { subject: ['sub-mathematics'], weekday: ['tuesday', 'friday'] },
      free: true,
      near: { of: 'S10 2TN', within: '30km' },
    };
    const search = new URLSearchParams(addressOf(question));
    const params = Object.fromEntries(
      [...new Set(search.keys())].map((key) => [key, search.getAll(key).length > 1 ? search.getAll(key) : (search.get(key) ?? '')]),
    );
    expect(questionIn(params)).toEqual(question);
  });

  test('nothing asked leaves the address bare', () => {
    expect(addressOf(nothing)).toBe('');
    expect(questionIn({})).toEqual(nothing);
  });

  test('a distance alone is from the own school, a place alone 20 miles', () => {
    expect([questionIn({ within: '5' }).near, questionIn({ near: 'Leeds' }).near]).toEqual([
      { of: 'me', within: '5' },
      { of: 'Leeds', within: '20' },
    ]);
  });

  test('facets repeat in what the hub is asked, and what the page does not know is not passed on', () => {
    const question = questionIn({ phase: ['ph-ks3', 'ph-ks4', 'ph-ks3'], colour: 'red' });
    expect(pathOf(question, 20)).toBe('/api/directory?phase=ph-ks3&phase=ph-ks4&limit=20');
  });

  test('ticking and unticking are each other’s opposite, and an empty facet is gone', () => {
    const ticked = withValue(withValue(nothing, 'phase', 'ph-ks3', true), 'phase', 'ph-ks4', true);
    expect(ticked.chosen).toEqual({ phase: ['ph-ks3', 'ph-ks4'] });
    expect(withValue(withValue(ticked, 'phase', 'ph-ks3', false), 'phase', 'ph-ks4', false)).toEqual(nothing);
    expect(withValue(ticked, 'phase', 'ph-ks3', true).chosen.phase).toHaveLength(2);
  });

  test('whole pages are shown, whatever the address says, and no more than can be read', () => {
    expect(['40', '41', '100', '900', '0', '-20', 'x', '', undefined].map((show) => rowsIn({ show }))).toEqual([
      ...[40, 60, 100, 100],
      ...[20, 20, 20, 20, 20],
    ]);
  });

  test('numbers are said with their noun', () => {
    expect([0, 1, 1234].map((total) => sayCount(total, true))).toEqual(['No mentors match', 'One mentor', '1,234 mentors']);
  });
});
