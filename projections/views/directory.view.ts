import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Availability, Expertise, MentoringOffer, Preferences } from '@alongside/domain/people/person.events.js';
import { calledOf } from '@alongside/domain/text/names.js';
import type { Rows } from '../engine/view.js';
import { findableBy, followFinding, leaveEverywhere, oneByOne, openInstitutionsOf } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** A person who offers mentoring, as those who may find them see it. Only people who offer have a row. */
export interface DirectoryRow {
  readonly person: PersonId;
  readonly name: string;
  /** What to call them in a sentence. */
  readonly called: string;
  readonly jobTitle: string;
  readonly about: string;
  readonly institutions: readonly InstitutionId[];
  readonly phases: readonly string[];
  readonly subjects: readonly string[];
  readonly settings: readonly string[];
  readonly careerStage: string | null;
  readonly roles: readonly string[];
  readonly expertise: readonly Expertise[];
  readonly availability: Availability | null;
  readonly preferences: Preferences;
  readonly offer: MentoringOffer;
  readonly offering: true;
  /** Set while they take no new requests; `until` is `null` where no end was named. */
  readonly paused: { readonly until: Day | null } | null;
}

/** What is known of a person who may come to offer mentoring, or did. */
type Draft = Omit<DirectoryRow, 'offer' | 'offering'> & { readonly offer: MentoringOffer | null };

const drafts = privateRows<Draft>('draft');
const blank = (person: PersonId): Draft => ({
  person,
  name: '',
  called: '',
  jobTitle: '',
  about: '',
  institutions: [],
  phases: [],
  subjects: [],
  settings: [],
  careerStage: null,
  roles: [],
  expertise: [],
  availability: null,
  preferences: {},
  offer: null,
  paused: null,
});

/** A listed row as a draft: one that stops offering must not go on saying that it does. */
function draftOf(row: DirectoryRow | undefined): Draft | undefined {
  if (!row) return undefined;
  const { offering: _, ...draft } = row;
  return draft;
}

type Edit = (draft: Draft) => Partial<Draft>;

function edit(rows: Rows<DirectoryRow>, person: PersonId, next: Edit): void {
  const before = draftOf(rows.get(person)?.data) ?? drafts.get(rows, person) ?? blank(person);
  const { offer, ...known } = { ...before, ...next(before) };
  if (offer) {
    drafts.remove(rows, person);
    rows.put(person, { audience: findableBy(rows, person), data: { ...known, offer, offering: true } });
  } else {
    rows.remove(person);
    drafts.put(rows, person, { ...known, offer });
  }
}

const refresh = (rows: Rows<DirectoryRow>, person: PersonId): void =>
  edit(rows, person, () => ({ institutions: openInstitutionsOf(rows, person) }));

/** The mentors, to those who may find each. A row holds what they say of themselves; what changes with every request is in `capacity`. */
export const directoryView = hubView<HubEvent, DirectoryRow>()({
  name: 'directory',
  version: 8,
  title: 'The directory of mentors',
  readers: ['everyone', 'institution', 'person'],
  own: null,
  indexes: ['institutions'],
  on: {
    ...followFinding<DirectoryRow>(oneByOne(refresh)),
    PersonJoined: ({ data: { person, name, names } }, rows) => edit(rows, person, () => ({ name, called: calledOf(name, names) })),
    PersonRenamed: ({ data: { person, name, names } }, rows) => edit(rows, person, () => ({ name, called: calledOf(name, names) })),
    ProfileDescribed: ({ data: { person, profile } }, rows) => {
      const { jobTitle, about, phases, subjects, settings, careerStage = null, roles } = profile;
      edit(rows, person, () => ({ jobTitle, about, phases, subjects, settings, careerStage, roles }));
    },
    ExpertiseDeclared: ({ data: { person, expertise } }, rows) => edit(rows, person, () => ({ expertise })),
    AvailabilitySet: ({ data: { person, availability } }, rows) => edit(rows, person, () => ({ availability })),
    PreferencesSet: ({ data: { person, preferences } }, rows) => edit(rows, person, () => ({ preferences })),
    MentoringOffered: ({ data: { person, offer } }, rows) => edit(rows, person, () => ({ offer })),
    MentoringPaused: ({ data: { person, until } }, rows) => edit(rows, person, () => ({ paused: { until } })),
    MentoringResumed: ({ data: { person } }, rows) => edit(rows, person, () => ({ paused: null })),
    MentoringWithdrawn: ({ data: { person } }, rows) => edit(rows, person, () => ({ offer: null, paused: null })),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      edit(rows, person, () => blank(person));
    },
  },
});
