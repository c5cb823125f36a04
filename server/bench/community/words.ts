import type { Random } from '../../demo/random.js';

const SENTENCES = [
  'The opening task is on the board before anybody comes in.',
  'I asked three pupils to explain their thinking before I said whether they were right.',
  'Year 9 settle more quickly when I wait for quiet and say little.',
  'We looked at two books together and agreed what good feedback would have said.',
  'Next time I want to plan the questions before the activity.',
  'The seating plan helped, and so did meeting them at the door.',
  'I would like to see how you close a lesson with this class.',
  'Marking took less than half of the time once I read the whole set first.',
  'The knowledge organiser is shorter now and they use it.',
  'She modelled the first step twice and left the second one to them.',
];
const TITLES = [
  'Questions that make everybody think',
  'A calm start to every lesson',
  'Feedback that pupils act on',
  'Planning a sequence of lessons',
  'Working well with teaching assistants',
  'Talking with parents about progress',
  'Reading aloud with confidence',
  'Retrieval at the start of a lesson',
];
const JOBS = ['Teacher', 'Teacher of mathematics', 'Teacher, Year 2', 'Subject leader', 'Head of year', 'SENCO', 'Teaching assistant'];
const PLACES = ['Room 12', 'The library', 'Online, with the link in the invitation', 'The staff room', 'Science lab 3'];

export const sentences = (random: Random, least: number, most: number): string =>
  Array.from({ length: random.whole(least, most) }, () => random.pick(SENTENCES)).join(' ');
export const aTitle = (random: Random): string => random.pick(TITLES);
export const aJob = (random: Random): string => random.pick(JOBS);
export const aPlace = (random: Random): string => random.pick(PLACES);

export const TAGS = [
  'exp-behaviour-classroom-routines-and-expectations',
  'exp-behaviour-responding-to-low-level-disruption',
  'exp-behaviour-relationships-and-classroom-climate',
  'exp-behaviour-de-escalation-and-restorative-practice',
  'exp-behaviour-whole-school-behaviour-systems',
  'exp-learning-working-memory-and-cognitive-load',
  'exp-learning-retrieval-and-spaced-practice',
  'exp-learning-metacognition-and-self-regulation',
];
export const STAGES = ['stage-trainee', 'stage-ect1', 'stage-ect2', 'stage-recently-qualified', 'stage-experienced', 'stage-middle-leader'];
export const SUBJECTS = ['sub-mathematics', 'sub-english', 'sub-science', 'sub-history', 'sub-geography', 'sub-music'];
export const PHASES = ['ph-ks1', 'ph-ks2', 'ph-ks3', 'ph-ks4'];
