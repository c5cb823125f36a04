import type { ClockTime, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Availability, Slot } from '@alongside/domain/people/person.events.js';
import type { Mentee, Mentor, Workplace } from '../features/candidate.js';

/** A slot such as `tuesday 15:30-17:00`. */
export function slot(text: string): Slot {
  const [weekday, hours] = text.split(' ');
  const [from, to] = (hours ?? '').split('-');
  return { weekday: weekday as Slot['weekday'], from: from as ClockTime, to: to as ClockTime };
}

/** When a person could meet: fortnightly for 45 minutes in either form, unless said otherwise. */
export const free = (slots: readonly string[], change: Partial<Availability> = {}): Availability => ({
  slots: slots.map(slot),
  format: 'either',
  frequency: 'fortnightly',
  minutes: 45,
  ...change,
});

/** A workplace on the map, so many miles east of the origin. */
export const school = (name: string, milesEast: number, trust: string | null = null): Workplace => ({
  institution: name.toLowerCase() as InstitutionId,
  name,
  trust: trust as InstitutionId | null,
  nation: 'england',
  easting: 400_000 + Math.round(milesEast * 1_609.344),
  northing: 300_000,
});

const said = {
  expertise: [],
  phases: [],
  subjects: [],
  settings: [],
  careerStage: null,
  availability: null,
  preferences: {},
  workplaces: [],
};

/** A person who has said nothing yet but what is given. */
export const mentee = (change: Partial<Mentee> = {}): Mentee => ({
  ...said,
  person: 'ben' as PersonId,
  givenName: 'Ben',
  aims: [],
  exclusions: new Set(),
  excludedBy: new Set(),
  assessedBy: new Set(),
  askedOrPaired: new Set(),
  mentoredLately: new Set(),
  mustHaves: [],
  ...change,
});

/** A mentor who offers two places and has said nothing else but what is given. */
export const mentor = (givenName: string, change: Partial<Mentor> = {}): Mentor => ({
  ...said,
  person: givenName.toLowerCase() as PersonId,
  givenName,
  helps: [],
  places: 2,
  taken: 0,
  openRequests: 0,
  unanswered: 0,
  paused: false,
  usualReplyDays: null,
  ...change,
});
