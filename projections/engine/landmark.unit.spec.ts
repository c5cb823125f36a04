import { positionOf, recorded } from '../testing/memory-feed.js';
import { noise } from '../testing/sample-views.js';
import { furtherOf, landmarkOf } from './landmark.js';

const at = (place: number) => landmarkOf(recorded(place, noise));

describe('a landmark', () => {
  test('is what tells an event from any other, and nothing of what happened', () => {
    expect(at(3)).toEqual({ stream: 'thing-1', revision: 2, position: positionOf(3), hash: '' });
  });

  test('the one that is further on is taken, be it the only one', () => {
    expect([furtherOf(at(1), at(2)), furtherOf(at(2), at(1))]).toEqual([at(2), at(2)]);
    expect([furtherOf(at(1), undefined), furtherOf(undefined, at(2)), furtherOf(undefined, undefined)]).toEqual([at(1), at(2), undefined]);
  });
});
