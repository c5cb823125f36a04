import { LARGE_TRUST } from './community/houses.js';
import { benchScreen } from './screen-bench.js';

/** The page's own document, of which a bench in Node knows no more than it asks. */
interface InPage {
  readonly document: { querySelector(selector: string): unknown };
}
const LOADING = 'main [class~="skeleton"], main [aria-busy="true"]';

/** Before, it read each person of the hub to name some hundred pairs: 2.6 MB, and one task of 1.6 s. */
const FLOORS = { longestTaskMs: 1_600, megabytes: 2.6 };

// Of use once nothing on it still loads.
await benchScreen(
  'programme',
  `/programme?at=${LARGE_TRUST}`,
  {
    first: (page) => page.getByRole('heading', { level: 1 }).first().waitFor(),
    usable: (page) => page.waitForFunction((loading) => !(globalThis as unknown as InPage).document.querySelector(loading), LOADING),
  },
  FLOORS,
);
