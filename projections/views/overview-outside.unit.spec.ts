import { happened, given } from '../testing/given-events.js';
import { outsideId } from './outside-id.js';
import { overviewView } from './overview.view.js';

const school = { institutions: ['oakfield'] };
const started = happened('MentorshipStarted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', request: null, aims: [] }, school);
const inTrust = { institution: 'oakfield', trust: 'riverbank' };
const audience = (...events: Parameters<typeof given>[1]) => given(overviewView, [started, ...events]).audience(outsideId('oakfield'));

test('[R7] what may leave the hub is for its administrators, and for those who look after it or its trust to take along', () => {
  const own = ['administrators', 'coordinators', 'leaders'].map((suffix) => `institution:oakfield#${suffix}`);
  const trusts = ['coordinators', 'leaders'].map((suffix) => `institution:riverbank#${suffix}`);
  expect(audience()).toEqual(own);
  expect(audience(happened('TrustJoined', inTrust))).toEqual([...own, ...trusts]);
  expect(audience(happened('TrustJoined', inTrust), happened('TrustLeft', inTrust))).toEqual(own);
});

describe('[R7] of pairs that met', () => {
  /** Of so many pairs so many met, each so often. */
  const row = (pairs: number, met: number, each = 1) => {
    const pair = (n: number) => ({ mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}` });
    const begun = Array.from({ length: pairs }, (_, n) =>
      happened('MentorshipStarted', { ...pair(n), request: null, aims: [] }, { ...school, at: '2026-03-01T12:00:00.000Z' }),
    );
    const held = Array.from({ length: met * each }, (_, n) =>
      happened('MeetingClosed', { meeting: `k${n}`, ...pair(n % met), by: 'asha', took: true, on: '2026-03-03', minutes: 45 }, school),
    );
    const found = given(overviewView, [...begun, ...held]).row(outsideId('oakfield'));
    return { isNearly: found?.outside?.nearlyAll.includes('pairsThatMet'), ...found?.figures };
  };
  const hidden = { pairsThatMet: null, meetingsHeld: null, minutes: null };

  test('five of nine are not nearly all, and of fewer than twenty it is never said: it would tell how many', () => {
    expect(row(9, 5)).toMatchObject({ isNearly: false, pairs: 9, pairsThatMet: null });
    expect(row(9, 8)).toMatchObject({ isNearly: false, pairs: 9, pairsThatMet: null });
    expect(row(19, 15)).toMatchObject({ isNearly: false, pairs: 19, pairsThatMet: null });
    expect(row(20, 16)).toMatchObject({ isNearly: true, pairs: 20, pairsThatMet: null });
  });

  test('few meetings, or the decimal of a mean, do not tell how many they are', () => {
    expect(row(9, 5)).toMatchObject({ ...hidden, meanDaysToFirstMeeting: null });
    expect(row(20, 16)).toMatchObject({ ...hidden, meanDaysToFirstMeeting: 2 });
    expect(row(9, 8, 3)).toMatchObject({ pairsThatMet: null, meetingsHeld: 24 });
    expect(row(10, 5)).toMatchObject({ pairsThatMet: 5, meetingsHeld: 5 });
  });
});
