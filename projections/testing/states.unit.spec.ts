import type { StreamId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import { aggregates, type AnyAggregate, type Category } from '@alongside/domain/protocol/registry.js';
import { expectPlain } from '@alongside/domain/testing/given.js';
import { communityStory } from './community.js';

/** The states of the story, each stream after each of its events. */
function* statesOf(events: readonly (Event & { readonly stream: StreamId })[]) {
  const states = new Map<StreamId, unknown>();
  for (const event of events) {
    const category = event.stream.slice(0, event.stream.indexOf('-')) as Category;
    const { decider } = aggregates[category] as unknown as AnyAggregate;
    const state = decider.evolve(states.has(event.stream) ? states.get(event.stream) : decider.initial, event);
    states.set(event.stream, state);
    yield { category, state };
  }
}

const states = [...statesOf(communityStory())];

describe('the state of an aggregate', () => {
  test('is plain JSON after every event of the whole story', () => {
    for (const { state } of states) expectPlain(state);
    expect(new Set(states.map(({ category }) => category)).size).toBeGreaterThan(8);
  });

  test('holds nobody’s own words', () => {
    const holding = states.flatMap(({ category, state }) => {
      const words = JSON.stringify(state).match(/canary-[a-z0-9-]+/g) ?? [];
      return words.map((word) => `${category}: ${word}`);
    });
    expect([...new Set(holding)]).toEqual([]);
  });
});
