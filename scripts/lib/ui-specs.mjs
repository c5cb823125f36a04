// Before each spec of the user interface: what Solid warns of fails the test in which it does.
import { afterEach, beforeEach } from '@jest/globals';

/** Made in a handler, a computation goes on after its screen is gone, and throws there: an import was done, and its screen stayed. */
const NEVER_ENDS = 'computations created outside a `createRoot` or `render` will never be disposed';

const { warn } = console;
let told;
beforeEach(() => {
  told = [];
  console.warn = (...said) => {
    if (said[0] === NEVER_ENDS) told.push(new Error(NEVER_ENDS));
    else warn(...said);
  };
});
afterEach(() => {
  console.warn = warn;
  const [first] = told;
  if (first) throw first;
});
