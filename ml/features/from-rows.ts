import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Aim, Availability, Expertise, Preferences, Profile } from '@alongside/domain/people/person.events.js';
import type { MustHave } from '@alongside/domain/suggestions/must-haves.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import type { Mentee, Mentor, Workplace } from './candidate.js';

/** Fewer answers than these do not make a habit. */
export const USUAL_REPLY_LEAST_ANSWERS = 3;
const HOURS_PER_DAY = 24;

/** What the rows of a mentor in `directory` and `capacity` give together; the views’ own rows fit. */
export interface MentorListing {
  readonly person: PersonId;
  /** What to call them in a sentence. */
  readonly called: string;
  readonly institutions: readonly InstitutionId[];
  readonly phases: readonly string[];
  readonly subjects: readonly string[];
  readonly settings: readonly string[];
  readonly careerStage: string | null;
  readonly expertise: readonly Expertise[];
  readonly availability: Availability | null;
  readonly preferences: Preferences;
  readonly offer: { readonly careerStages: readonly string[] };
  readonly paused: object | null;
  readonly places: number;
  readonly taken: number;
  readonly openRequests: number;
  readonly unanswered: number;
  readonly answered: number;
  readonly answerHours: number;
}

/** What a person’s own profile gives; the view’s own row fits. */
export interface OwnProfile {
  readonly person: PersonId;
  /** What to call them in a sentence. */
  readonly called: string;
  readonly profile: Profile | null;
  readonly expertise: readonly Expertise[];
  readonly aims: readonly Aim[];
  readonly availability: Availability | null;
  readonly preferences: Preferences;
  readonly exclusions: readonly PersonId[];
}

type Workplaces = ReadonlyMap<InstitutionId, Workplace>;

/** What to call a person in a remark. An erased person has no name. */
const givenNameIn = ({ called }: { readonly called: string }): string => isolated(called) || 'this person';

/** A mentor as the directory lists them, the same for all who look. */
export function mentorFrom(row: MentorListing, workplaces: Workplaces): Mentor {
  const { person, phases, subjects, settings, careerStage, expertise, availability, preferences, places, taken, openRequests } = row;
  return {
    person,
    phases,
    subjects,
    settings,
    careerStage,
    expertise,
    availability,
    preferences,
    places,
    taken,
    openRequests,
    unanswered: row.unanswered,
    givenName: givenNameIn(row),
    workplaces: placesOf(row.institutions, workplaces),
    helps: row.offer.careerStages,
    paused: row.paused !== null,
    usualReplyDays: usualReplyDaysOf(row),
  };
}

/** Days until a mentor’s first reply, as it usually is. */
export const usualReplyDaysOf = ({ answered, answerHours }: Pick<MentorListing, 'answered' | 'answerHours'>): number | null =>
  answered >= USUAL_REPLY_LEAST_ANSWERS ? Math.max(1, Math.ceil(answerHours / answered / HOURS_PER_DAY)) : null;

/** A person who looks for a mentor, with the people they cannot be matched with. */
export function menteeFrom(
  row: OwnProfile,
  institutions: readonly InstitutionId[],
  workplaces: Workplaces,
  apart: {
    readonly excludedBy: Iterable<PersonId>;
    readonly assessedBy: Iterable<PersonId>;
    readonly askedOrPaired: Iterable<PersonId>;
    readonly mentoredLately?: Iterable<PersonId>;
    readonly mustHaves?: readonly MustHave[];
  },
): Mentee {
  const { person, expertise, aims, availability, preferences } = row;
  const { phases = [], subjects = [], settings = [], careerStage = null } = row.profile ?? {};
  return {
    person,
    expertise,
    aims,
    availability,
    preferences,
    phases,
    subjects,
    settings,
    careerStage,
    givenName: givenNameIn(row),
    workplaces: placesOf(institutions, workplaces),
    exclusions: new Set(row.exclusions),
    excludedBy: new Set(apart.excludedBy),
    assessedBy: new Set(apart.assessedBy),
    askedOrPaired: new Set(apart.askedOrPaired),
    mentoredLately: new Set(apart.mentoredLately),
    mustHaves: apart.mustHaves ?? [],
  };
}

const placesOf = (institutions: readonly InstitutionId[], workplaces: Workplaces): readonly Workplace[] =>
  institutions.flatMap((institution) => workplaces.get(institution) ?? []);
