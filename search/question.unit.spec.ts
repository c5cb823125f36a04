import { seeded } from '@alongside/domain/testing/seeded.js';
import { readQuestion, withoutFilter } from './question.js';

/** As the hub reads values: by what it knows. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  subject: ['maths', 'physics', 'computer science', 'art'],
  phase: ['ks3', 'ks4', 'key', 'key stage 3'],
  format: ['online', 'in person'],
  trust: ['riverbank', 'riverbank trust', 'north, east'],
  school: ['eastbrook', 'eastbrook academy'],
  job: ['head of year'],
  any: ['maths', 'ks3', 'key stage 3', 'send'],
};
const reads = (kind: string, said: string) => KNOWN[kind]?.includes(said.toLowerCase()) ?? false;
const read = (typed: string) => readQuestion(typed, reads);
const short = (typed: string) => {
  const { filters, unknown, without, text } = read(typed);
  return [
    ...filters.map(({ facet, values, without: not }) => `${not ? '-' : ''}${facet}=${values.join('|')}`),
    ...unknown.map(({ key, values }) => `${key}?${values.join('|')}`),
    ...without.map(({ said }) => `-${said}`),
    text,
  ];
};

describe('what is typed into the search of the directory', () => {
  test('a question has so many values, and so many that are left out, however they are written: each is a search', () => {
    const many = readQuestion(`${'at:s,a,p,c,t,m,h,j,o,b '.repeat(6)}zzzz`);
    expect(many.filters.reduce((sum, { values }) => sum + values.length, 0)).toBe(12);
    const without = readQuestion('-aa:b '.repeat(33));
    expect(without.without).toHaveLength(10);
  });

  test.each([
    ['subject:maths', ['subject=maths', '']],
    ['Asha subject:maths PHASE:ks3 lead', ['subject=maths', 'phase=ks3', 'Asha lead']],
    ['subject: maths', ['subject=maths', '']],
    ['phase:ks3,ks4', ['phase=ks3|ks4', '']],
    ['subject:"religious education" x', ['subject=religious education', 'x']],
    ['trust:“North, East”', ['trust=North, East', '']],
    ['la:sheffield day:tue free:yes format:online', ['area=sheffield', 'weekday=tue', 'free=yes', 'format=online', '']],
    ['help:behaviour', ['expertise=behaviour', '']],
    ['school:Eastbrook at:Northfield', ['school=Eastbrook', 'school=Northfield', '']],
    ['name:Asha job:lead role:head title:x', ['name=Asha', 'job=lead', 'job=head', 'job=x', '']],
  ])('%s is filters, and the rest as it was', (typed, read) => expect(short(typed)).toEqual(read));

  test.each([
    ['trust:Riverbank Trust maths', ['trust=Riverbank Trust', 'maths']],
    ['subject:computer science phase:ks3', ['subject=computer science', 'phase=ks3', '']],
    ['subject:computer lead', ['subject=computer', 'lead']],
    ['phase:key stage 3 lead', ['phase=key stage 3', 'lead']],
    ['meets:in person', ['format=in person', '']],
    ['school:eastbrook academy maths', ['school=eastbrook academy', 'maths']],
    ['job:head of year asha', ['job=head of year', 'asha']],
    ['name:Asha Rahman', ['name=Asha', 'Rahman']],
    ['subject:maths, computer science x', ['subject=maths|computer science', 'x']],
    ['subject:maths or physics x', ['subject=maths|physics', 'x']],
    ['trust:North, East', ['trust=North, East', '']],
    ['subject:maths or zebra', ['subject=maths', 'zebra']],
    ['subject:maths or phase:ks3', ['subject=maths', 'phase=ks3', '']],
  ])('%s goes on for as long as it reads as a value', (typed, read) => expect(short(typed)).toEqual(read));

  test.each([
    ['maths -ks3', ['-ks3', 'maths']],
    ['maths –key stage 3 lead', ['-key stage 3', 'maths lead']],
    ['-subject:maths lead', ['-subject=maths', 'lead']],
    ['phase:ks3 -maths', ['phase=ks3', '-maths', '']],
    ['-"Asha Rahman" x', ['-Asha Rahman', 'x']],
    ['co-ordinator - ks3 -', ['co-ordinator - ks3 -']],
    ['Smith-Jones --x', ['Smith-Jones --x']],
    ['-colour:red', ['-red', '']],
  ])('%s leaves out what has a minus before it', (typed, read) => expect(short(typed)).toEqual(read));

  test.each([
    ['colour:red', ['colour?red', 'red']],
    ['foo:bar maths', ['foo?bar', 'maths bar']],
    ['constructor:x', ['constructor?x', 'x']],
    ['http://subject:x', ['http://subject:x']],
    ['SEND: maths', ['SEND: maths']],
  ])('%s has a key that is none: its words are searched, and those that name something are words', (typed, read) =>
    expect(short(typed)).toEqual(read),
  );

  test.each(['subject:', 'subject: ', ':maths', 'subject::maths', 'my subject:', 'http://subject:x', 'a:b', 'subject:"', 'subject:,'])(
    '%j is no filter and stays as it is',
    (typed) => expect(readQuestion(typed)).toEqual({ filters: [], unknown: [], without: [], text: typed }),
  );

  test('a quote that is not closed takes one word at most', () => expect(short('subject:maths" lead')).toEqual(['subject=maths', 'lead']));

  test('one filter can be taken out again', () => {
    const typed = 'Asha subject:maths phase:ks3';
    expect(readQuestion(typed).filters.map(({ raw }) => withoutFilter(typed, raw))).toEqual(['Asha phase:ks3', 'Asha subject:maths']);
  });

  test('an “or” joins filters of one kind, and is said where it joins nothing', () => {
    expect(read('name:asha or name:ben or  name:cleo maths')).toEqual({
      filters: [{ facet: 'name', values: ['asha', 'ben', 'cleo'], raw: 'name:asha or name:ben or  name:cleo' }],
      unknown: [],
      without: [],
      text: 'maths',
    });
    expect(read('subject:maths or subject:physics').filters).toHaveLength(1);
    for (const typed of [
      'name:asha or subject:maths',
      'name:asha or -name:ben',
      'job:head or zebra',
      'zebra or job:head',
      'colour:red or name:ben',
    ])
      expect([typed, read(typed).lostOr]).toEqual([typed, true]);
    // Words on both sides of a filter are not either.
    expect(read('zebra name:asha or lion')).toMatchObject({ lostOr: true, text: 'zebra lion' });
    for (const typed of ['name:asha name:ben', 'maths or physics name:asha', 'name:asha maths or physics', 'zebra'])
      expect([typed, read(typed).lostOr]).toEqual([typed, undefined]);
  });

  test('a filter is taken out with any spaces within it, and never out of a longer one', () => {
    expect(read('subject:maths phase:key  stage 3')).toMatchObject({ filters: [{ facet: 'subject' }, { facet: 'phase' }], text: '' });
    expect(withoutFilter('near:Leeds within:20  miles maths', 'within:20  miles')).toBe('near:Leeds maths');
    expect(withoutFilter('name:ashanti name:ash', 'name:ash')).toBe('name:ashanti');
    expect(withoutFilter('maths', 'name:ash')).toBe('maths');
  });

  test('no text makes an error; without a known key it keeps its meaning; with one, nothing typed is lost', () => {
    const { below, pick } = seeded(74);
    const pieces = [
      'subject',
      'phase',
      'near',
      'x',
      'or',
      '-',
      'colour',
      ':',
      ' ',
      '"',
      '“',
      '”',
      ',',
      'maths',
      'ks3',
      '\\',
      '$&',
      '(',
      '*',
      '\u0000',
      '\ud800',
      '🎯',
      'é',
      '\n',
    ];
    for (let turn = 0; turn < 20_000; turn += 1) {
      const typed = Array.from({ length: below(12) }, () => pick(pieces)).join('');
      const { filters, unknown, without, text } = read(typed);
      const taken = [...filters, ...without];
      if (taken.length + unknown.length === 0) expect(text).toBe(typed);
      // Of a key that is none only the words are kept, and an “or” between two filters says nothing.
      const letters = (some: string) => [...some.replace(/\bor\b|[^\p{L}\p{N}]/giu, '')].toSorted().join('');
      const keys = unknown.map(({ key }) => key);
      if (unknown.every(({ values }) => values.length < 10))
        expect(letters([...taken.map(({ raw }) => raw), ...keys, text].join(' '))).toBe(letters(typed));
      for (const { values } of filters) expect(values.length).toBeGreaterThan(0);
    }
    const began = readQuestion(`${'subject:'.repeat(5_000)}${'"'.repeat(5_000)} subject:${'a'.repeat(5_000)}`);
    expect(began.filters.length).toBeLessThanOrEqual(10);
  });
});
