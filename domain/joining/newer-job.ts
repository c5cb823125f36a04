import type { Profile } from '../people/person.events.js';

const LISTS = ['phases', 'subjects', 'settings', 'roles'] as const;

/** A profile with the job of a newer one as far as that says any; undefined where nothing changes. What people wrote of themselves stays. */
export function withJobOf(newer: Profile, had: Profile | undefined): Profile | undefined {
  const before: Profile = had ?? { jobTitle: '', about: '', phases: [], subjects: [], settings: [], roles: [] };
  const after = {
    ...before,
    jobTitle: newer.jobTitle || before.jobTitle,
    ...(newer.careerStage !== undefined && { careerStage: newer.careerStage }),
    ...Object.fromEntries(LISTS.flatMap((list) => (newer[list].length > 0 ? [[list, newer[list]]] : []))),
  };
  return JSON.stringify(after) === JSON.stringify(before) ? undefined : after;
}
