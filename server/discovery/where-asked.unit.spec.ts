import { METRES_PER_MILE } from '@alongside/domain/uk/national-grid.js';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { KnownPlaces } from './known-places.js';
import { whereAsked, type OwnPlace, type WhereChosen } from './where-asked.js';

const NOTHING: WhereChosen = { near: '', within: '' };
const known = new KnownPlaces([
  { name: 'North School', town: 'Great Harding', area: 'Harding', postcode: 'S10 2TN', easting: 400_000, northing: 300_000 },
  { name: 'South School', town: 'Little Harding', area: 'Harding', easting: 400_000, northing: 240_000 },
]);
const OWN: OwnPlace = { name: 'My Own School', point: { easting: 1_000, northing: 2_000 } };
const asked = (typed: string, chosen = NOTHING, own: OwnPlace | undefined = OWN) =>
  whereAsked(
    typed,
    chosen,
    () => known,
    () => own,
  );
const miles = (count: number) => count * METRES_PER_MILE;

describe('where mentors are looked for', () => {
  test('is a place that was typed, 20 miles around unless it says otherwise', () => {
    expect(asked('maths near:great harding')).toEqual({
      text: 'maths',
      circle: { easting: 400_000, northing: 300_000, metres: miles(20) },
      where: { said: 'great harding', raw: ['near:great harding'], label: 'Great Harding', amount: 20, unit: 'miles' },
    });
    expect(asked('near:S10 2TN within:30km')).toMatchObject({
      text: '',
      circle: { metres: 30_000 },
      where: { raw: ['near:S10 2TN', 'within:30km'], amount: 30, unit: 'km' },
    });
  });

  test('is the own workplace by name, or where only a distance is said', () => {
    for (const typed of ['near:me', 'near:my school', 'near:"My School"', 'NEAR:Me', 'within:20'])
      expect([typed, asked(typed)]).toMatchObject([
        typed,
        { text: '', where: { said: 'me', label: 'My Own School' }, circle: { ...OWN.point, metres: miles(20) } },
      ]);
  });

  test('is said where the own workplace is nowhere on the map, or there is none', () => {
    expect(asked('near:me', NOTHING, { name: 'My Own School' })).toEqual({
      text: '',
      where: { said: 'me', raw: ['near:me'], label: 'My Own School', missing: 'not-on-map', amount: 20, unit: 'miles' },
    });
    const none = whereAsked(
      'within:5',
      NOTHING,
      () => known,
      () => undefined,
    );
    expect([none.where?.missing, none.circle]).toEqual(['no-workplace', undefined]);
  });

  test('is not known where its name is not, and is left out whole', () => {
    expect(asked('near:West Yorkshire KS3 Maths')).toMatchObject({
      text: 'KS3 Maths',
      where: { said: 'West Yorkshire', raw: ['near:West Yorkshire'], missing: 'unknown' },
    });
    expect(asked('near:zebra Harding')).toMatchObject({ text: 'Harding', where: { said: 'zebra' } });
    expect(asked('near:zebra ks3')).toEqual({
      text: 'ks3',
      where: { said: 'zebra', raw: ['near:zebra'], missing: 'unknown', amount: 20, unit: 'miles' },
    });
    expect(asked('ks3', { near: 'zebra', within: '5' })).toMatchObject({ text: 'ks3', where: { raw: [], missing: 'unknown' } });
  });

  test('a distance that is none is searched as words, and changes no place', () => {
    expect(asked('within:ages')).toEqual({ text: 'ages', unknownDistance: 'ages' });
    expect(asked('near:S10 within:ages')).toMatchObject({
      text: 'ages',
      unknownDistance: 'ages',
      where: { raw: ['near:S10'], amount: 20 },
    });
  });

  test('what is typed goes before what was chosen, each by itself', () => {
    expect(asked('', { near: 'Great Harding', within: '50' })).toMatchObject({ where: { said: 'Great Harding', raw: [], amount: 50 } });
    expect(asked('within:5', { near: 'Great Harding', within: '50' })).toMatchObject({
      where: { said: 'Great Harding', raw: ['within:5'], amount: 5 },
    });
    expect(asked('near:me', { near: 'Great Harding', within: '50' })).toMatchObject({ where: { said: 'me', amount: 50 } });
    expect(asked('', { near: '', within: '10' })).toMatchObject({ where: { said: 'me', amount: 10 } });
    expect(asked('', { near: 'me', within: 'far' })).toMatchObject({ where: { said: 'me', amount: 20 } });
    expect(asked('x', { near: ' ', within: 'far' })).toEqual({ text: 'x' });
  });

  test('a place whose institutions lie apart says so', () => {
    expect(asked('near:harding').where?.spread).toEqual({ institutions: 2, miles: 19 });
  });

  test('the map is read only where a place is named', () => {
    const never = () => {
      throw new Error('It was read.');
    };
    expect(whereAsked('maths subject:art', NOTHING, never, never)).toEqual({ text: 'maths subject:art' });
  });

  test('nothing typed throws, and a circle is always one', () => {
    const number = numbersFrom(76);
    const parts = [
      'near:',
      'within:',
      '"',
      '“',
      ' ',
      'S10',
      '2TN',
      'me',
      'my',
      'school',
      '20',
      'km',
      'harding',
      'ages',
      '\u0000',
      '🎯',
      '\ud800',
      ',',
      '-',
      '0',
    ];
    const one = () => Array.from({ length: Math.floor(number() * 8) }, () => parts[Math.floor(number() * parts.length)]).join('');
    for (let turn = 0; turn < 4_000; turn += 1) {
      const { circle } = asked(one(), { near: one(), within: one() });
      expect(Object.values(circle ?? {}).every(Number.isFinite)).toBe(true);
    }
  });
});
