import { given, happened } from '../testing/given-events.js';
import { skillView } from './skill.view.js';

const rated = (when: 'before' | 'after', level: number, mentorship: string | null = 'm1') =>
  happened('SkillRated', { person: 'ben', mentorship, tag: 'behaviour', level, when });

describe('a self-rating', () => {
  test('is for whoever gave it', () => {
    expect(given(skillView, [rated('before', 2)]).audience('ben:m1:behaviour')).toEqual(['person:ben']);
  });

  test('stands before and after, the latest of each', () => {
    expect(given(skillView, [rated('before', 1), rated('before', 2), rated('after', 4)]).row('ben:m1:behaviour')).toMatchObject({
      ...{ before: { level: 2 }, after: { level: 4 } },
    });
  });

  test('is kept apart by mentorship', () => {
    expect(given(skillView, [rated('before', 2), rated('before', 3, null)]).ids()).toEqual(['ben:m1:behaviour', 'ben:own:behaviour']);
  });

  test('[R9] is gone with the person', () => {
    expect(given(skillView, [rated('before', 2), happened('PersonErased', { person: 'ben' })]).ids()).toEqual([]);
  });
});
