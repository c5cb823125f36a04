import { happened, given, type Told } from '../testing/given-events.js';
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
  const happens = (pairs: number, met: number, each = 1, told: Told = school, of = '') => {
    const pair = (n: number) => ({ mentorship: `${of}m${n}`, mentor: 'asha', mentee: `${of}p${n}` });
    const begun = Array.from({ length: pairs }, (_, n) =>
      happened('MentorshipStarted', { ...pair(n), request: null, aims: [] }, { ...told, at: '2026-03-01T12:00:00.000Z' }),
    );
    const held = Array.from({ length: met * each }, (_, n) =>
      happened('MeetingClosed', { meeting: `${of}k${n}`, ...pair(n % met), by: 'asha', took: true, on: '2026-03-03', minutes: 45 }, told),
    );
    return [...begun, ...held];
  };
  const row = (...of: Parameters<typeof happens>) => {
    const found = given(overviewView, happens(...of)).row(outsideId('oakfield'));
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

  test('nor do the meetings of a trust, less those of the schools that show theirs', () => {
    // Twelve of the trust met. Where the other two held seven meetings, five of the six met in the first, and one did not.
    const trustOf = (pairs: number, met: number) => {
      const at = (institution: string) => ({ institutions: [institution, 'riverbank'] });
      const events = [
        ...['oakfield', 'elm', 'moor'].map((institution) => happened('TrustJoined', { institution, trust: 'riverbank' })),
        ...happens(pairs, met, 3, at('oakfield'), 'oakfield'),
        ...happens(6, 3, 1, at('elm'), 'elm'),
        ...happens(5, 4, 1, at('moor'), 'moor'),
      ];
      const { row } = given(overviewView, events);
      expect(row(outsideId('oakfield'))?.figures).toMatchObject({ pairsThatMet: null, meetingsHeld: 3 * met });
      expect(row(outsideId('elm'))?.figures).toMatchObject({ meetingsHeld: null });
      return row(outsideId('riverbank'))?.figures;
    };
    expect(trustOf(6, 5)).toMatchObject({ pairs: 17, pairsThatMet: 12, meetingsHeld: null, minutes: null });
    // Of eight, six or seven met.
    expect(trustOf(8, 6)).toMatchObject({ pairs: 19, pairsThatMet: 13, meetingsHeld: 25 });
  });

  test('nor do those of a trust, where its schools that withhold their pairs have few in all', () => {
    // Of 16 pairs 11 met. Where the other two have seven, four or more of the nine met in the first: four, as it is withheld for being small.
    const trustOf = (met: number) => {
      const at = (institution: string) => ({ institutions: [institution, 'riverbank'] });
      const events = [
        ...['oakfield', 'elm', 'moor'].map((institution) => happened('TrustJoined', { institution, trust: 'riverbank' })),
        ...happens(9, 4, 1, at('oakfield'), 'oakfield'),
        ...happens(4, met, 1, at('elm'), 'elm'),
        ...happens(3, 3, 1, at('moor'), 'moor'),
      ];
      return given(overviewView, events).row(outsideId('riverbank'))?.figures;
    };
    expect(trustOf(4)).toMatchObject({ pairs: 16, pairsThatMet: null });
    expect(trustOf(3)).toMatchObject({ pairs: 16, pairsThatMet: 10 });
  });
});
