import { books } from '@alongside/search/books.contract.js';
import { searchIndexContract } from '@alongside/search/search-index.contract.js';
import { MeilisearchIndex } from './meilisearch-index.js';
import { FakeMeilisearch } from './testing/fake-server.js';

const KEY = 'key-of-the-fake';
let fake: FakeMeilisearch;
let made = 0;
beforeAll(async () => {
  fake = await FakeMeilisearch.start({ key: KEY });
});
afterAll(() => fake.stop());

searchIndexContract(
  'Meilisearch (a fake of it)',
  async () => {
    made += 1;
    return new MeilisearchIndex({ url: fake.url, key: KEY, uid: `books-${made}` }, books);
  },
  ['SI21 served meanwhile'],
);
