import type { CommunicationItem, ProficiencyLevel } from './types.js';

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
