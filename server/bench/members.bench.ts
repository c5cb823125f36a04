import { LARGE_TRUST } from './community/houses.js';
import { benchScreen } from './screen-bench.js';

// The first page is of use at once; the filters, once all are there and it says how many it shows.
await benchScreen('members', `/members?at=${LARGE_TRUST}`, {
  first: (page) => page.locator('.member').first().waitFor(),
  usable: (page) => page.getByText(/^[\d,]+ people shown$/).waitFor({ state: 'attached' }),
});
