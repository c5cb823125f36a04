import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Routes are waited for by the shell; the forms of a profile by the frame that opens them; what makes a part of a screen shows none. */
const WAITED_FOR_ELSEWHERE = new Set(['app/app.tsx', 'app/places.ts', 'features/profile/forms.ts', 'ui/lazy-part.ts']);

describe('a part that is fetched when it is needed', () => {
  // Without one the whole page waits, and a person who presses on meanwhile may never arrive.
  test('has a place of its own to wait in', () => {
    const sources = readdirSync(resolve('client'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /^(app|features|shared|ui)\/.*\.tsx?$/.test(name) && !/\.spec\.|testing/.test(name),
    );
    const fetching = sources.filter((name) => /\blazy(Part)?\(/.test(readFileSync(join(resolve('client'), name), 'utf8')));
    const waitless = fetching.filter((name) => !/<(Suspense|WhenFetched)\b/.test(readFileSync(join(resolve('client'), name), 'utf8')));
    expect(fetching.length).toBeGreaterThan(5);
    expect(waitless.filter((name) => !WAITED_FOR_ELSEWHERE.has(name))).toEqual([]);
  });
});
