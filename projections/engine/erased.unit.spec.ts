import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { happened } from '../testing/given-events.js';
import { positionOf } from '../testing/memory-feed.js';
import { afterErasures, erasedBefore, NOBODY_ERASED } from './erased.js';

const [ben, cleo, dev] = ['ben', 'cleo', 'dev'] as [PersonId, PersonId, PersonId];

describe('who is erased', () => {
  test('before a place in the log is said by what is known and by the batch', () => {
    const [known, fresh] = [new Map([[ben, positionOf(3)]]), new Map([[cleo, positionOf(5)]])];
    const at = (place: number) => [ben, cleo, dev].filter(erasedBefore(positionOf(place), known, fresh));
    expect([2, 3, 4, 5, 6].map(at)).toEqual([[], [], [ben], [ben], [ben, cleo]]);
  });

  test('is not said of a person whose place was never noted, until it is', () => {
    const unplaced = new Map([[ben, undefined]]);
    expect(erasedBefore(positionOf(9), unplaced)(ben)).toBe(false);
    expect(erasedBefore(positionOf(9), unplaced, new Map([[ben, positionOf(4)]]))(ben)).toBe(true);
  });

  test('costs no look-up where nobody ever was', () => {
    expect(erasedBefore(positionOf(9), new Map(), new Map())).toBe(NOBODY_ERASED);
  });

  test('in a batch is named with the first place, unless that was known', () => {
    const erased = (person: string, place: number) => ({ ...happened('PersonErased', { person }), position: positionOf(place) });
    const batch = [erased('ben', 4), erased('cleo', 5), erased('dev', 6), erased('dev', 7)];
    const known = new Map([
      [ben, positionOf(2)],
      [cleo, undefined],
    ]);
    expect([...afterErasures(batch, known).erased]).toEqual([
      [cleo, positionOf(5)],
      [dev, positionOf(6)],
    ]);
  });
});
