import { searchesCommands } from '@alongside/domain/searches/searches.commands.js';
import type { DirectoryAnswer } from './answer.js';
import { questionIn } from './question.js';
import { canBeSaved, nameOf, savedAs } from './saved.js';

const answer: DirectoryAnswer = {
  hits: [],
  total: 0,
  facets: {
    subject: [
      { value: 'sub-maths', label: 'Mathematics', count: 1 },
      { value: 'sub-drama', label: 'Drama', count: 1 },
    ],
  },
};
const asked = (address: string) => {
  const params = new URLSearchParams(address);
  return questionIn(Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)])));
};
const where: DirectoryAnswer['where'] = { said: 'Sheffield', amount: 20, unit: 'miles', raw: [], label: 'Sheffield' };

describe('a search that is saved', () => {
  test('is one search, in whatever order its filters were ticked', () => {
    expect(savedAs(asked('q=behaviour&subject=sub-maths&subject=sub-drama'))).toBe(
      savedAs(asked('subject=sub-drama&subject=sub-maths&q=behaviour')),
    );
    expect(savedAs(asked(''))).toBe('');
  });

  test('opens as the same question', () => {
    const address = 'q=caf%C3%A9+%22a+b%22&subject=sub-drama&free=1&near=S10+2TN&within=20&words=1';
    expect(savedAs(asked(address))).toBe(address);
    expect(savedAs(asked(savedAs(asked(address))))).toBe(address);
  });

  test.each([
    ['q=behaviour', answer, 'behaviour'],
    ['q=behaviour&subject=sub-maths&subject=sub-drama&free=1', answer, 'behaviour, Mathematics or Drama, has space'],
    ['q=behaviour&near=Sheffield&within=20', { ...answer, where }, 'behaviour, within 20 miles of Sheffield'],
    ['near=me&within=5', answer, 'within 5 miles of your school'],
    [
      'q=behaviour+phase:ks3',
      { ...answer, written: [{ facet: 'phase', raw: 'phase:ks3', values: [{ value: 'ph-ks3', label: 'Key stage 3' }] }] },
      'behaviour, Key stage 3',
    ],
    // Nothing was answered yet, or the answer does not know it any more.
    ['subject=sub-gone', undefined, 'sub-gone'],
  ] as const)('is called by its words and filters: %s', (address, given, name) => expect(nameOf(asked(address), given)).toBe(name));

  test('has a name that can be kept, however much is asked', () => {
    const words = 'behaviour '.repeat(30);
    const data = { person: 'ben', search: 's1', name: nameOf(asked(`q=${words}`), answer), asked: savedAs(asked(`q=${words}`)) };
    expect(searchesCommands.SaveSearch.safeParse(data).error).toBeUndefined();
    expect(data.name.endsWith('…')).toBe(true);
  });

  test('can be saved as long as another one is news', () =>
    expect([0, 100, 101].map((total) => canBeSaved({ ...answer, total }))).toEqual([true, true, false]));
});
