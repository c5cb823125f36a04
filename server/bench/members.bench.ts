import { LARGE_TRUST } from './community/houses.js';
import { benchScreen } from './screen-bench.js';

// Of use once the list is there and says how many it shows.
await benchScreen('members', `/members?at=${LARGE_TRUST}`, (page) =>
  page.getByText(/^[\d,]+ people shown$/).waitFor({ state: 'attached' }),
);
