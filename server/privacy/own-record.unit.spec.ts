import type { Row } from '@alongside/projections/engine/view.js';
import { communityStory } from '@alongside/projections/testing/community.js';
import { foldView } from '@alongside/projections/testing/given-events.js';
import { allViews } from '@alongside/projections/views/index.js';
import { LEFT_OUT, OWN_VIEWS } from './own-record.js';

describe('one’s own record', () => {
  const story = communityStory();
  const isPersonal = (principal: string): boolean => /^(person|mentorship):/.test(principal);
  const folded = new Map<string, ReadonlyMap<string, Row<unknown>>>(allViews.map((view) => [view.name, foldView(view, story)]));
  const personal = [...folded].flatMap(([name, rows]) =>
    [...rows.values()].some(({ audience }) => audience.some(isPersonal)) ? [name] : [],
  );

  test('[R9] has everything that the hub shows to somebody by name or for a mentorship of theirs', () => {
    expect(personal.filter((name) => !(name in OWN_VIEWS) && !LEFT_OUT.has(name))).toEqual([]);
  });

  test('names no view that holds nothing of a person', () => {
    expect([...Object.keys(OWN_VIEWS), ...LEFT_OUT].filter((name) => !personal.includes(name))).toEqual([]);
  });
});
