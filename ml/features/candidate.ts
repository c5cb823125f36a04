import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MustHave } from '@alongside/domain/suggestions/must-haves.js';
import type { Aim, Availability, Expertise, Preferences } from '@alongside/domain/people/person.events.js';

/** Where a person works, as far as distance and belonging matter. Metres on the British National Grid. */
export interface Workplace {
  readonly institution: InstitutionId;
  readonly name: string;
  readonly trust: InstitutionId | null;
  readonly nation: Nation;
  readonly easting?: number;
  readonly northing?: number;
}

/**
 * All that matching may know of a person: their work and workplaces. Age, sex, ethnicity, belief, disability and the like are absent, so no
 * part can use them.
 */
export interface Educator {
  readonly person: PersonId;
  /** How the sentences call them. */
  readonly givenName: string;
  readonly expertise: readonly Expertise[];
  readonly phases: readonly string[];
  readonly subjects: readonly string[];
  readonly settings: readonly string[];
  readonly careerStage: string | null;
  /** `null`: not said yet. */
  readonly availability: Availability | null;
  readonly preferences: Preferences;
  readonly workplaces: readonly Workplace[];
}

/** A person who looks for a mentor. */
export interface Mentee extends Educator {
  /** In order of importance. */
  readonly aims: readonly Aim[];
  /** Whom the mentee never wants to be matched with. */
  readonly exclusions: ReadonlySet<PersonId>;
  /** Who has excluded the mentee. Only ever used to leave them out; never told. */
  readonly excludedBy: ReadonlySet<PersonId>;
  /** Line managers and induction tutors: the people who appraise or assess the mentee. */
  readonly assessedBy: ReadonlySet<PersonId>;
  /** Mentors the mentee has an open request with, or shares a mentorship with. */
  readonly askedOrPaired: ReadonlySet<PersonId>;
  /** Mentors of mentorships that ended lately, and those who lately said no: found and asked, and not suggested as new. */
  readonly mentoredLately: ReadonlySet<PersonId>;
  /** What they insist on of a mentor. */
  readonly mustHaves: readonly MustHave[];
}

/** A person who offers mentoring. */
export interface Mentor extends Educator {
  /** Career stages the mentor would like to help; none means any. */
  readonly helps: readonly string[];
  readonly places: number;
  readonly taken: number;
  readonly openRequests: number;
  readonly paused: boolean;
  /** Requests in a row that lapsed without a reply, up to now. */
  readonly unanswered: number;
  /** Days until the first reply as it usually is; `null` where too few requests were answered to say. */
  readonly usualReplyDays: number | null;
}
