import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readStrings } from './lib/read-strings.mjs';
import { ROOT } from './lib/run.mjs';
import { filesUnder } from './lib/sources.mjs';

/** Folders whose strings are still being rewritten. */
const NOT_YET = [
  ...['today', 'mentorship', 'meeting', 'booking', 'requests', 'find', 'mentors', 'directory', 'growth', 'pair', 'people', 'verify'].map(
    (name) => `client/features/${name}/`,
  ),
  'client/features/design/',
  'domain/uk/',
];

/** Specs, what people of the demonstration write, measurements, and data that others worded. */
const NOT_OURS =
  /\.spec\.|\.contract\.|\.testing\.|\/testing\/|\.examples\.|\.bench\.|\/bench\/|\/event-store\/|server\/demo\/|\.child\.ts$/;

interface Forbidden {
  readonly phrase: RegExp;
  readonly instead: string;
  /** Files in which it is forbidden; all of them where absent. An import knows the heading “E-mail address” in files of others. */
  readonly where?: RegExp;
  /** A string that has it: the test checks that it is found. */
  readonly example: string;
}

const FORBIDDEN: readonly Forbidden[] = [
  { phrase: /\b(some|no|any|every)body\b/i, instead: 'the person’s name, “a person”, “everyone”', example: 'Somebody asked you.' },
  { phrase: /\bwhoever\b|\bwhom\b/i, instead: '“the person who”, “people who”, “who”', example: 'Ask whoever looks after it.' },
  { phrase: /\bplease\b/i, instead: 'what to do, without “please”', example: 'Please try again.' },
  { phrase: /[a-z”]!(\s|$)/, instead: 'a full stop', example: 'Well done!' },
  { phrase: /[a-z”]; [a-z]/, instead: 'two sentences', example: 'It is saved; you can go on.' },
  { phrase: /\be-mail/i, instead: 'email', where: /^(?!domain\/imports\/staff\.ts)/, example: 'Your e-mail address' },
  { phrase: /\bjust now\b/i, instead: 'right now', example: 'We cannot do this just now.' },
  { phrase: /\b(bring|brings|bringing|brought) (it |them )?in\b/i, instead: 'import', example: 'Bring in a list' },
  {
    phrase: /\b(erase[ds]?|forgotten)\b/i,
    instead: 'delete',
    where: /^(?!server\/app\/privacy\.cli)/,
    example: 'Erase everything about me',
  },
  {
    phrase: /\bthe other half\b|\bthe two of you\b/i,
    instead: '“your mentor or mentee”, a first name',
    example: 'It stays between the two of you.',
  },
  { phrase: /\bwithheld\b/i, instead: 'hidden (fewer than 5 people)', example: 'This figure is withheld.' },
  { phrase: /\bGrowth\b/, instead: 'Development', where: /client\/app\//, example: 'Growth' },
  { phrase: /\binstitutions?\b/i, instead: 'school or trust', where: /^client\/|refusal-sentences/, example: 'Your institution' },
  { phrase: /\b(as it|how it|it last|as they|still) st(oo|an)ds?\b/i, instead: 'Status; as it was', example: 'How it stands' },
  { phrase: /\bon trial\b/i, instead: 'trial period', example: 'On trial' },
  { phrase: /\bat work\b|\bunder way\b/i, instead: 'active', where: /client\/features\/programme/, example: 'At work' },
  { phrase: /\b(call|called) (it )?off\b/i, instead: 'cancel', example: 'Call it off' },
  { phrase: /\b(fetching|fetched)\b/i, instead: 'Loading; could not load', example: 'Fetching your goals' },
  { phrase: /^(opening|looking|reading|finding) (your|the|for|which)\b/i, instead: 'Loading', example: 'Opening your profile' },
  { phrase: /\bleave (it )?as it was\b|\bnot now\b/i, instead: 'Cancel', example: 'Leave as it was' },
  { phrase: /\bput away\b/i, instead: 'Dismiss', example: 'Put away' },
  { phrase: /\bout of reach\b/i, instead: 'we cannot reach Alongside', example: 'The hub is out of reach' },
  { phrase: /\bto be erased\b|\bset aside\b/i, instead: 'archived; failed', example: 'Set aside' },
  { phrase: /\bA reservation\b/, instead: 'To consider', example: 'A reservation:' },
  { phrase: /\bno longer stands\b/i, instead: 'is not valid', example: 'This certificate no longer stands.' },
  { phrase: /^Dear\b/, instead: 'Hello', where: /server\/mail\//, example: 'Dear Ben' },
  { phrase: /\b\d{1,2}\.(00|05|10|15|20|25|30|35|40|45|50|55)\b/, instead: '3:40pm', example: 'Tuesday at 3.40' },
  { phrase: /\b\d+ h \d\d\b/, instead: '1 hour 20 minutes', example: '1 h 20 together' },
  { phrase: /^Saved everywhere$|^Changed\.?$|^Noted\.?$/, instead: 'Saved', example: 'Saved everywhere' },
];

const ROOTS = ['client', 'domain', 'ml', 'projections/views', 'server'];
const sources = ROOTS.flatMap((name) => [...filesUnder(join(ROOT, name))])
  .map((path) => relative(ROOT, path))
  .filter((path) => /\.tsx?$/.test(path) && !NOT_OURS.test(path) && !NOT_YET.some((folder) => path.startsWith(folder)));

const breaks = (text: string, path: string) => FORBIDDEN.filter(({ phrase, where }) => (!where || where.test(path)) && phrase.test(text));
const faultsOf = (path: string) =>
  readStrings(readFileSync(join(ROOT, path), 'utf8'), { tsx: path.endsWith('x') }).flatMap(({ text, line }) =>
    breaks(text, path).map(({ phrase, instead }) => `${path}:${line} “${text}” ${String(phrase)} → ${instead}`),
  );

describe('the voice of everything that people read', () => {
  test('no forbidden phrase is in a string that people read', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.flatMap(faultsOf)).toEqual([]);
  });

  test.each(FORBIDDEN.map(({ example, phrase, instead }) => [example, phrase, instead] as const))(
    '“%s” is found, as text of a screen and as a string',
    (example, phrase) => {
      const asText = readStrings(`const A = () => <p>${example}</p>;`, { tsx: true });
      const asString = readStrings(`export const a = { title: ${JSON.stringify(example)} };`);
      expect([...asText, ...asString].filter(({ text }) => phrase.test(text))).toHaveLength(2);
    },
  );
});
