import type { CommunicationItem, CpdActivity, MeetingKind, ProficiencyLevel } from './types.js';

/** Five levels of proficiency, with how one says it of oneself and what others see. */
export const PROFICIENCY_LEVELS: readonly ProficiencyLevel[] = [
  {
    level: 1,
    id: 'lvl-starting',
    name: 'Starting',
    self: 'I know little about this yet, or I have only read or heard about it.',
    seen: 'Follows a given plan or script with help.',
  },
  {
    level: 2,
    id: 'lvl-developing',
    name: 'Developing',
    self: 'I use this with support or in familiar lessons; results vary.',
    seen: 'Works in familiar situations; needs prompts in new ones.',
  },
  {
    level: 3,
    id: 'lvl-secure',
    name: 'Secure',
    self: 'I use this well and on my own, and I can say why it works.',
    seen: 'Consistent across classes; adapts when it does not work.',
  },
  {
    level: 4,
    id: 'lvl-skilled',
    name: 'Highly skilled',
    self: 'Colleagues ask me for help; I adapt it across classes and contexts.',
    seen: 'Can model it, break it into steps and diagnose others’ difficulties.',
  },
  {
    level: 5,
    id: 'lvl-leading',
    name: 'Leading others',
    self: 'I lead, train or advise on this beyond my own team, with evidence of impact.',
    seen: 'Designs training or policy on it; work stands up to outside challenge.',
  },
];

/** Our own questions on ways of working, not a psychological test: 1 is wholly `left`, 5 wholly `right`, each may be skipped. */
export const COMMUNICATION_ITEMS: readonly CommunicationItem[] = [
  { id: 'comm-pace', left: 'I like to talk things through quickly', right: 'I like time to think first' },
  { id: 'comm-structure', left: 'I like an agenda', right: 'I like to see where the conversation goes' },
  { id: 'comm-directness', left: 'Tell me straight', right: 'Ask me questions so I find it myself' },
  { id: 'comm-detail', left: 'Start with the big picture', right: 'Start with the detail' },
  { id: 'comm-channel', left: 'I prefer a call or meeting', right: 'I prefer writing' },
  { id: 'comm-frequency', left: 'Little and often', right: 'Longer and less often' },
  { id: 'comm-feedback-timing', left: 'Feedback the same day', right: 'Feedback once I have reflected' },
  { id: 'comm-celebration', left: 'I like success to be noticed', right: 'I prefer it kept private' },
];

/** Kinds of meeting and how long each usually takes, in minutes. */
export const MEETING_KINDS: readonly MeetingKind[] = [
  { id: 'fmt-coaching-cycle', name: 'Coaching cycle (visit, feedback, rehearsal)', minutes: 30 },
  { id: 'fmt-mentor-session', name: 'Mentor session', minutes: 45 },
  { id: 'fmt-weekly-ect1', name: 'Weekly ECT session, year 1', minutes: 60 },
  { id: 'fmt-fortnightly-ect2', name: 'Fortnightly ECT session, year 2', minutes: 60 },
  { id: 'fmt-check-in', name: 'Short check-in', minutes: 15 },
  { id: 'fmt-termly-review', name: 'Termly review', minutes: 45 },
  { id: 'fmt-drop-in', name: 'Lesson drop-in', minutes: 15 },
  { id: 'fmt-group', name: 'Group mentoring circle', minutes: 60 },
  { id: 'fmt-shadow', name: 'Shadowing or school visit', minutes: 180 },
  { id: 'fmt-async', name: 'Asynchronous exchange', minutes: 0 },
];

/** Kinds of professional learning. One hour is one credit for all of them: a convention, not a legal currency. */
export const CPD_ACTIVITIES: readonly CpdActivity[] = [
  { id: 'cpd-mentoring-given', name: 'Mentoring given' },
  { id: 'cpd-mentoring-received', name: 'Mentoring received' },
  { id: 'cpd-coaching', name: 'Coaching' },
  { id: 'cpd-observation-of-others', name: 'Observing a colleague' },
  { id: 'cpd-being-observed', name: 'Being observed with feedback' },
  { id: 'cpd-course', name: 'Course or programme' },
  { id: 'cpd-npq', name: 'NPQ' },
  { id: 'cpd-inset', name: 'INSET or staff training' },
  { id: 'cpd-webinar', name: 'Webinar' },
  { id: 'cpd-conference', name: 'Conference or TeachMeet' },
  { id: 'cpd-reading', name: 'Professional reading with reflection' },
  { id: 'cpd-enquiry', name: 'Practitioner enquiry or research' },
  { id: 'cpd-network', name: 'Network, subject association or learning community' },
  { id: 'cpd-moderation', name: 'Moderation or examining' },
  { id: 'cpd-design', name: 'Designing or leading training' },
  { id: 'cpd-self-study', name: 'Self-study or e-learning' },
  { id: 'cpd-school-visit', name: 'School visit or work shadowing' },
  { id: 'cpd-statutory', name: 'Statutory training (safeguarding, first aid)' },
];
