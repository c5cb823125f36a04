import {
  calledApart,
  calledName,
  count,
  dayAfter,
  dayOf,
  daysBetween,
  greeting,
  initials,
  sayDay,
  sayDayNear,
  sayMinutes,
  sayOnDay,
  sayTime,
  timeOf,
  tintOf,
} from './words.js';

test('two people who are called the same are told apart by their whole names, and only they', () => {
  const [one, other, ines] = [
    { id: '1', name: 'Asha Rahman', called: 'Asha' },
    { id: '2', name: 'Ásha Patel', called: 'Ásha' },
    { id: '3', name: 'Ines Barker', called: 'Ines' },
  ];
  const all = [one, other, ines] as never;
  expect([one, other, ines].map((who) => calledApart(who, all))).toEqual(['Asha Rahman', 'Ásha Patel', 'Ines']);
  expect(calledApart(one, [one, ines] as never)).toBe('Asha');
  expect(calledApart(undefined, all)).toBe('');
});

describe('days and times in words', () => {
  test('a day is said in full, with its year only when it is another', () => {
    expect(sayDay('2026-03-06', '2026-03-01')).toBe('Friday 6 March');
    expect(sayDay('2025-11-14', '2026-03-01')).toBe('Friday 14 November 2025');
  });

  test('days nearby have names of their own', () => {
    expect(['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'].map((day) => sayDayNear(day, '2026-03-06'))).toEqual([
      'yesterday',
      'today',
      'tomorrow',
      'Sunday 8 March',
    ]);
    expect(['2026-03-07', '2026-03-12', '2026-03-13', '2026-03-01'].map((day) => sayOnDay(day, '2026-03-06'))).toEqual([
      'tomorrow',
      'on Thursday',
      'on Friday 13 March',
      'on Sunday 1 March',
    ]);
  });

  test('clock changes move neither a day nor a time of the school', () => {
    expect([dayOf('2026-03-28T23:30:00.000Z'), timeOf('2026-03-28T15:40:00.000Z')]).toEqual(['2026-03-28', '15:40']);
    expect([dayOf('2026-03-29T23:30:00.000Z'), timeOf('2026-03-29T14:40:00.000Z')]).toEqual(['2026-03-30', '15:40']);
    expect([daysBetween('2026-03-28', '2026-03-30'), dayAfter('2026-10-24', 2)]).toEqual([2, '2026-10-26']);
  });

  test('times and lengths are said as GOV.UK writes them', () => {
    expect(['15:40', '08:00', '12:05', '00:30'].map(sayTime)).toEqual(['3:40pm', '8am', '12:05pm', '12:30am']);
    expect([45, 60, 80, 125].map(sayMinutes)).toEqual(['45 minutes', '1 hour', '1 hour 20 minutes', '2 hours 5 minutes']);
    expect(['2026-01-09T11:59:00.000Z', '2026-01-09T12:00:00.000Z', '2026-07-09T17:00:00.000Z'].map(greeting)).toEqual([
      'Good morning',
      'Good afternoon',
      'Good evening',
    ]);
  });
});

describe('people in words', () => {
  test('initials come from the first and the last name, accents and all', () => {
    expect(['Asha Rahman', 'Élodie van der Berg', 'Cher', '  '].map(initials)).toEqual(['AR', 'ÉB', 'C', '?']);
  });

  test('tints are steady and use all eight', () => {
    const tints = Array.from({ length: 400 }, (_, index) => tintOf(`person-${index}`));
    expect(new Set(tints)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(tintOf('asha-rahman')).toBe(tintOf('asha-rahman'));
  });

  test('one is a word, more are figures', () => {
    expect([count(1, 'pair'), count(3, 'pair'), count(2, 'person', 'people')]).toEqual(['one pair', '3 pairs', '2 people']);
  });
});

test('a person is called what they asked for, and their letters come without marks of direction', () => {
  expect(calledName({ name: 'Nguyễn Thị Hạnh' })).toBe('Nguyễn Thị Hạnh');
  expect(calledName({ name: 'Ann Ray', called: 'Mrs Ray' })).toBe('Mrs Ray');
  expect(calledName({ name: 'مريم حداد', called: 'مريم' })).toBe('\u2068مريم\u2069');
  expect(calledName(undefined)).toBe('');
  expect(initials('\u2068مريم حداد\u2069')).toBe('مح');
});
