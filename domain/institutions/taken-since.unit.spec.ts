import type { Position } from '../kernel/brand.js';
import { isTakenSince } from './taken-since.js';

const since = (taken: string | undefined, asOf: string) => isTakenSince(taken as Position | undefined, asOf as Position);

test('what was taken behind the position up to which a join knew the log stands, and what was taken up to it was of one record', () => {
  expect([since('4', '3'), since('3', '3'), since('2', '3'), since(undefined, '3')]).toEqual([true, false, false, false]);
});
