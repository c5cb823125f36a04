import { BROWSER } from './ports.js';

test('the browser tells when it goes offline and online, and no more once nobody listens', () => {
  const told: boolean[] = [];
  const stop = BROWSER.network.onChange((online) => told.push(online));
  dispatchEvent(new Event('offline'));
  dispatchEvent(new Event('online'));
  expect(told).toEqual([false, true]);
  stop();
  dispatchEvent(new Event('offline'));
  dispatchEvent(new Event('online'));
  expect(told).toEqual([false, true]);
});
