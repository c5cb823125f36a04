import { draftTerms, type Terms } from './draft-terms.js';

const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const match = { ways: { frequency: 'monthly', minutes: 40, format: 'online' }, reviewOn: '2026-06-05' } as const;
const terms = {
  purpose: 'Calm starts',
  frequency: 'weekly',
  minutes: 30,
  format: 'either',
  confidentiality: '',
  reviewOn: '2026-05-01',
} as Terms;

describe('the draft of an agreement', () => {
  test('is made of what both have said of themselves and what the mentee asked for', () => {
    expect(draftTerms(undefined, match, [ROUTINES], '2026-03-06')).toMatchObject({
      ...{ purpose: 'To work on classroom routines and expectations.', frequency: 'monthly', minutes: '40', format: 'online' },
      ...{ confidentiality: 'What we say stays between us, unless there is a risk of harm.', reviewOn: '2026-06-05' },
    });
  });

  test('is what holds already, where something does, with a new day where the old one has passed', () => {
    expect(draftTerms(terms, match, [ROUTINES], '2026-03-06')).toMatchObject({
      purpose: 'Calm starts',
      minutes: '30',
      reviewOn: '2026-05-01',
    });
    expect(draftTerms(terms, match, [], '2026-05-01').reviewOn).toBe('2026-06-05');
  });

  test('says nothing of its own where neither has said anything', () => {
    expect(draftTerms(undefined, { ...match, ways: null }, [])).toMatchObject({ purpose: '', minutes: '45', format: 'either' });
  });
});
