import type { PersonId } from '../kernel/brand.js';
import { writersIn } from './writers.js';

const ben = 'ben' as PersonId;

test('whose words stand in an event is said by its schema: each once, nobody where there are none, whoever asks again', () => {
  const ended = { type: 'MentorshipEnded', actor: ben, data: { mentorship: 'm', by: ben, reason: 'Private', wantsAnother: true } };
  for (const _ of [1, 2]) expect(writersIn(ended)).toEqual([ben]);
  expect(writersIn({ ...ended, data: { ...ended.data, reason: '' } })).toEqual([ben]);
  for (const _ of [1, 2]) expect(writersIn({ type: 'MentorshipResumed', actor: ben, data: { mentorship: 'm', by: ben } })).toEqual([]);
  expect(writersIn({ type: 'MoonLanded', actor: ben, data: {} })).toEqual([]);
});
