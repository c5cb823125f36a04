import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { FACET_LIMIT_VALUES, HITS_LIMIT_DOCUMENTS, WRITE_LIMIT_DOCUMENTS, type SearchIndex, type SearchQuery } from './search-index.js';
import { book, type Book, type BookFacet } from './books.contract.js';
import { groupsContract } from './groups.contract.js';
import { placesContract } from './places.contract.js';
import { rebuildContract } from './rebuild.contract.js';

type Index = SearchIndex<Book, BookFacet>;
const everyone: readonly Principal[] = ['everyone'];

/** Holds an adapter to the rules of `docs/spec/search-index.md`. `make` gives a new, empty index of `books`. */
export function searchIndexContract(name: string, make: () => Promise<Index>): void {
  describe(`${name} keeps the rules of a search index`, () => {
    let index: Index;
    const ask = (text: string, rest: Partial<SearchQuery<BookFacet>> = {}) => index.search({ text, for: everyone, ...rest });
    const ids = async (text: string, rest: Partial<SearchQuery<BookFacet>> = {}) => (await ask(text, rest)).hits.map((hit) => hit.id);

    beforeEach(async () => {
      index = await make();
    });
    afterEach(async () => {
      await index.close();
    });

    test('[SI1] what was written is found, by its new words and values only, until it is removed', async () => {
      await index.write({ put: [book('b1', 'Questioning', { shelf: ['a'] })] });
      expect((await ask('questioning')).hits).toEqual([book('b1', 'Questioning', { shelf: ['a'] })]);
      await index.write({ put: [book('b1', 'Modelling', { shelf: ['b'], audience: ['person:asha'] })] });
      expect([await ids('questioning'), await ids('modelling'), await index.count()]).toEqual([[], [], 1]);
      const asha = { for: ['person:asha'] as const };
      expect(await ids('modelling', { ...asha, filters: { shelf: ['b'] } })).toEqual(['b1']);
      expect((await ask('', asha)).facets.shelf).toEqual([{ value: 'b', count: 1 }]);
      await index.write({ remove: ['b1', 'never-there'] });
      expect([await ids('', asha), await ids('modelling', asha), await index.count()]).toEqual([[], [], 0]);
      await index.write({ put: [book('b2', 'Feedback')] });
      expect(await ids('')).toEqual(['b2']);
    });

    test('[SI2] only what somebody may see is found and counted', async () => {
      const put = [
        book('b1', 'Plain', { shelf: ['a'] }),
        book('b2', 'Plain too', { shelf: ['a'], audience: ['institution:i1', 'person:ben'] }),
        book('b3', 'Plain three', { shelf: ['b'], audience: [] }),
      ];
      await index.write({ put });
      for (const text of ['plain', '']) {
        expect(await ask(text)).toMatchObject({ total: 1, hits: [{ id: 'b1' }], facets: { shelf: [{ value: 'a', count: 1 }] } });
        expect(await ask(text, { for: ['everyone', 'person:ben', 'institution:i1'] })).toMatchObject({
          total: 2,
          facets: { shelf: [{ value: 'a', count: 2 }] },
        });
        expect(await ask(text, { for: [] })).toMatchObject({ total: 0, hits: [], facets: { shelf: [] } });
      }
    });

    test('[SI2] whom a document keeps out of the crowd neither finds nor counts it, unless it is theirs by name', async () => {
      const put = [
        book('b1', 'Plain', { shelf: ['a'], audience: ['everyone', 'except:ben'] }),
        book('b2', 'Plain too', { shelf: ['b'], audience: ['institution:i1', 'except:ben', 'except:cleo'] }),
        book('b3', 'Plain three', { shelf: ['c'], audience: ['everyone', 'person:ben', 'except:ben'] }),
      ];
      await index.write({ put });
      const asBen = { for: ['everyone', 'person:ben', 'institution:i1'] as const };
      for (const text of ['plain', '']) {
        expect(await ask(text, asBen)).toMatchObject({ total: 1, hits: [{ id: 'b3' }], facets: { shelf: [{ value: 'c', count: 1 }] } });
        expect(await ids(text, { for: ['everyone', 'person:asha', 'institution:i1'] })).toHaveLength(3);
      }
      await index.write({ put: [book('b1', 'Plain', { shelf: ['a'] })] });
      expect((await ids('plain', asBen)).toSorted()).toEqual(['b1', 'b3']);
    });

    test('[SI3] every word, or its beginning, whatever the case, accents and punctuation', async () => {
      await index.write({ put: [book('b1', 'Siân O’Connor-Łuczak', { about: 'Retrieval practice in Year 7' }), book('b2', 'Sian Evans')] });
      expect((await ids('sian')).toSorted()).toEqual(['b1', 'b2']);
      expect(await ids('SIÂN, connor')).toEqual(['b1']);
      expect(await ids('retr prac')).toEqual(['b1']);
      expect(await ids('year 7 sia')).toEqual(['b1']);
      expect(await ids('sian physics')).toEqual([]);
      expect(await ids('trieval')).toEqual([]);
    });

    test('[SI4] nothing typed is syntax', async () => {
      await index.write({ put: [book('b1', 'Near and not far')] });
      for (const text of [
        '"',
        '*',
        'near(',
        'title:near',
        'a AND',
        'NOT',
        '{title}:x',
        '^near',
        "'; DROP TABLE words; --",
        '\u0000',
        '́',
        '🎯',
        '-'.repeat(5_000),
      ]) {
        expect(await ask(text)).toMatchObject({ facets: { shelf: [] } });
      }
      expect([await ids('NOT near'), await ids('"near" *'), await ids('near\u0000and')]).toEqual([['b1'], ['b1'], ['b1']]);
      expect([await ids('***'), await ids('  '), await ids('')]).toEqual([[], ['b1'], ['b1']]);
      expect(await ids(`near ${'and '.repeat(5_000)}`)).toEqual(['b1']);
    });

    test('[SI5] choices within a facet are alternatives; facets add up', async () => {
      await index.write({ put: [shelved('b1', 'a', 'en'), shelved('b2', 'b', 'en'), shelved('b3', 'b', 'cy'), shelved('b4', 'c', 'cy')] });
      expect(await ids('', { filters: { shelf: ['a', 'b'] } })).toEqual(['b1', 'b2', 'b3']);
      expect(await ids('title', { filters: { shelf: ['a', 'b'], tongue: ['cy'] } })).toEqual(['b3']);
      expect(await ids('', { filters: { shelf: [], tongue: ['cy', 'cy'] } })).toEqual(['b3', 'b4']);
      expect(await ids('', { filters: { shelf: ['nowhere'] } })).toEqual([]);
    });

    test('[SI6] each facet counts what matches, leaving out its own choice', async () => {
      await index.write({ put: [shelved('b1', 'a', 'en'), shelved('b2', 'b', 'en'), shelved('b3', 'b', 'cy'), shelved('b4', 'c', 'cy')] });
      expect(await ask('', { filters: { shelf: ['b', 'z'] } })).toMatchObject({
        total: 2,
        facets: {
          shelf: [
            { value: 'b', count: 2 },
            { value: 'a', count: 1 },
            { value: 'c', count: 1 },
            { value: 'z', count: 0 },
          ],
          tongue: [
            { value: 'cy', count: 1 },
            { value: 'en', count: 1 },
          ],
        },
      });
      expect((await ask('title', { filters: { shelf: ['a'], tongue: ['cy'] } })).facets).toEqual({
        shelf: [
          { value: 'b', count: 1 },
          { value: 'c', count: 1 },
          { value: 'a', count: 0 },
        ],
        tongue: [
          { value: 'en', count: 1 },
          { value: 'cy', count: 0 },
        ],
      });
    });

    test('[SI6] of very many values the most frequent are shown, and the chosen ones', async () => {
      const put = Array.from({ length: FACET_LIMIT_VALUES + 50 }, (_, n) => shelved(`b${n}`, `s${1_000 + n}`, 'en'));
      await index.write({ put: [...put, shelved('twice', 's1120', 'en')] });
      const { facets } = await ask('', { filters: { shelf: ['s1149'] } });
      expect(facets.shelf).toHaveLength(FACET_LIMIT_VALUES);
      expect([facets.shelf[0], facets.shelf.at(-1)]).toEqual([
        { value: 's1120', count: 2 },
        { value: 's1149', count: 1 },
      ]);
    });

    test('[SI7] the telling column and whole words come first, then the order', async () => {
      const put = [
        book('about', 'Zebra', { about: 'coaching at length, and nothing else that matters' }),
        book('start', 'Coachings galore'),
        book('whole', 'Coaching'),
        book('élan', 'Élan'),
        book('eager', 'eager'),
        book('fox', 'Fox'),
      ];
      await index.write({ put });
      expect(await ids('coaching')).toEqual(['whole', 'start', 'about']);
      expect(await ids('')).toEqual(['whole', 'start', 'eager', 'élan', 'fox', 'about']);
      await index.write({ put: [book('fox', 'Apple')], remove: ['eager'] });
      expect(await ids('')).toEqual(['fox', 'whole', 'start', 'élan', 'about']);
    });

    test('[SI7] how often a word stands, and beside how many others, says nothing: of those alike the order of the settings decides', async () => {
      const put = [
        book('c', 'C', { about: 'coaching coaching coaching' }),
        book('a', 'A', { about: 'a long text in which coaching stands once among many other words' }),
        book('b', 'B', { about: 'coaching' }),
        book('d', 'Coaching, D', { about: 'coaching' }),
      ];
      await index.write({ put });
      expect([await ids('coaching'), await ids('coach')]).toEqual([
        ['d', 'a', 'b', 'c'],
        ['d', 'a', 'b', 'c'],
      ]);
    });

    test('[SI7] of very many matches, those in the telling column come first', async () => {
      const put = Array.from({ length: 2_500 }, (_, n) => book(`b${n}`, `Title ${10_000 + n}`, { about: 'pupils' }));
      await index.write({ put: [...put, book('z', 'Zoo of pupils'), book('y', 'Young pupils')] });
      expect((await ids('pup', { limitDocuments: 4 })).slice(0, 3)).toEqual(['y', 'z', 'b0']);
      expect(await ids('pup', { limitDocuments: 2, offsetDocuments: 1 })).toEqual(['z', 'b0']);
      expect(await ids('pup', { limitDocuments: 2, offsetDocuments: 3 })).toEqual(['b1', 'b2']);
      expect((await ask('pup')).total).toBe(2_502);
    });

    test('[SI13] words that were understood are met by any of their values, or whole in one of the columns', async () => {
      const put = [
        book('french-class', 'Ada', { shelf: ['fr'], tongue: ['fr'] }),
        book('named', 'French, Dawn', { shelf: ['en'] }),
        book('about', 'Cy', { shelf: ['en'], about: 'french toast' }),
        book('begun', 'Frenchman', { shelf: ['en'], tongue: ['fr'] }),
        book('hidden', 'Eve', { shelf: ['fr'], audience: ['person:eve'] }),
      ];
      await index.write({ put });
      const french = { values: { shelf: ['fr'], tongue: ['none'] }, words: 'french', columns: ['title'] };
      expect(await ids('', { understood: [french] })).toEqual(['french-class', 'named']);
      expect(await ids('ad', { understood: [french] })).toEqual(['french-class']);
      const either = { values: { shelf: ['fr'], tongue: ['fr'] }, words: '', columns: [] };
      expect(await ids('', { understood: [either] })).toEqual(['french-class', 'begun']);
      expect(await ids('', { understood: [either, french] })).toEqual(['french-class']);
      expect(await ask('', { understood: [french], filters: { shelf: ['en'] } })).toMatchObject({
        total: 1,
        hits: [{ id: 'named' }],
        facets: {
          shelf: [
            { value: 'en', count: 1 },
            { value: 'fr', count: 1 },
          ],
        },
      });
      expect(await ids('', { understood: [{ values: {}, words: '"', columns: ['title', 'nowhere'] }] })).toEqual([]);
      expect(await ids('', { understood: [french], limitDocuments: 1, offsetDocuments: 1 })).toEqual(['named']);
    });

    test('[SI3] letters that Unicode does not take apart, and apostrophes, are folded as everywhere', async () => {
      await index.write({ put: [book('b1', 'Łukasz Żółć'), book('b2', 'Søren O’Brien-Straße')] });
      for (const text of ['lukasz', 'LUKASZ zolc', 'łukasz']) expect(await ids(text)).toEqual(['b1']);
      for (const text of ['soren', "o'brien", 'obrien', 'brien', 'strasse', 'o brien'])
        expect([text, await ids(text)]).toEqual([text, ['b2']]);
    });

    test('[SI14] a slip in a word is forgiven by its length, wherever it is; figures and short words are taken as typed', async () => {
      const put = [
        book('jo', 'Johnson'),
        book('am', 'Amir'),
        book('si', 'Siân'),
        book('pr', 'Progression'),
        book('ks', 'KS3200 postcodes', { about: 'S10 2AB' }),
        book('cat', 'Cat'),
        book('be', 'Behaviour'),
      ];
      await index.write({ put });
      for (const text of ['jonson', 'johnsson', 'jhonson', 'jahnson', 'johnsno', 'hohnson', 'johnson'])
        expect([text, await ids(text)]).toEqual([text, ['jo']]);
      expect([await ids('amri'), await ids('sina'), await ids('bmir')]).toEqual([['am'], ['si'], []]);
      for (const text of ['progresion', 'porgressoin', 'prgresion']) expect([text, await ids(text)]).toEqual([text, ['pr']]);
      for (const text of ['behavoir', 'behavour', 'bheaviour']) expect([text, await ids(text)]).toEqual([text, ['be']]);
      for (const text of ['jonsn', 'prgrsion', 'prgrin', 'cta', 'ca3', 'ks3201', 's11', '2ac'])
        expect([text, await ids(text)]).toEqual([text, []]);
    });

    test('[SI14] a first letter is a slip only for one beside it on the keyboard, that sounds alike or is not heard', async () => {
      const put = ['Needs', 'Dealing', 'Karen', 'Knowles', 'Hannah', 'Emma Jones', 'Coordinator', 'Łukasz'].map((title, n) =>
        book(`b${n}`, title),
      );
      await index.write({ put });
      for (const text of ['leeds', 'ealing', 'taren', 'boordinator', 'tordinator', 'zhannah'])
        expect([text, await ids(text)]).toEqual([text, []]);
      const found = { beeds: 'b0', caren: 'b2', laren: 'b2', nowles: 'b3', annah: 'b4', kones: 'b5', ocordinator: 'b6', voordinator: 'b6' };
      for (const [text, id] of Object.entries(found)) expect([text, await ids(text)]).toEqual([text, [id]]);
    });

    test('[SI14] a slip in the beginning of a word is forgiven while the rest is still to be typed, in every word', async () => {
      await index.write({ put: [book('b1', 'Mathematics', { about: 'retrieval' }), book('b2', 'Music')] });
      for (const text of ['mathm', 'mahtema', 'matemat', 'retreiv mathemtaic', 'music', 'musci'])
        expect([text, await ids(text)]).toEqual([text, [text.startsWith('mus') ? 'b2' : 'b1']]);
      expect(await ids('mahtema music')).toEqual([]);
    });

    test('[SI14] a word that is there whole is not widened unless nothing is found otherwise', async () => {
      await index.write({ put: [book('b1', 'Ann Johnson', { shelf: ['a'] }), book('b2', 'Bea Jonson', { shelf: ['b'] })] });
      expect([await ids('jonson'), await ids('johnson'), await ids('ann jonson')]).toEqual([['b2'], ['b1'], ['b1']]);
      // A filter widens no word: the counts of its facet are those of other choices.
      const counts = [
        { value: 'b', count: 1 },
        { value: 'a', count: 0 },
      ];
      expect(await ask('jonson', { filters: { shelf: ['a'] } })).toMatchObject({ total: 0, facets: { shelf: counts } });
    });

    test('[SI15] what is met as typed comes first, then one slip, then two or one in the first letter', async () => {
      await index.write({
        put: [book('s1', 'Stephen'), book('s2', 'Zoe', { about: 'for stephan' }), book('s3', 'Stephanie'), book('s4', 'Dtephan')],
      });
      expect(await ids('stephan')).toEqual(['s3', 's2']);
      await index.write({ remove: ['s2'] });
      expect(await ids('stephan')).toEqual(['s3', 's1', 's4']);
      expect([await ids('stephan', { offsetDocuments: 1, limitDocuments: 1 }), (await ask('stephan')).total]).toEqual([['s1'], 3]);
    });

    test('[SI15] of very many that are met by a slip, those as typed come first, and each page once', async () => {
      const put = Array.from({ length: 2_500 }, (_, n) => book(`b${n}`, `A ${10_000 + n}`, { about: 'teacher' }));
      await index.write({ put: [...put, book('z', 'Zoo', { about: 'techers' }), book('t', 'Teacher', { about: '' })] });
      expect([await ids('techer', { limitDocuments: 3 }), (await ask('techer')).total]).toEqual([['z', 't', 'b0'], 2_502]);
      expect(await ids('techer', { limitDocuments: 2, offsetDocuments: 2 })).toEqual(['b0', 'b1']);
    });

    test('[SI16] what may not be seen neither keeps a word from being widened nor takes the place of what may', async () => {
      // Every word that is one letter more, or another letter, than what is typed.
      const near = Array.from({ length: 7 }, (_, place) =>
        LETTERS.flatMap((letter) => [0, 1].map((taken) => `jonson`.slice(0, place) + letter + `jonson`.slice(place + taken))),
      );
      const hidden = near.flat().map((title, n) => book(`h${n}`, title, { audience: ['person:eve'] }));
      await index.write({ put: [book('seen', 'Johnson'), book('same', 'Jonson', { audience: ['person:eve'] }), ...hidden] });
      expect([await ids('jonson'), (await ask('jonson')).total]).toEqual([['seen'], 1]);
      expect(await ids('johnsn')).toEqual(['seen']);
      await index.write({ put: [book('same', 'Jonson')] });
      expect(await ids('jonson')).toEqual(['same']);
      await index.write({ remove: ['same', 'seen'] });
      expect(await ids('jonson')).toEqual([]);
      await index.write({ put: [book('new', 'Jonston')] });
      expect(await ids('jonson')).toEqual(['new']);
    });

    test('[SI17] British and American spellings are one word', async () => {
      await index.write({
        put: [book('uk', 'Behaviour centres', { about: 'organised' }), book('us', 'Behavior Centers', { about: 'organized programs' })],
      });
      for (const text of ['behaviour', 'behavior', 'centre', 'center', 'organised', 'organized', 'organis', 'organiz', 'behav cent'])
        expect([text, (await ids(text)).toSorted()]).toEqual([text, ['uk', 'us']]);
      expect([await ids('programme'), await ids('program')]).toEqual([['us'], ['us']]);
      const whole = { values: {}, words: 'behavior', columns: ['title'] };
      expect((await ids('', { understood: [whole] })).toSorted()).toEqual(['uk', 'us']);
    });

    test('[SI18] says of each hit which of its words met which word, how, and in which columns', async () => {
      const put = [
        book('b1', 'Behavior for O’Brien', { about: 'behavioural science, and sciences', shelf: ['fr', 'de'], tongue: ['fr'] }),
        book('b2', 'Behaviour', { about: 'Sceince', shelf: ['de'] }),
      ];
      await index.write({ put });
      expect((await ask('behaviour sceince')).why).toEqual([
        [
          { typed: 'behaviour', how: 'typed', words: ['behaviour'], columns: ['title'] },
          { typed: 'sceince', how: 'typed', words: ['sceince'], columns: ['about'] },
        ],
      ]);
      await index.write({ remove: ['b2'] });
      expect((await ask('behaviour sceince obrien')).why).toEqual([
        [
          { typed: 'behaviour', how: 'typed', words: ['behavior'], columns: ['title'] },
          { typed: 'behaviour', how: 'beginning', words: ['behavioural'], columns: ['about'] },
          { typed: 'sceince', how: 'slip', words: ['science', 'sciences'], columns: ['about'] },
          { typed: 'obrien', how: 'typed', words: ['obrien'], columns: ['title'] },
        ],
      ]);
      const understood = [
        { values: { shelf: ['fr', 'en'], tongue: ['de'] }, words: 'brien', columns: ['title', 'about'] },
        { values: { tongue: ['fr'] }, words: 'science o', columns: ['title', 'about'] },
      ];
      expect((await ask('', { understood })).why).toEqual([
        [
          { typed: 'brien', how: 'understood', words: ['brien'], columns: ['title'], values: { shelf: ['fr'] } },
          { typed: 'science o', how: 'understood', words: [], columns: [], values: { tongue: ['fr'] } },
        ],
      ]);
      expect([(await ask('')).why, (await ask('zebra')).why, (await ask('', { limitDocuments: 0 })).why]).toEqual([[[]], [], []]);
    });

    groupsContract(() => index);
    placesContract(() => index);
    rebuildContract(() => index);

    test('[SI8] pages make up the whole, once each', async () => {
      const put = Array.from({ length: 250 }, (_, n) => book(`b${n}`, `Same title`, { about: n % 2 ? 'odd' : '' }));
      await index.write({ put });
      for (const text of ['', 'same', 'odd']) {
        const seen: string[] = [];
        for (let offset = 0; offset < 260; offset += 20) seen.push(...(await ids(text, { offsetDocuments: offset, limitDocuments: 20 })));
        expect(new Set(seen).size).toBe(text === 'odd' ? 125 : 250);
        expect(seen).toHaveLength(text === 'odd' ? 125 : 250);
        expect(await ids(text, { limitDocuments: 100_000 })).toHaveLength(HITS_LIMIT_DOCUMENTS);
        expect(await ids(text, { limitDocuments: 0 })).toEqual([]);
        expect(await ids(text, { offsetDocuments: 1_000 })).toEqual([]);
      }
    });

    test('[SI9] a write is all or nothing, and says how far it brings the index', async () => {
      expect(await index.through()).toBeUndefined();
      await index.write({ put: [book('b1', 'First')], through: '0001' as Position });
      const broken = { ...book('b3', 'Broken'), about: 1n } as unknown as Book; // What no adapter can keep.
      await expect(index.write({ put: [book('b2', 'Second'), broken], through: '0002' as Position })).rejects.toThrow('BigInt');
      expect([await ids(''), await index.through(), await index.count()]).toEqual([['b1'], '0001', 1]);
      const many = Array.from({ length: WRITE_LIMIT_DOCUMENTS + 1 }, (_, n) => `b${n}`);
      await expect(index.write({ remove: many })).rejects.toThrow('more than');
      expect(await ids('')).toEqual(['b1']);
      await index.write({ through: '0003' as Position });
      expect(await index.through()).toBe('0003');
    });

    test('[SI10] a cleared index is empty and begins again', async () => {
      await index.write({ put: [book('b1', 'First', { shelf: ['a'] })], through: '0001' as Position });
      await index.clear();
      expect([await ids('first'), (await ask('')).facets.shelf, await index.through(), await index.count()]).toEqual([
        [],
        [],
        undefined,
        0,
      ]);
      await index.write({ put: [book('b1', 'Again')] });
      expect(await ids('again')).toEqual(['b1']);
    });
  });
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const shelved = (id: string, shelf: string, tongue: string) => book(id, `Title ${id}`, { shelf: [shelf], tongue: [tongue] });
