import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './lib/run.mjs';
import { filesUnder } from './lib/sources.mjs';

/** Where a name may be of a person who deleted their account: pairs, their meetings, requests and messages. */
const FOLDERS = [
  ...['mentorship', 'meeting', 'requests', 'booking', 'today/desk', 'growth', 'help'].map((name) => `client/features/${name}`),
  ...['pair', 'requests', 'meetings'].map((name) => `client/shared/${name}`),
];
/** Names here are those of schools, or of people who have yet to sign in. */
const NO_NAMES_OF_PAIRS = /newcomers\.screen|figures|after-closing/;
const FILES = ['domain/mentorships/task-words.ts', 'domain/mentorships/closing-words.ts'];

const NAMES = String.raw`(?:props\.)?(?:otherName|name|mentorName|menteeName)(?:\(\))?|who\(\)\.name|other\(\)\.name|calledName\([a-zA-Z.()]+\)`;
/** A name after another word of the same sentence, as it is: words in its place would have a capital there. */
const AS_IT_IS = [new RegExp(String.raw`[A-Za-z0-9’”,)]\s+\$?\{(?:${NAMES})\}`, 'g'), /[a-z,]\s+<PersonName (?!within)/g];
/** What `midSentence` is given is put right as a whole. */
const WHOLE = /midSentence\(\s*`[^`]*`\s*,?\s*\)/g;
/** A name at the beginning of a word that is read alone, such as the key of a list. */
const found = (source: string): readonly string[] => AS_IT_IS.flatMap((pattern) => source.replace(WHOLE, '').match(pattern) ?? []);

test('a name within a sentence of a pair has no capital where words stand in its place', () => {
  const isSource = (path: string) => /\.tsx?$/.test(path) && !/\.spec\.|\.?testing\./.test(path) && !NO_NAMES_OF_PAIRS.test(path);
  const paths = [...FOLDERS.flatMap((folder) => [...filesUnder(join(ROOT, folder))]), ...FILES.map((file) => join(ROOT, file))].filter(
    isSource,
  );
  expect(paths.length).toBeGreaterThan(100);
  const wrong = paths.flatMap((path) => found(readFileSync(path, 'utf8')).map((text) => `${relative(ROOT, path)}: ${text}`));
  expect(wrong).toEqual([]);
});

test.each([
  ['`Waiting for ${props.otherName} to sign.`', 1],
  ['<p>\n  Only you and\n  {name()} can see this.\n</p>', 1],
  ['<b>with <PersonName of={other()} /></b>', 1],
  ['`${props.otherName} can sign it.`', 0],
  ['midSentence(`You and ${who().name}`)', 0],
  ['`Waiting for ${within(name())}`', 0],
])('%s', (source, times) => expect(found(source)).toHaveLength(times));
