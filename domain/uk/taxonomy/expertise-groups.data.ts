import type { ExpertiseGroup } from './types.js';

/** The sixteen groups of expertise, in the order in which they are shown. */
export const EXPERTISE_GROUPS: readonly ExpertiseGroup[] = [
  { id: 'expg-behaviour', name: 'Behaviour and relationships', definition: 'Calm, safe, motivated classrooms and schools' },
  { id: 'expg-learning', name: 'How pupils learn', definition: 'Applying what is known about learning and development' },
  { id: 'expg-classroom', name: 'Classroom practice', definition: 'Teaching techniques in the lesson' },
  { id: 'expg-inclusion', name: 'Adaptive teaching and inclusion', definition: 'Teaching that works for every pupil' },
  {
    id: 'expg-send',
    name: 'SEND, ALN and additional support needs',
    definition: 'Use the local term: SEND (England, NI), ALN (Wales), ASN (Scotland)',
  },
  { id: 'expg-curriculum', name: 'Curriculum', definition: 'What is taught, in what order and why' },
  { id: 'expg-literacy-numeracy', name: 'Reading, writing and number', definition: 'Core knowledge across phases' },
  { id: 'expg-assessment', name: 'Assessment and feedback', definition: 'Finding out what pupils know and acting on it' },
  { id: 'expg-phase', name: 'Phase and setting practice', definition: 'Knowing a particular kind of setting' },
  {
    id: 'expg-pastoral',
    name: 'Pastoral care and safeguarding',
    definition: 'Keeping pupils safe and well. Mentor conversations never hold pupil details.',
  },
  { id: 'expg-digital', name: 'Technology and AI', definition: 'Digital practice that supports teaching' },
  { id: 'expg-professional-learning', name: 'Mentoring, coaching and teacher education', definition: 'Helping other adults to learn' },
  { id: 'expg-research', name: 'Evidence and research', definition: 'Using and making evidence' },
  { id: 'expg-leadership', name: 'Leadership', definition: 'Leading people, quality and improvement' },
  { id: 'expg-operations', name: 'Running a school', definition: 'Business, people and compliance' },
  { id: 'expg-career', name: 'Career and wellbeing', definition: 'The person as well as the practice' },
];
