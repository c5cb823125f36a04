import { replica, startReplica } from './current.js';
import { smallHub } from './testing/small-hub.js';

test('a screen that is drawn before the replica was started is told so; a second start closes the first', () => {
  expect(() => replica()).toThrow('The replica was not started.');
  const first = startReplica(smallHub().transport);
  expect(replica()).toBe(first);
  let closed = 0;
  const close = first.close;
  Object.assign(first, { close: () => ((closed += 1), close()) });
  const second = startReplica(smallHub().transport);
  expect([replica() === second, closed]).toEqual([true, 1]);
  second.close();
});
