import { given, happened } from '../testing/given-events.js';
import { profileView } from './profile.view.js';

const joined = happened('PersonJoined', { person: 'ben', name: 'Ben', email: 'ben@school.example' });
const consent = (to: string, wording: string) => happened('ConsentGiven', { person: 'ben', to, wording });
const row = (...events: Parameters<typeof given>[1]) => given(profileView, [joined, ...events]).row('ben');

describe('one’s own profile', () => {
  test('is for the person and nobody else', () => {
    expect(given(profileView, [joined]).audience('ben')).toEqual(['person:ben']);
  });

  test('begins empty: nothing is taken as said', () => {
    expect(row()).toMatchObject({
      name: 'Ben',
      email: 'ben@school.example',
      profile: null,
      availability: null,
      offer: null,
      aims: [],
      places: 0,
    });
  });

  test('keeps what was said last', () => {
    expect(
      row(
        happened('AimsSet', { person: 'ben', aims: [{ tag: 'behaviour', from: 1, to: 3 }] }),
        happened('AimsSet', { person: 'ben', aims: [{ tag: 'questioning', from: 2, to: 4 }] }),
      )?.aims,
    ).toEqual([{ tag: 'questioning', from: 2, to: 4 }]);
  });

  test('offering, pausing and withdrawing', () => {
    const offered = happened('MentoringOffered', { person: 'ben', offer: { careerStages: [], note: 'Gladly' } });
    const paused = happened('MentoringPaused', { person: 'ben', until: '2026-09-01' });
    expect(row(offered, paused)).toMatchObject({ offer: { note: 'Gladly' }, paused: { until: '2026-09-01' } });
    expect(row(offered, paused, happened('MentoringResumed', { person: 'ben' }))?.paused).toBeNull();
    expect(row(offered, paused, happened('MentoringWithdrawn', { person: 'ben' }))).toMatchObject({ offer: null, paused: null });
  });

  test('[R5] an exclusion stands once, however often it was said, and can be lifted', () => {
    const excluded = happened('ExclusionAdded', { person: 'ben', other: 'cleo' });
    expect(row(excluded, excluded)?.exclusions).toEqual(['cleo']);
    expect(row(excluded, happened('ExclusionLifted', { person: 'ben', other: 'cleo' }))?.exclusions).toEqual([]);
  });

  test('a consent says to what, in which wording and when; withdrawing it leaves none', () => {
    expect(row(consent('research', 'v1'), consent('research', 'v2'))?.consents).toEqual([
      { to: 'research', wording: 'v2', at: '2026-03-06T12:00:00.000Z' },
    ]);
    expect(row(consent('research', 'v1'), happened('ConsentWithdrawn', { person: 'ben', to: 'research' }))?.consents).toEqual([]);
  });

  test('places are known whichever stream was read first', () => {
    const places = happened('CapacityChanged', { mentor: 'ben', places: 2 });
    expect(row(places)?.places).toBe(2);
    expect(given(profileView, [places, joined]).row('ben')?.places).toBe(2);
  });

  test('[R9] is gone when the person was erased', () => {
    expect(row(happened('PersonErased', { person: 'ben' }))).toBeUndefined();
  });
});
