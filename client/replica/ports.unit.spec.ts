import { jest } from '@jest/globals';
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

test('a page behind another tab is not looked at, and is told of as it comes back', () => {
  let told = 0;
  const stop = BROWSER.attention.onBack(() => (told += 1));
  const state = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect([told, BROWSER.attention.visible()]).toEqual([0, false]);
  state.mockRestore();
  document.dispatchEvent(new Event('visibilitychange'));
  expect([told, BROWSER.attention.visible()]).toEqual([1, true]);
  dispatchEvent(new Event('focus'));
  expect(told).toBe(2);
  stop();
  dispatchEvent(new Event('focus'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(told).toBe(2);
});
