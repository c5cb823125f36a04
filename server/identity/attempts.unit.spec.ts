import { Attempts, networkOf } from './attempts.js';

describe('counting attempts', () => {
  test('so many within the window, and again once it has passed', () => {
    let now = 0;
    const attempts = new Attempts(2, 1_000, () => now);
    expect([1, 2, 3].map(() => attempts.allow('here'))).toEqual([true, true, false]);
    expect(attempts.allow('there')).toBe(true);
    now = 1_001;
    expect(attempts.allow('here')).toBe(true);
  });

  test('a clock set back gives nobody more tries, and locks nobody out for longer than the window', () => {
    let now = 30 * 86_400_000;
    const attempts = new Attempts(2, 1_000, () => now);
    expect([1, 2, 3].map(() => attempts.allow('here'))).toEqual([true, true, false]);
    now = 5_000;
    expect(attempts.allow('here')).toBe(false);
    now = 6_000;
    expect([1, 2, 3].map(() => attempts.allow('here'))).toEqual([true, true, false]);
  });

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:DB8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
    [undefined, ''],
  ])('%s counts as %s', (ip, network) => expect(networkOf(ip)).toBe(network));
});
