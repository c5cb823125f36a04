import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Aim, Availability, Expertise, Preferences } from '@alongside/domain/people/person.events.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { Educator, Mentee, Mentor, Workplace } from './candidate.js';

/** What a person has answered so far, of all that matching may know. */
interface Answers {
  readonly phases: readonly string[];
  readonly subjects: readonly string[];
  readonly settings: readonly string[];
  readonly careerStage: string | null;
  readonly expertise: readonly Expertise[];
  readonly aims: readonly Aim[];
  readonly availability: Availability | null;
  readonly preferences: Preferences;
  readonly helps: readonly string[];
  readonly institutions: readonly InstitutionId[];
}

const NOTHING_YET: Answers = {
  phases: [],
  subjects: [],
  settings: [],
  careerStage: null,
  expertise: [],
  aims: [],
  availability: null,
  preferences: {},
  helps: [],
  institutions: [],
};

/** People as they were when a mentor was asked: later answers may be a fruit of the mentorship. Keeps answers alone, no name and no written word. */
export class AsAsked {
  readonly #people = new Map<PersonId, Answers>();
  readonly #workplaces = new Map<InstitutionId, Workplace>();

  /** Takes the next event of the log. What tells nothing of people or places is passed over. */
  hear(event: AnyEvent): void {
    switch (event.type) {
      case 'ProfileDescribed': {
        const { phases, subjects, settings, careerStage = null } = event.data.profile;
        return this.#say(event.data.person, { phases, subjects, settings, careerStage });
      }
      case 'ExpertiseDeclared':
        return this.#say(event.data.person, { expertise: event.data.expertise });
      case 'AimsSet':
        return this.#say(event.data.person, { aims: event.data.aims });
      case 'AvailabilitySet':
        return this.#say(event.data.person, { availability: event.data.availability });
      case 'PreferencesSet':
        return this.#say(event.data.person, { preferences: event.data.preferences });
      case 'MentoringOffered':
        return this.#say(event.data.person, { helps: event.data.offer.careerStages });
      case 'PersonErased':
        return void this.#people.delete(event.data.person);
      default:
        return this.#hearOfPlaces(event);
    }
  }

  #hearOfPlaces(event: AnyEvent): void {
    switch (event.type) {
      case 'InstitutionRegistered':
      case 'InstitutionDescribed': {
        const { institution, details } = event.data;
        const { name, nation, easting, northing } = details;
        const map = easting !== undefined && northing !== undefined ? { easting, northing } : {};
        this.#workplaces.set(institution, { institution, name, nation, trust: this.#workplaces.get(institution)?.trust ?? null, ...map });
        return;
      }
      case 'TrustJoined':
      case 'TrustLeft': {
        const known = this.#workplaces.get(event.data.institution);
        if (known) this.#workplaces.set(known.institution, { ...known, trust: event.type === 'TrustJoined' ? event.data.trust : null });
        return;
      }
      case 'MemberJoined':
        return this.#belong(event.data.person, (all) => [...all.filter((one) => one !== event.data.institution), event.data.institution]);
      case 'MemberLeft':
        return this.#belong(event.data.person, (all) => all.filter((one) => one !== event.data.institution));
      default:
    }
  }

  /** A mentee as they are now, with nobody kept apart: they asked. */
  mentee(person: PersonId): Mentee {
    const none: ReadonlySet<PersonId> = new Set();
    return {
      ...this.#educator(person),
      aims: this.#of(person).aims,
      exclusions: none,
      excludedBy: none,
      assessedBy: none,
      askedOrPaired: none,
      mentoredLately: none,
      mustHaves: [],
    };
  }

  /** A mentor as they are now, with space: how many wait for them is nothing of theirs. */
  mentor(person: PersonId): Mentor {
    return {
      ...this.#educator(person),
      helps: this.#of(person).helps,
      places: 1,
      taken: 0,
      openRequests: 0,
      paused: false,
      unanswered: 0,
      usualReplyDays: null,
    };
  }

  #educator(person: PersonId): Educator {
    const { aims: _, helps: __, institutions, ...answers } = this.#of(person);
    return { ...answers, person, givenName: '', workplaces: institutions.flatMap((id) => this.#workplaces.get(id) ?? []) };
  }

  #of = (person: PersonId): Answers => this.#people.get(person) ?? NOTHING_YET;

  #say(person: PersonId, said: Partial<Answers>): void {
    this.#people.set(person, { ...this.#of(person), ...said });
  }

  #belong(person: PersonId, change: (all: readonly InstitutionId[]) => readonly InstitutionId[]): void {
    this.#say(person, { institutions: change(this.#of(person).institutions) });
  }
}
