import { formatOfMeeting, waysOfBoth, type Ways } from './ways.js';

const asha: Ways = { frequency: 'fortnightly', minutes: 45, format: 'either' };
const ben: Ways = { frequency: 'weekly', minutes: 30, format: 'online' };

describe('how two people would meet', () => {
  test('is the shorter length, the rarer rhythm and the form that both accept, whoever is asked first', () => {
    const both = { frequency: 'fortnightly', minutes: 30, format: 'online' };
    expect(waysOfBoth(asha, ben)).toEqual(both);
    expect(waysOfBoth(ben, asha)).toEqual(both);
  });

  test('is as the mentor meets where one only meets in person and the other only online', () => {
    expect(waysOfBoth({ ...asha, format: 'in-person' }, ben)?.format).toBe('in-person');
    expect(waysOfBoth(ben, { ...asha, format: 'in-person' })?.format).toBe('online');
    expect(waysOfBoth({ ...asha, format: 'in-person' }, { ...ben, format: 'in-person' })?.format).toBe('in-person');
  });

  test('is what the one said who has said it; unknown where neither has', () => {
    expect(waysOfBoth(null, ben)).toEqual(ben);
    expect(waysOfBoth(asha, null)).toEqual(asha);
    expect(waysOfBoth(null, null)).toBeNull();
  });

  test('one meeting is in person unless they meet online', () => {
    expect([undefined, 'either', 'in-person', 'online'].map((format) => formatOfMeeting(format as Ways['format']))).toEqual([
      ...['in-person', 'in-person', 'in-person', 'online'],
    ]);
  });
});
