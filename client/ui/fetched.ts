// Solid 2 gives these other names: features take them from here, and one file changes (.oxlintrc.json keeps it so).

/** `WhenFetched` shows `fallback` until the code of the lazy parts inside is there. `onShown` runs once what was rendered is on the page. */
export { Suspense as WhenFetched, onMount as onShown } from 'solid-js';
