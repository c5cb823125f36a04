import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './lib/run.mjs';
import { filesUnder, PACKAGES } from './lib/sources.mjs';

/** How people's words are compared elsewhere than in `domain/text`: taken apart, put in lower case, or put in order by a locale. */
const COMPARES = /\.normalize\(|\.toLowerCase\(|\.toLocaleLowerCase\(|\.localeCompare\(|Intl\.Collator/;

/** Places that change letters of the hub's own words, of addresses and of protocols, and compare nothing that people wrote. */
const OTHER_USES: Readonly<Record<string, string>> = {
  'client/features/today/desk/since-words.ts': 'a sentence that goes on',
  'client/features/design/design.screen.tsx': 'an id of a heading',
  'client/features/design/surfaces.tsx': 'an id of an example',
  'client/features/history/as-it-stood.tsx': 'a label within a sentence',
  'client/features/import/register.tsx': 'names of fields within a sentence',
  'client/shared/people/choose-person.tsx': 'a label within a sentence',
  'client/features/profile/visibility-section.tsx': 'a label within a sentence',
  'client/shared/people/say.ts': 'a name of the taxonomy within a sentence',
  'domain/imports/institution-ids.ts': 'an id',
  'domain/imports/spoilt-text.ts': 'a letter put together from its entity',
  'domain/kernel/catalogue.ts': 'the name of a field within a sentence',
  'ml/ranking/words.ts': 'a name of the taxonomy within a sentence',
  'ml/testing/people.ts': 'an id of an example',
  'server/app/tools/left-out.ts': 'names of fields within a sentence',
  'server/app/tools/what-changes.ts': 'names of fields within a sentence',
  'server/app/budget.ts': 'a path',
  'server/event-store/eventstoredb/connection-string.ts': 'a setting',
  'server/discovery/meilisearch/testing/filter-grammar.ts': 'values as Meilisearch compares them',
  'server/files/type/lines.ts': 'letters as fonts have them',
  'server/identity/attempts.ts': 'an address of a network',
  'server/imports/likely-letters.ts': 'letters of names beside others',
  'server/mail/file-outbox.ts': 'moments in order',
};
const MAY = /^domain\/text\/|\.spec\.tsx?$|\.contract\.ts$/;

const sources = PACKAGES.flatMap((name) => [...filesUnder(join(ROOT, name))])
  .map((path) => relative(ROOT, path))
  .filter((path) => /\.tsx?$/.test(path) && !MAY.test(path));
const comparing = sources.filter((path) => COMPARES.test(readFileSync(join(ROOT, path), 'utf8')));

describe('one folding for every comparison', () => {
  test('what people wrote is compared in domain/text and nowhere else', () => {
    expect(sources.length).toBeGreaterThan(400);
    expect(comparing.filter((path) => !(path in OTHER_USES))).toEqual([]);
  });

  test('the list of other uses names only files that have one', () => {
    expect(Object.keys(OTHER_USES).filter((path) => !comparing.includes(path))).toEqual([]);
  });
});
