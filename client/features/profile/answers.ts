import { role } from '@alongside/domain/uk/taxonomy/lists.js';
import type { ViewRows } from '../../replica/index.js';

export type OwnProfile = ViewRows['profile'];

/** The sections of a profile, in the order in which they are asked. */
export const SECTIONS = ['name', 'teaching', 'stage', 'aims', 'times', 'help', 'ways', 'visibility', 'offers', 'mentoring'] as const;
export type SectionId = (typeof SECTIONS)[number];

/** One of the eight answers that make a profile useful to another person. */
export interface Answer {
  readonly id: 'name' | 'job' | 'phase' | 'subject' | 'stage' | 'aims' | 'times' | 'rhythm';
  readonly section: SectionId;
  readonly given: boolean;
}

const TEACHES_NO_SUBJECT = new Set(['support', 'governance', 'executive', 'system']);

/** Whether a subject is a fair question: not to those whose every role is away from the classroom. */
export const isAskedSubject = (roles: readonly string[]): boolean =>
  roles.length === 0 || roles.some((id) => !TEACHES_NO_SUBJECT.has(role(id)?.family ?? 'teaching'));

/** The eight answers and which of them are given. What a person wants to learn may be answered by what they can teach. */
export function answersOf({ name, profile, aims, expertise, availability }: OwnProfile): readonly Answer[] {
  const subjectGiven = profile !== null && (profile.subjects.length > 0 || !isAskedSubject(profile.roles));
  return [
    { id: 'name', section: 'name', given: name.trim() !== '' },
    { id: 'job', section: 'name', given: (profile?.jobTitle.trim() ?? '') !== '' },
    { id: 'phase', section: 'teaching', given: (profile?.phases.length ?? 0) > 0 },
    { id: 'subject', section: 'teaching', given: subjectGiven },
    { id: 'stage', section: 'stage', given: profile?.careerStage !== undefined },
    { id: 'aims', section: 'aims', given: aims.length > 0 || expertise.length > 0 },
    { id: 'times', section: 'times', given: (availability?.slots.length ?? 0) > 0 },
    { id: 'rhythm', section: 'times', given: availability !== null },
  ];
}

/** The first section with an answer still to give, after `after` where one is named; `undefined` where all are given. */
export function nextSection(profile: OwnProfile, after?: SectionId): SectionId | undefined {
  const open = SECTIONS.filter((section) => answersOf(profile).some((answer) => answer.section === section && !answer.given));
  const from = after ? SECTIONS.indexOf(after) : -1;
  return open.find((section) => SECTIONS.indexOf(section) > from) ?? open.find((section) => section !== after);
}

/** A profile's description with some of it changed; what was never said starts empty. */
export const described = (own: OwnProfile, change: Partial<NonNullable<OwnProfile['profile']>>): NonNullable<OwnProfile['profile']> => ({
  jobTitle: '',
  about: '',
  phases: [],
  subjects: [],
  settings: [],
  roles: [],
  ...own.profile,
  ...change,
});
