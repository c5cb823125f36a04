import { z } from 'zod';
import { personId, type PersonId } from './brand.js';
import { event, line, mapPersonal, maybeLine, personal, personalPlacesOf, personalValuesOf, prose } from './catalogue.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const item = z.object({ by: personId, words: personal(z.string(), 'by', '') });
const places = personalPlacesOf(
  event(
    z.object({
      person: personId,
      about: personal(z.string(), 'person', 'Nobody'),
      note: personal(z.string().optional(), 'actor', ''),
      items: z.array(item),
      kept: z.array(z.string()),
    }),
  ),
);
const data = {
  ...{ person: ben, about: 'Calm', note: 'Hello', kept: ['a'] },
  items: [
    { by: asha, words: 'Hers' },
    { by: ben, words: 'His' },
  ],
};
const erased = (one: object, whose: PersonId) =>
  mapPersonal(places, one, cleo, ({ owner, value, erased: stead }) => (owner === whose ? stead : value));

describe('[R9] what is personal in an event', () => {
  test('is known by where it stands and whose it is: a field of its own, of whoever acted, or of each item of a list', () => {
    expect(personalValuesOf(places, data, cleo).map(({ at, owner, value }) => [at, owner, value])).toEqual([
      ['about', ben, 'Calm'],
      ['note', cleo, 'Hello'],
      ['items.0.words', asha, 'Hers'],
      ['items.1.words', ben, 'His'],
    ]);
  });

  test('is erased with its owner, and the words of others stay', () => {
    expect(erased(data, ben)).toEqual({ ...data, about: 'Nobody', items: [data.items[0], { by: ben, words: '' }] });
    expect(erased(data, cleo)).toEqual({ ...data, note: '' });
    expect(data.about).toBe('Calm');
  });

  test('may be absent, with a list of it too', () => {
    const { items: _, note: __, ...less } = data;
    expect(erased(less, ben)).toEqual({ ...less, about: 'Nobody' });
    expect(personalValuesOf(places, less, cleo)).toHaveLength(1);
  });

  test('belongs to somebody, or is refused', () => {
    expect(() => erased({ ...data, person: null }, ben)).toThrow('names its owner in person');
    expect(() => erased({ ...data, items: [{ words: 'Whose?' }] }, ben)).toThrow('names its owner in by');
  });
});

describe('a line that people type', () => {
  const said = (schema: z.ZodType, typed: string) => schema.safeParse(typed).error?.issues.map(({ message }) => message);

  test('is cleaned and trimmed, and neither empty nor too long nor of two lines', () => {
    expect(line(5, 'The name').parse(' Ann\u200b ')).toBe('Ann');
    expect(said(line(5, 'The name'), ' ')).toEqual(['Enter the name.']);
    expect(said(line(5), '')).toEqual(['Enter a value.']);
    expect(said(line(5, 'The name'), 'Ann Ray')).toEqual(['The name must be 5 characters or fewer.']);
    expect(said(line(9, 'The name'), 'Ann\nRay')).toEqual(['The name must be on one line.']);
  });

  test('may be empty where nothing need be said, and longer writing may have lines', () => {
    expect(maybeLine(5).parse('  ')).toBe('');
    expect(said(maybeLine(5), 'a\nb')).toEqual(['This must be on one line.']);
    expect(prose(9).parse('Ann\r\nRay')).toBe('Ann\nRay');
    expect(said(prose(5, 'Your note'), 'Ann Ray')).toEqual(['Your note must be 5 characters or fewer.']);
  });
});
