import { METRES_PER_MILE } from '@alongside/domain/uk/national-grid.js';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { KnownPlaces, type PlacedInstitution } from './known-places.js';

/** A mile and a little, so that the middle of two is a whole number. */
const STEP_METRES = 1_610;
const mile = (east: number, north = 0) => ({ easting: east * STEP_METRES, northing: north * STEP_METRES });
const SCHOOLS: readonly PlacedInstitution[] = [
  { name: 'High Green School', town: 'Sheffield', area: 'Sheffield', postcode: 'S10 2TN', ...mile(0) },
  { name: 'Brook Academy', town: 'Sheffield', area: 'Sheffield', postcode: 's102ab', ...mile(2) },
  { name: 'St Mary’s Primary School', town: 'Sheffield', area: 'Sheffield', postcode: 'S1 4QF', ...mile(0, 4) },
  { name: 'St Mary’s Primary School', town: 'Newport', area: 'Isle of Wight', postcode: 'PO30 1AA', ...mile(0, -200) },
  { name: 'Newport High', town: 'Newport', area: 'Shropshire', postcode: 'TF10 7AA', ...mile(-60, -60) },
  { name: 'Newport Low', town: 'Newport', area: 'Shropshire', ...mile(-60, -62) },
  { name: 'Great Glen School', town: 'Fort Augustus', area: 'Highland', ...mile(0, 300) },
  { name: 'Far Point School', town: 'Thurso', area: 'Highland', ...mile(0, 380) },
  { name: 'Sheffield Street School', town: 'Leeds', area: 'Leeds', ...mile(0, 33) },
];
const known = new KnownPlaces(SCHOOLS);
const named = (said: string, from?: { easting: number; northing: number }) => known.named(said, from);

describe('what a hub’s own institutions know of the map', () => {
  test('a postcode is where its institutions are; what is not known of it is said, and the most that is known taken', () => {
    for (const said of ['S10 2TN', 's102tn', ' S10  2tn '])
      expect(named(said)).toMatchObject({ label: 'S10 2TN', middle: mile(0), institutions: 1, others: [] });
    expect(named('S10')).toMatchObject({ label: 'S10', middle: mile(1), institutions: 2 });
    expect(named('S1')).toMatchObject({ label: 'S1', middle: mile(0, 4) });
    expect(named('S10 2XX')).toMatchObject({ label: 'S10 2XX', partOf: 'S10 2', middle: mile(1) });
    expect(named('S10 9XX')).toMatchObject({ label: 'S10 9XX', partOf: 'S10', middle: mile(1) });
    expect([named('M1'), named('M1 1AA'), named('P10'), named('S')]).toEqual([undefined, undefined, undefined, expect.anything()]);
    for (const said of ['S12', 'S12 1AA'])
      expect(named(said)).toMatchObject({ label: said, partOf: 'the postcodes that begin with S', institutions: 3, others: [] });
    expect(named('S10 2TN')).not.toHaveProperty('partOf');
  });

  test('a town, an area and a school are known by name, whatever the case and punctuation', () => {
    expect(named('SHEFFIELD')).toMatchObject({ label: 'Sheffield', institutions: 3, others: [] });
    expect(named('brook academy')).toMatchObject({ label: 'Brook Academy', middle: mile(2) });
    expect(named('shropshire')).toMatchObject({ label: 'Shropshire', middle: mile(-60, -61), institutions: 2 });
    // As it stands before what only begins so.
    expect(named('leeds')).toMatchObject({ label: 'Leeds', institutions: 1 });
    expect(named('shef')).toMatchObject({ label: 'Sheffield', institutions: 3 });
    expect([named('zebra'), named(''), named('***')]).toEqual([undefined, undefined, undefined]);
  });

  test('two places of one name are never their middle: one is taken, and the others are said', () => {
    expect(named('Newport')).toMatchObject({
      label: 'Newport, Shropshire',
      middle: mile(-60, -61),
      institutions: 2,
      others: ['Newport, Isle of Wight'],
    });
    expect(named('Newport', mile(0, -190))).toMatchObject({ label: 'Newport, Isle of Wight', others: ['Newport, Shropshire'] });
    expect(named('st marys primary school', mile(0))).toMatchObject({
      label: 'St Mary’s Primary School, Sheffield',
      middle: mile(0, 4),
      others: ['St Mary’s Primary School, Newport'],
    });
  });

  test('each of those can be named, and none is where nothing is', () => {
    expect(named('newport, isle of wight')).toMatchObject({ middle: mile(0, -200), institutions: 1 });
    expect(named('St Mary’s Primary School, Sheffield')).toMatchObject({ middle: mile(0, 4) });
    expect(known.isName('Newport, Isle of Wight')).toBe(true);
    expect([known.isName('Newport, Kent'), known.isName('Newp'), known.isName('great glen school')]).toEqual([false, false, true]);
  });

  test('of a wide area it is known how far its institutions lie apart', () => {
    expect(named('Highland')).toMatchObject({ middle: mile(0, 340), institutions: 2 });
    expect(Math.round((named('Highland')?.farthestMetres ?? 0) / METRES_PER_MILE)).toBe(40);
  });

  test('towns and areas are offered, each once', () => {
    expect(known.offered()).toEqual([
      ...['Fort Augustus', 'Highland', 'Isle of Wight', 'Leeds', 'Newport', 'Sheffield', 'Shropshire', 'Thurso'],
    ]);
  });

  test('an example is a place that can be typed: most schools have it', () => {
    expect([known.example, new KnownPlaces([]).example]).toEqual(['S10', undefined]);
    const withoutCodes = new KnownPlaces(SCHOOLS.map((one) => ({ ...one, postcode: '' })));
    expect(withoutCodes.example).toBe('Newport');
    for (const one of [known, withoutCodes]) expect(one.named(one.example ?? '')?.partOf).toBeUndefined();
  });

  test('nothing typed throws', () => {
    const number = numbersFrom(75);
    const parts = [
      'S10',
      '2TN',
      'st',
      ' ',
      ',',
      '’',
      '',
      '\u0000',
      '\ud800',
      '(',
      '[',
      '\\',
      'é',
      '🎯',
      'Newport',
      '\n',
      'constructor',
      '__proto__',
    ];
    for (let turn = 0; turn < 3_000; turn += 1) {
      const said = Array.from({ length: 1 + Math.floor(number() * 6) }, () => parts[Math.floor(number() * parts.length)]).join('');
      const place = known.named(said);
      const isSomewhere = !place || SCHOOLS.some((one) => Math.abs(one.northing - place.middle.northing) < 45 * METRES_PER_MILE);
      // A postcode is a name, known or not.
      expect([said, isSomewhere, typeof known.isName(said)]).toEqual([said, true, 'boolean']);
    }
  });
});
