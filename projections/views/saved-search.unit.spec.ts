import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { given, happened } from '../testing/given-events.js';
import { foundDigest, savedSearchView } from './saved-search.view.js';

const one = { person: 'ben', search: 's1' };
const saved = happened('SearchSaved', { ...one, name: 'behaviour', asked: 'q=behaviour' });
const noted = (...found: string[]) => happened('SearchResultsNoted', { ...one, found });
const removed = happened('SearchRemoved', one);
const row = (...events: Parameters<typeof given>[1]) => given(savedSearchView, events).row('s1');

describe('a saved search', () => {
  test('is known to its person alone', () => {
    expect(given(savedSearchView, [saved]).audience('s1')).toEqual(['person:ben']);
  });

  test('is gone once it was removed, and whatever is noted of it then', () => {
    expect(row(saved, removed)).toBeUndefined();
    expect(row(saved, removed, noted('asha'))).toBeUndefined();
  });

  test('holds whether the hub has looked, and never whom it found', () => {
    expect(row(saved)).toMatchObject({ name: 'behaviour', asked: 'q=behaviour', found: null });
    expect(row(saved, noted('asha', 'cleo'))?.found).toBe(foundDigest(['cleo', 'asha'] as PersonId[]));
    expect(JSON.stringify(row(saved, noted('asha', 'cleo')))).not.toContain('asha');
    expect(foundDigest(['asha'] as PersonId[])).not.toBe(foundDigest(['cleo'] as PersonId[]));
  });
});
