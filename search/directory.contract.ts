import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { JOBS_SHORTENED } from '@alongside/domain/uk/taxonomy/short-forms.data.js';
import { wordsTypedFor } from '@alongside/domain/uk/taxonomy/spoken.js';
import { understand } from '@alongside/domain/uk/taxonomy/understand.js';
import { askedOf, leftOutBy, type DirectoryDocument, type DirectoryFacet } from './directory.js';
import type { SearchIndex, SearchQuery } from './search-index.js';

/** A mentor with space who replies in good time and has said nothing else. */
export const mentor = (id: string, name: string, rest: Partial<DirectoryDocument> = {}): DirectoryDocument => ({
  id,
  name,
  audience: ['everyone'],
  jobTitle: '',
  about: '',
  institutions: [],
  subjects: [],
  phases: [],
  expertise: [],
  settings: [],
  stages: [],
  format: null,
  weekdays: [],
  areas: [],
  trusts: [],
  places: [],
  freePlaces: 1,
  paused: null,
  liveness: 'replies',
  ...rest,
});

/** Holds the directory, on whichever index, to the order that `search/directory.ts` promises. `make` gives a new, empty index of it. */
export function directoryContract(name: string, make: () => Promise<SearchIndex<DirectoryDocument, DirectoryFacet>>): void {
  describe(`the directory on ${name}`, () => {
    let index: SearchIndex<DirectoryDocument, DirectoryFacet>;
    const ids = async (text: string, rest: Partial<SearchQuery<DirectoryFacet>> = {}) =>
      (await index.search({ text, for: ['everyone'], ...rest })).hits.map((hit) => hit.id);
    beforeEach(async () => {
      index = await make();
    });
    afterEach(() => index.close());

    const job = { jobTitle: 'Librarian' };
    const librarians = [
      mentor('full', 'Aaron', { ...job, freePlaces: 0 }),
      mentor('paused', 'Bea', { ...job, freePlaces: 0, paused: { until: null } }),
      mentor('silent', 'Cy', { ...job, liveness: 'silent' }),
      mentor('slow', 'Di', { ...job, liveness: 'slow' }),
      mentor('free', 'Zoe', { ...job, freePlaces: 2 }),
      mentor('free-too', 'Yan', { ...job, about: 'I look after a library, and have done so for a long time in several schools.' }),
    ];

    test('[SI22] of those whom words put alike, who has space comes first, then who replies, then names', async () => {
      await index.write({ put: librarians });
      const order = ['free-too', 'free', 'slow', 'silent', 'full', 'paused'];
      expect([await ids('librarian'), await ids('librar'), await ids('')]).toEqual([order, order, order]);
      expect(await ids('librarian', { offsetDocuments: 1, limitDocuments: 3 })).toEqual(order.slice(1, 4));
    });

    test('[SI22] what was looked for comes before who has space', async () => {
      const put = [mentor('named', 'Libra Librarian', { freePlaces: 0, liveness: 'silent' }), ...librarians];
      await index.write({ put: [...put, mentor('says', 'Al', { about: 'Once a librarian.' })] });
      const found = await ids('librarian');
      expect([found[0], found.at(-1), found.length]).toEqual(['named', 'says', 8]);
    });

    test('[SI22] the order follows each change of a mentor', async () => {
      await index.write({ put: librarians });
      await index.write({ put: [mentor('full', 'Aaron', { ...job, freePlaces: 1 }), mentor('free', 'Zoe', { ...job, freePlaces: 0 })] });
      expect(await ids('librarian')).toEqual(['full', 'free-too', 'slow', 'silent', 'paused', 'free']);
      await index.write({ put: [mentor('full', 'Aaron', { ...job, liveness: 'silent' }), mentor('slow', 'Di', job)] });
      expect(await ids('')).toEqual(['slow', 'free-too', 'full', 'silent', 'paused', 'free']);
    });

    const asRead = async (typed: string) => (await index.search({ ...askedOf(understand(typed)), for: ['everyone'] })).hits;
    const known = new Map(EXPERTISE_TAGS.map((tag) => [tag.id, wordsTypedFor(tag)]));

    test.each(JOBS_SHORTENED.map(({ forms }) => [forms[0], forms] as const))(
      '%s is found by each form of it, in jobs and in areas',
      async (_, forms) => {
        const jobs = forms.map((form, n) => mentor(`job-${n}`, `A ${n}`, { jobTitle: `${form}, Northfield` }));
        const tags = [...known].flatMap(([tag, words]) =>
          forms.some((form) => words.includes(form)) ? [mentor(tag, 'B', { expertise: [{ tag, level: 4 }] })] : [],
        );
        await index.write({ put: [...jobs, ...tags, mentor('other', 'C', { jobTitle: 'Class teacher', about: 'I like it here.' })] });
        const all = [...jobs, ...tags].map(({ id }) => id).toSorted();
        for (const form of forms)
          for (const typed of [
            form,
            form.toLowerCase(),
            form.replace('coordinator', 'co-ordinator').replace('headteacher', 'head teacher'),
          ])
            expect([typed, (await asRead(typed)).map(({ id }) => id).toSorted()]).toEqual([typed, all]);
      },
    );

    test('a SENCO is found however it is written, while it is typed, and with a slip', async () => {
      const put = ['SENCO', 'Special educational needs co-ordinator', 'Special Needs Coordinator', 'SENDCo and deputy head'].map(
        (jobTitle, n) => mentor(`job-${n}`, `A ${n}`, { jobTitle }),
      );
      await index.write({ put: [...put, mentor('tag', 'B', { expertise: [{ tag: 'exp-send-senco-and-alnco-leadership', level: 5 }] })] });
      for (const typed of ['SENCo', 'SENCOs', 'senc', 'special educational needs co', 'special educational needs coordinatr', 'SEN co-ord'])
        expect([typed, (await asRead(typed)).length]).toEqual([typed, 5]);
    });

    test('words that some write as two are found in what somebody says of themselves', async () => {
      await index.write({
        put: [
          mentor('a', 'A', { about: 'I was a head teacher, and a co-ordinator.' }),
          mentor('b', 'B', { about: 'Headteacher and coordinator.' }),
        ],
      });
      for (const text of ['headteacher', 'coordinator', 'headteacher coord']) expect([text, await ids(text)]).toEqual([text, ['a', 'b']]);
      for (const typed of ['co-ordinator', 'co-ord']) expect([typed, (await asRead(typed)).length]).toEqual([typed, 2]);
    });

    test('a job that is called nearly the same is not meant', async () => {
      const put = ['Deputy head of year', 'PA to the headteacher', 'Assistant head of maths', 'Literacy co-ordinator', 'Head of year 9'];
      await index.write({ put: put.map((jobTitle) => mentor(jobTitle, 'A', { jobTitle })) });
      for (const typed of ['DHT', 'AHT', 'HT', 'HOD', 'SENCO', 'special needs coordinator', 'TA', 'DSL'])
        expect([typed, await asRead(typed)]).toEqual([typed, []]);
      expect((await asRead('HOY')).map(({ id }) => id)).toEqual(['Head of year 9']);
    });

    test('[SI25] a subject is found by what it is a part of: chosen, typed, counted and left out', async () => {
      const put = [
        mentor('bio', 'Ada', { subjects: ['sub-biology'] }),
        mentor('sci', 'Bea', { subjects: ['sub-science'] }),
        mentor('both', 'Cy', { subjects: ['sub-physics', 'sub-chemistry'] }),
        mentor('art', 'Di', { subjects: ['sub-art-and-design', 'sub-latin'] }),
      ];
      await index.write({ put });
      const science = ['bio', 'sci', 'both'];
      expect(await ids('', { filters: { subject: ['sub-science'] } })).toEqual(science);
      for (const typed of ['science', 'Science ', 'combined science', 'triple science teacher'])
        expect([typed, (await asRead(typed)).map(({ id }) => id)]).toEqual([typed, science]);
      expect((await asRead('stem')).map(({ id }) => id)).toEqual(science);
      expect((await asRead('biology')).map(({ id }) => id)).toEqual(['bio']);
      const { facets } = await index.search({ text: '', for: ['everyone'] });
      expect(facets.subject.filter(({ value }) => ['sub-science', 'sub-biology', 'sub-classics'].includes(value))).toEqual([
        { value: 'sub-science', count: 3 },
        { value: 'sub-biology', count: 1 },
        { value: 'sub-classics', count: 1 },
      ]);
      expect(await ids('', { without: [leftOutBy('science')] })).toEqual(['art']);
      // Their own words are theirs alone.
      expect([await ids('physics'), await ids('science')]).toEqual([['both'], ['sci']]);
    });

    test('[SI22] the nearest come before who has space', async () => {
      const at = (id: string, easting: number, freePlaces: number) =>
        mentor(id, 'Same Name', { freePlaces, places: [{ easting, northing: 0 }] });
      await index.write({ put: [at('near-full', 10, 0), at('near-free', 10, 1), at('far-free', 20, 1)] });
      const within = { easting: 0, northing: 0, metres: 100 };
      expect(await ids('', { within })).toEqual(['near-free', 'near-full', 'far-free']);
    });
  });
}
