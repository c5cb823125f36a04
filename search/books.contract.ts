import type { GridPoint } from '@alongside/domain/uk/national-grid.js';
import type { IndexSettings, Searchable } from './search-index.js';

/** The smallest document that has everything: words in two columns, two facets, and places. */
export interface Book extends Searchable {
  readonly title: string;
  readonly about: string;
  readonly shelf: readonly string[];
  readonly tongue: readonly string[];
  readonly places: readonly GridPoint[];
}
export type BookFacet = 'shelf' | 'tongue';

export const books: IndexSettings<Book, BookFacet> = {
  name: 'books',
  version: 1,
  columns: [
    { name: 'title', weight: 10 },
    { name: 'about', weight: 1 },
  ],
  facets: ['shelf', 'tongue'],
  textOf: ({ title, about }) => ({ title, about }),
  facetsOf: ({ shelf, tongue }) => ({ shelf, tongue }),
  orderOf: ({ title }) => title,
  placesOf: ({ places }) => places,
};

export const book = (id: string, title: string, rest: Partial<Omit<Book, 'id' | 'title'>> = {}): Book => ({
  id,
  title,
  about: '',
  shelf: [],
  tongue: [],
  places: [],
  audience: ['everyone'],
  ...rest,
});
