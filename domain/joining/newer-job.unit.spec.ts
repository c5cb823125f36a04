import type { Profile } from '../people/person.events.js';
import { withJobOf } from './newer-job.js';

const empty: Profile = { jobTitle: '', about: '', phases: [], subjects: [], settings: [], roles: [] };
const had: Profile = { ...empty, jobTitle: 'Teacher', about: 'I like rain.', phases: ['primary'], subjects: ['maths'], careerStage: 'ect' };

test('a newer job takes the place of the older one as far as it says any, and no words of their person', () => {
  const newer: Profile = { ...empty, jobTitle: 'Head of maths', phases: ['secondary'] };
  expect(withJobOf(newer, had)).toEqual({ ...had, jobTitle: 'Head of maths', phases: ['secondary'] });
  expect(withJobOf({ ...newer, careerStage: 'leader' }, undefined)).toEqual({ ...newer, careerStage: 'leader' });
});

test('where it says nothing else nothing is said anew', () => {
  expect(withJobOf(empty, had)).toBeUndefined();
  expect(withJobOf({ ...empty, jobTitle: 'Teacher' }, had)).toBeUndefined();
});
