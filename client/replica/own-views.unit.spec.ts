import { allViews } from '@alongside/projections/views/index.js';
import { OWN_VIEWS } from './own-views.js';

test.each(OWN_VIEWS)('[RP24] rows of %s are read by their own person or pair, so that few changes lead to asking again', (view) => {
  const readers = allViews.find(({ name }) => name === view)?.readers ?? [];
  expect(readers.length).toBeGreaterThan(0);
  expect(readers.filter((reader) => reader !== 'person' && reader !== 'mentorship')).toEqual([]);
});
