import { isLikeName, isSameName, readName, shareWord } from './like-names.js';

const like = (one: string, other: string): boolean => isLikeName(readName(one), readName(other));
const same = (one: string, other: string): boolean => isSameName(readName(one), readName(other));
const atOneAddress = (one: string, other: string, town?: string): boolean => shareWord(readName(one), readName(other), town);

describe('the likeness of two names of schools', () => {
  test.each([
    ['Hilltop Primary', 'Hilltop Primary School'],
    ['Hilltop', 'Hilltop Academy'],
    ['St Mary’s CE Primary School', "St Mary's Church of England Primary School"],
    ['Saint Marys C of E (VA) Primary', "St. Mary's CofE Voluntary Aided Primary School"],
    ['St Mary’s C.E. Primary School', 'St Mary’s Primary School'],
    ['St Joseph’s RC High School', 'St Joseph’s Roman Catholic Secondary School'],
    ['SS Peter & Paul Catholic Primary', 'Saints Peter and Paul R.C. Primary School'],
    ['Oak & Ash Academy', 'Oak and Ash Academy'],
    ['The Beeches School', 'Beeches School'],
    ['Moor Junior and Infant School', 'Moor Primary School'],
    ['Moor JMI School', 'Moor Primary'],
    ['Moor Infants', 'Moor Infant School'],
    ['Ysgol Gynradd Llanfair', 'Llanfair Primary School'],
    ['Ysgol Gyfun y Bont', 'Ysgol Y Bont'],
    ['Ysgol Eglwys yng Nghymru Dewi Sant', 'Dewi Sant Church in Wales School'],
    ['Vale Trust', 'Vale Multi-Academy Trust Limited'],
    ['Stoke-on-Trent College', 'Stoke on Trent College'],
    ['High Moor School', 'High Moor Primary School'],
    ['The Primary School', 'The Primary School'],
  ])('%s and %s may be one', (one, other) => {
    expect([like(one, other), like(other, one)]).toEqual([true, true]);
  });

  test('a school for boys and one for girls on one site are two', () => {
    const [boys, girls] = ['King Edward VI Camp Hill School for Boys', 'King Edward VI Camp Hill School for Girls'];
    expect([like(boys, girls), same(boys, girls), atOneAddress(boys, girls)]).toEqual([false, false, false]);
    expect([like(boys, 'Camp Hill King Edward VI'), same(boys, boys)]).toEqual([true, true]);
  });

  test.each([
    ['Moor Infant School', 'Moor Junior School'],
    ['Moor Primary School', 'Moor Junior School'],
    ['Moor Primary School', 'Moor Nursery School'],
    ['Moor Primary School', 'Moor High School'],
    ['St Mary’s CE Primary School', 'St Mary’s Catholic Primary School'],
    ['St Mary’s Primary School', 'St John’s Primary School'],
    ['High Moor School', 'Moor School'],
    ['North Moor School', 'South Moor School'],
    ['Hilltop Primary School', 'Riverside Academy'],
    ['The Primary School', 'The Community School'],
    ['Northern Education Trust', 'Northern Learning Trust'],
    ['Ysgol Gynradd Llanfair', 'Ysgol Uwchradd Llanfair'],
  ])('%s and %s are two', (one, other) => {
    expect([like(one, other), like(other, one)]).toEqual([false, false]);
  });

  test('is the same where neither says more', () => {
    expect([same('Hilltop Primary', 'Hilltop Primary School'), same('Hilltop School', 'Hilltop Primary School')]).toEqual([true, false]);
    expect([same('St Mary’s CE School', 'St Mary’s School'), same('St Mary’s CE School', 'St Marys C of E School')]).toEqual([false, true]);
  });
});

describe('two at one address', () => {
  test.each([
    ['Hilltop Primary', 'Hilltop Church Academy', undefined],
    ['St Mary’s CE Primary School', 'St Mary and St John Primary School', undefined],
    ['Moor Lane School', 'Otley Moor Lane School', 'Otley'],
    ['Moor School', 'Moor Nursery School', undefined],
    ['Otley School', 'Otley Moor School', 'Otley'],
    ['The Nursery School', 'The Nursery School', undefined],
  ] as const)('%s and %s may be one', (one, other, town) => {
    expect([atOneAddress(one, other, town), atOneAddress(other, one, town)]).toEqual([true, true]);
  });

  test.each([
    ['Moor Infant School', 'Moor Junior School', undefined],
    ['Moor Primary School', 'Moor Nursery School', undefined],
    ['Hilltop School', 'Riverside Academy', undefined],
    ['St Mary’s School', 'St John’s School', undefined],
    ['Leeds Arts Academy', 'Leeds Riverside School', 'Leeds'],
    ['Primary School', 'Riverside Primary School', undefined],
  ] as const)('%s and %s are two', (one, other, town) => {
    expect([atOneAddress(one, other, town), atOneAddress(other, one, town)]).toEqual([false, false]);
  });
});
