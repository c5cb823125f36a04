import { answersOf, described, isAskedSubject, nextSection, type OwnProfile } from './answers.js';
import { newcomer, settled } from './examples.js';

const given = (profile: OwnProfile) => answersOf(profile).flatMap((answer) => (answer.given ? [answer.id] : []));
const profileOf = (change: Partial<NonNullable<OwnProfile['profile']>>): OwnProfile => ({
  ...settled,
  profile: described(settled, change),
});

describe('the eight answers', () => {
  test('somebody who was invited has given their name, and somebody settled has given all', () => {
    expect(given(newcomer)).toEqual(['name']);
    expect(given(settled)).toHaveLength(8);
  });

  test('whoever works away from the classroom is not asked for a subject; whoever teaches as well is', () => {
    expect(isAskedSubject(['role-sbm'])).toBe(false);
    expect(isAskedSubject(['role-sbm', 'role-teacher'])).toBe(true);
    expect(isAskedSubject([])).toBe(true);
    expect(given(profileOf({ subjects: [], roles: ['role-sbm'] }))).toContain('subject');
    expect(given(profileOf({ subjects: [], roles: ['role-teacher'] }))).not.toContain('subject');
  });

  test('what one can help with is an answer as good as what one wants to learn', () => {
    expect(given({ ...settled, aims: [] })).not.toContain('aims');
    expect(given({ ...settled, aims: [], expertise: [{ tag: 'exp-send-autism', level: 4 }] })).toContain('aims');
  });

  test('no times are no answer, though how one likes to meet is', () => {
    const { availability } = settled;
    const without = { ...settled, availability: availability && { ...availability, slots: [] } };
    expect(given(without)).toContain('rhythm');
    expect(given(without)).not.toContain('times');
  });
});

describe('what is asked next', () => {
  test('the first that is missing, then the next after the one just saved, then what was passed over', () => {
    expect(nextSection(newcomer)).toBe('name');
    expect(nextSection(newcomer, 'name')).toBe('teaching');
    expect(nextSection({ ...settled, aims: [] }, 'times')).toBe('aims');
    expect(nextSection(settled)).toBeUndefined();
  });

  test('a section that was just saved is not asked again at once', () => {
    expect(nextSection({ ...settled, aims: [] }, 'aims')).toBeUndefined();
  });
});
