import { LARGE_TRUST } from './community/houses.js';
import { benchScreen } from './screen-bench.js';

// Of use once nothing on it still loads.
await benchScreen('programme', `/programme?at=${LARGE_TRUST}`, async (page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(`!document.querySelector('main [class~="skeleton"], main [aria-busy="true"]')`);
});
