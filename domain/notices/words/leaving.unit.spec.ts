import type { PersonId } from '../../kernel/brand.js';
import type { KeptFacts } from '../facts.js';
import { wordsOf } from '../words.js';

const [asha, ben] = ['asha', 'ben'] as PersonId[];
const said = (type: 'HandoverNeeded' | 'HandoverSettled' | 'MenteeLeft', to: PersonId | undefined, more: object = {}) => {
  const facts = { type, to, actor: 'hub', pair: { mentor: asha, mentee: ben }, name: (id: string) => (id === 'asha' ? 'Asha' : 'Ben') };
  const words = wordsOf({ ...facts, shown: { mentorship: 'm1' }, institution: 'Elm School', ...more } as unknown as KeptFacts);
  return [words?.title, words?.body[0]];
};

describe('a mentor who left a school', () => {
  test('is said to have left that school, which the two may never have shared', () => {
    expect(said('HandoverNeeded', ben)[0]).toBe('Asha has left Elm School');
    expect(said('HandoverNeeded', asha)[1]).toBe('You have left Elm School. You can both carry on, or end it.');
    expect(said('HandoverNeeded', ben, { institution: '' })[0]).toBe('Asha has left their school');
  });

  test('is said to be where they are now, and not “again” at a school of the other', () => {
    const back = { shown: { mentorship: 'm1', because: 'mentor-back' } };
    expect(said('HandoverSettled', ben, back)).toEqual(['Your mentorship with Asha continues', 'Asha is at Elm School now.']);
    expect(said('HandoverSettled', asha, back)).toEqual(['Your mentorship with Ben continues', 'You are at Elm School now.']);
    expect(said('HandoverSettled', ben, { ...back, institution: '' })[1]).toBe('It continues as before.');
  });
});

test('a mentee who left a school leaves the mentorship as it is, and its end to the two', () => {
  expect(said('MenteeLeft', asha)).toEqual([
    'Ben has left Elm School',
    'Your mentorship goes on until one of you ends it. You can complete it, or end it early.',
  ]);
});
