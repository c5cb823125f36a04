import type { Day, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type {
  Aim,
  Availability,
  Expertise,
  MentoringOffer,
  PersonEvent,
  Preferences,
  Profile,
} from '@alongside/domain/people/person.events.js';
import type { CaseloadEvent } from '@alongside/domain/requests/caseload.events.js';
import { calledOf, type NameParts } from '@alongside/domain/text/names.js';
import { change, type Rows } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import type { ChosenVisibility } from './belonging.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** A consent as it was given: to what, in which wording, when. */
export interface Consent {
  readonly to: string;
  readonly wording: string;
  readonly at: Instant;
}

/** Everything that a person said about themselves, for themselves alone. `null`: not said yet. */
export interface ProfileRow {
  readonly person: PersonId;
  readonly name: string;
  /** What they said of the parts of their name. */
  readonly names: NameParts;
  /** What to call them in a sentence. */
  readonly called: string;
  readonly email: string;
  readonly profile: Profile | null;
  readonly expertise: readonly Expertise[];
  readonly aims: readonly Aim[];
  readonly availability: Availability | null;
  readonly preferences: Preferences;
  /** `null` while they do not offer mentoring. */
  readonly offer: MentoringOffer | null;
  /** Set while they take no new requests; `until` is `null` where no end was named. */
  readonly paused: { readonly until: Day | null } | null;
  readonly visibility: ChosenVisibility;
  /** Mentors may see what they would like to work on, and offer to help. */
  readonly openToOffers: boolean;
  readonly exclusions: readonly PersonId[];
  readonly consents: readonly Consent[];
  readonly places: number;
}

/** Places that were set before the person joined: two streams, and no order between them is promised. */
const placesBefore = privateRows<number>('places');

const set = (rows: Rows<ProfileRow>, person: PersonId, next: Partial<ProfileRow>): void =>
  change(rows, person, (data) => ({ ...data, ...next }));

/** One's own profile, the whole of it. */
export const profileView = hubView<PersonEvent | CaseloadEvent, ProfileRow>()({
  name: 'profile',
  version: 5,
  title: 'Profiles',
  readers: ['person'],
  own: 'profile',
  indexes: ['exclusions'],
  on: {
    PersonJoined: ({ data: { person, name, names, email } }, rows) => {
      const places = placesBefore.get(rows, person) ?? 0;
      rows.put(person, { audience: onlyPerson(person), data: { ...BLANK, person, ...named(name, names), email, places } });
    },
    PersonRenamed: ({ data: { person, name, names } }, rows) => set(rows, person, named(name, names)),
    EmailChanged: ({ data: { person, email } }, rows) => set(rows, person, { email }),
    ProfileDescribed: ({ data: { person, profile } }, rows) => set(rows, person, { profile }),
    ExpertiseDeclared: ({ data: { person, expertise } }, rows) => set(rows, person, { expertise }),
    AimsSet: ({ data: { person, aims } }, rows) => set(rows, person, { aims }),
    AvailabilitySet: ({ data: { person, availability } }, rows) => set(rows, person, { availability }),
    PreferencesSet: ({ data: { person, preferences } }, rows) => set(rows, person, { preferences }),
    MentoringOffered: ({ data: { person, offer } }, rows) => set(rows, person, { offer }),
    MentoringPaused: ({ data: { person, until } }, rows) => set(rows, person, { paused: { until } }),
    MentoringResumed: ({ data: { person } }, rows) => set(rows, person, { paused: null }),
    MentoringWithdrawn: ({ data: { person } }, rows) => set(rows, person, { offer: null, paused: null }),
    VisibilitySet: ({ data: { person, visibility } }, rows) => set(rows, person, { visibility }),
    OpenToOffersSet: ({ data: { person, open } }, rows) => set(rows, person, { openToOffers: open }),
    ExclusionAdded: ({ data: { person, other } }, rows) =>
      change(rows, person, (data) => ({ ...data, exclusions: [...data.exclusions.filter((one) => one !== other), other] })),
    ExclusionLifted: ({ data: { person, other } }, rows) =>
      change(rows, person, (data) => ({ ...data, exclusions: data.exclusions.filter((one) => one !== other) })),
    ConsentGiven: ({ data: { person, to, wording }, at }, rows) =>
      change(rows, person, (data) => ({ ...data, consents: [...without(data.consents, to), { to, wording, at }] })),
    ConsentWithdrawn: ({ data: { person, to } }, rows) =>
      change(rows, person, (data) => ({ ...data, consents: without(data.consents, to) })),
    CapacityChanged: ({ data: { mentor, places } }, rows) => {
      placesBefore.put(rows, mentor, places);
      set(rows, mentor, { places });
    },
    PersonErased: ({ data: { person } }, rows) => {
      rows.remove(person);
      placesBefore.remove(rows, person);
    },
  },
});

const named = (name: string, names: NameParts = {}) => ({ name, names, called: calledOf(name, names) });

const without = (consents: readonly Consent[], to: string): readonly Consent[] => consents.filter((consent) => consent.to !== to);

const BLANK: Omit<ProfileRow, 'person' | 'name' | 'names' | 'called' | 'email' | 'places'> = {
  profile: null,
  expertise: [],
  aims: [],
  availability: null,
  preferences: {},
  offer: null,
  paused: null,
  visibility: null,
  openToOffers: false,
  exclusions: [],
  consents: [],
};
