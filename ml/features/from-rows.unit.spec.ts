import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { school } from '../testing/people.js';
import { menteeFrom, mentorFrom, type MentorListing } from './from-rows.js';

const oak = school('Oak', 0);
const workplaces = new Map([[oak.institution, oak]]);
const row: MentorListing = {
  person: 'asha' as PersonId,
  called: 'Asha',
  institutions: [oak.institution, 'gone' as InstitutionId],
  phases: ['ph-ks3'],
  subjects: [],
  settings: [],
  careerStage: null,
  expertise: [],
  availability: null,
  preferences: {},
  offer: { careerStages: ['stage-ect1'] },
  paused: null,
  places: 3,
  taken: 1,
  openRequests: 1,
  unanswered: 2,
  answered: 4,
  answerHours: 100,
};

describe('people from the views', () => {
  test('a mentor as the directory lists them', () => {
    expect(mentorFrom(row, workplaces)).toMatchObject({
      givenName: 'Asha',
      helps: ['stage-ect1'],
      workplaces: [oak],
      unanswered: 2,
      usualReplyDays: 2,
      paused: false,
    });
    expect(mentorFrom({ ...row, paused: { until: null } }, workplaces)).toMatchObject({ paused: true });
  });

  test('two answers are no habit', () => {
    expect(mentorFrom({ ...row, answered: 2 }, workplaces).usualReplyDays).toBeNull();
  });

  test('a mentee who has filled in nothing', () => {
    const own = {
      person: 'ben' as PersonId,
      called: 'Ben',
      profile: null,
      expertise: [],
      aims: [],
      availability: null,
      preferences: {},
      exclusions: [row.person],
    };
    const ben = menteeFrom(own, [oak.institution], workplaces, { excludedBy: [], assessedBy: ['helen' as PersonId], askedOrPaired: [] });
    expect(ben).toMatchObject({ givenName: 'Ben', phases: [], careerStage: null, workplaces: [oak] });
    expect([ben.exclusions.has(row.person), ben.assessedBy.has('helen' as PersonId)]).toEqual([true, true]);
  });

  test('the name of somebody erased is not made up', () => {
    expect(mentorFrom({ ...row, called: '' }, new Map()).givenName).toBe('this person');
  });
});
