import { oddDomains, otherDomain, sayOtherDomain } from './odd-domains.js';

const at = (domain: string, count: number, name = 'p') => Array.from({ length: count }, (_, index) => `${name}${index}@${domain}`);
const odd = (...emails: readonly string[]) =>
  oddDomains(
    emails.map((email, index) => ({ row: index + 2, email })),
    { column: 'Email', letter: 'C' },
  );
const isOdd = (domain: string, beside: readonly string[]) => odd(...beside, `ann@${domain}`).map(({ message }) => message.split(' ')[0]);

describe('an address whose domain is nearly that of the others', () => {
  test('is noted with its row, and kept', () => {
    expect(odd(...at('elm.example', 3), 'ann@elm.exmaple')).toEqual([
      {
        ...{ row: 5, column: 'Email', letter: 'C', text: 'ann@elm.exmaple', weight: 'note' },
        message: 'ann@elm.exmaple does not end in “@elm.example”, as 3 of 4 addresses here do. Check it before you import.',
        choices: ['ann@elm.example'],
      },
    ]);
  });

  test.each([
    ['elm.exmaple', 'two neighbours that changed places'],
    ['leM.example', 'two at its start that changed places, in capitals or not'],
    ['lem.exmaple', 'two pairs that changed places'],
    ['el.example', 'one left out'],
    ['ellm.example', 'one added'],
    ['oak.example', 'three others', 'not'],
    ['elms.exampleee', 'three more', 'not'],
    ['lmee.example', 'three moved', 'not'],
    ['emls.exmaple', 'two pairs and one more', 'not'],
  ])('%s: %s', (domain, _, not = '') => expect(isOdd(domain, at('elm.example', 4))).toEqual(not ? [] : [`ann@${domain}`]));

  test('is not odd where half as many as of the usual one have it', () => {
    expect(odd(...at('elm.example', 5), ...at('elms.example', 2))).toHaveLength(2);
    expect(odd(...at('elm.example', 4), ...at('elms.example', 2))).toEqual([]);
  });

  test('is offered the usual one only where it stands once: several may be of another school', () => {
    const choices = (...emails: readonly string[]) => odd(...at('stmarys.x.sch.uk', 20), ...emails).map((problem) => problem.choices);
    expect(choices('ann@stmarks.x.sch.uk')).toEqual([['ann@stmarys.x.sch.uk']]);
    expect(choices(...at('stmarks.x.sch.uk', 3))).toEqual([undefined, undefined, undefined]);
  });

  test('is not looked for where no domain has most addresses, or where it is too few', () => {
    expect(odd(...at('elm.example', 2), 'ann@elms.example')).toEqual([]);
    expect(odd(...at('elm.example', 3), ...at('oak.example', 2), 'ann@elms.example')).toEqual([]);
  });
});

test('a domain that stands alone beside five addresses of another is odd whatever it is, and nothing is suggested for it', () => {
  expect(isOdd('post.example', at('elm.example', 4))).toEqual([]);
  expect(odd(...at('elm.example', 5), 'ann@post.example')).toEqual([
    {
      ...{ row: 7, column: 'Email', letter: 'C', text: 'ann@post.example', weight: 'note' },
      message: 'ann@post.example is the only address here that ends in “@post.example”. Check it before you import.',
    },
  ]);
  expect(odd(...at('elm.example', 10), ...at('post.example', 2))).toEqual([]);
});

describe('a file whose addresses are of another domain than those of the members', () => {
  test('may be the list of another school', () => {
    const other = otherDomain(at('elm.example', 5), [...at('Oak.example', 4), 'ann@elm.example']);
    expect(other).toEqual({ here: 'elm.example', inFile: 'oak.example' });
    expect(other && sayOtherDomain(other, 'Elm School')).toBe(
      'Most people in this file have email addresses that end in “@oak.example”, and most members of Elm School have “@elm.example”. Check that this is the list of Elm School.',
    );
  });

  test.each([
    ['is its own with some of others', at('elm.example', 5), [...at('elm.example', 4), ...at('oak.example', 3)]],
    ['has no domain for most addresses', at('elm.example', 5), [...at('elm.example', 3), ...at('oak.example', 3)]],
    ['is too short to tell', at('elm.example', 5), at('oak.example', 2)],
    ['comes first, beside too few members', at('elm.example', 2), at('oak.example', 9)],
    ['comes where members have many domains', [...at('elm.example', 3), ...at('far.example', 3)], at('oak.example', 9)],
  ])('and where it %s nothing is said', (_, here, inFile) => expect(otherDomain(here, inFile)).toBeUndefined());
});
