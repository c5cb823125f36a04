import { comparableEmail } from '../text/folding.js';
import type { Day, PersonId } from '../kernel/brand.js';
import { HUB, type Decider } from '../kernel/decider.js';
import { digestOf, type Digest } from '../kernel/digest.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import type { GivenAddress } from '../protocol/aggregate.js';
import type { PersonCommand } from './person.commands.js';
import type { PersonEvent, Profile, VISIBILITIES } from './person.events.js';
import type { NameParts } from '../text/names.js';
import type { PersonFacts } from './person.facts.js';
import { whatIsWrongWithAims, whatIsWrongWithExpertise, whatIsWrongWithSlots, type ProfileRefusal } from './profile-rules.js';

export type PersonRefusal =
  | Refusal<
      | 'PERSON.UNKNOWN'
      | 'PERSON.ALREADY_JOINED'
      | 'PERSON.EMAIL_TAKEN'
      | 'INSTITUTION.CLOSED'
      | 'PERSON.RESERVED'
      | 'PERSON.ERASED'
      | 'PERSON.EXCLUDES_THEMSELF'
      | 'PERSON.CHANGED_SINCE'
      | 'MENTORING.DESCRIBE_FIRST'
      | 'MENTORING.EXPERTISE_FIRST'
      | 'MENTORING.NOT_OFFERED'
      | 'MENTORING.PAUSE_PAST'
    >
  | ProfileRefusal;

/** A person who joined, as far as their own rules need to know. */
export interface Joined {
  readonly kind: 'joined';
  /** Their name in all its parts. */
  readonly named: Digest;
  /** What was last said of their work; `null` where nothing was. */
  readonly profile: Digest | null;
  /** Their address as they write it, and as addresses are compared. */
  readonly email: Digest;
  readonly mailbox: Digest;
  /** They have said where they work or what as. */
  readonly described: boolean;
  /** How many areas of expertise they have declared. */
  readonly expertise: number;
  readonly offering: boolean;
  readonly paused: { readonly until: Day | null } | null;
  /** `null` until they choose: then even the default is a choice, and is recorded. */
  readonly visibility: (typeof VISIBILITIES)[number] | null;
  /** Mentors may see what they would like to work on. */
  readonly openToOffers: boolean;
  readonly exclusions: readonly PersonId[];
}
export type Person = { readonly kind: 'none' } | { readonly kind: 'erased' } | Joined;

type Of<Type extends PersonCommand['type']> = Extract<PersonCommand, { type: Type }>;
type Decision = Result<readonly PersonEvent[], PersonRefusal>;

function decide(command: PersonCommand, person: Person, facts: PersonFacts): Decision {
  if (person.kind === 'erased') return command.type === 'ErasePerson' ? ok([]) : refuse({ code: 'PERSON.ERASED' });
  if (command.type === 'InvitePerson') return invite(command, person, facts);
  // Before they have joined, too: the invitation itself may have expired.
  if (command.type === 'GiveUpAddress') return ok([{ type: 'AddressGivenUp', data: command.data }]);
  if (person.kind === 'none') return refuse({ code: 'PERSON.UNKNOWN' });
  switch (command.type) {
    case 'RenamePerson':
      return rename(command, person, facts);
    case 'ChangeEmail':
      return changeEmail(command, person, facts);
    case 'DescribeProfile':
    case 'DeclareExpertise':
    case 'SetAims':
    case 'SetAvailability':
    case 'SetPreferences':
    case 'SetVisibility':
    case 'SetOpenToOffers':
      return describe(command, person);
    case 'OfferMentoring':
    case 'PauseMentoring':
    case 'ResumeMentoring':
    case 'WithdrawMentoring':
      return mentor(command, person);
    case 'ExcludePerson':
      if (command.data.other === command.data.person) return refuse({ code: 'PERSON.EXCLUDES_THEMSELF', field: 'other' });
      return ok(person.exclusions.includes(command.data.other) ? [] : [{ type: 'ExclusionAdded', data: command.data }]);
    case 'LiftExclusion':
      return ok(person.exclusions.includes(command.data.other) ? [{ type: 'ExclusionLifted', data: command.data }] : []);
    case 'ErasePerson':
      return ok([{ type: 'PersonErased', data: command.data }]);
  }
}

function invite({ data }: Of<'InvitePerson'>, person: Exclude<Person, { kind: 'erased' }>, facts: PersonFacts): Decision {
  // A person with the hub’s own id would be taken for the hub.
  if (data.person === HUB) return refuse({ code: 'PERSON.RESERVED', field: 'person' });
  if (person.kind === 'joined') return person.email === digestOf(data.email) ? ok([]) : refuse({ code: 'PERSON.ALREADY_JOINED' });
  if (facts.closed) return refuse({ code: 'INSTITUTION.CLOSED' });
  if (facts.emailTaken) return refuse({ code: 'PERSON.EMAIL_TAKEN', field: 'email' });
  const { institution: _, ...joined } = data;
  return ok([{ type: 'PersonJoined', data: joined }]);
}

function changeEmail({ data: { seen, ...data } }: Of<'ChangeEmail'>, person: Joined, facts: PersonFacts): Decision {
  if (digestOf(data.email) === person.email) return ok([]);
  if (seen !== undefined && seen !== person.mailbox) return refuse({ code: 'PERSON.CHANGED_SINCE', field: 'email' });
  // The same mailbox in other letters: it is theirs already, and only its spelling changes.
  const isTheirs = digestOfMailbox(data.email) === person.mailbox;
  return facts.emailTaken && !isTheirs
    ? refuse({ code: 'PERSON.EMAIL_TAKEN', field: 'email' })
    : ok([{ type: 'EmailChanged', data: { ...data, before: facts.email, ...knownAs(facts) } }]);
}

/** So that an event which did not know of a join is known for one. */
const knownAs = ({ asOf }: PersonFacts) => (asOf === undefined ? {} : { asOf });

/** The address that an event gives to a person. The same one in other letters is theirs already. */
export function addressIn(event: PersonEvent, before: Person): GivenAddress | undefined {
  if (event.type !== 'PersonJoined' && event.type !== 'EmailChanged') return undefined;
  const had = before.kind === 'joined' ? before.mailbox : undefined;
  return digestOfMailbox(event.data.email) === had ? undefined : { person: event.data.person, email: event.data.email };
}

function rename({ data: { seen, ...data } }: Of<'RenamePerson'>, person: Joined, facts: PersonFacts): Decision {
  if (digestOfName(data) === person.named) return ok([]);
  if (seen !== undefined && seen !== person.named) return refuse({ code: 'PERSON.CHANGED_SINCE', field: 'name' });
  return ok([{ type: 'PersonRenamed', data: { ...data, ...knownAs(facts) } }]);
}

/** What a command that renames a person replaces: their name in all its parts. */
export const digestOfName = ({ name, names = {} }: { name: string; names?: NameParts | undefined }): Digest => digestOf([name, names]);
/** What a command that changes an address replaces, as addresses are compared. */
export const digestOfMailbox = (email: string): Digest => digestOf(comparableEmail(email));
const addressed = (email: string): Pick<Joined, 'email' | 'mailbox'> => ({ email: digestOf(email), mailbox: digestOfMailbox(email) });

type Description =
  'DescribeProfile' | 'DeclareExpertise' | 'SetAims' | 'SetAvailability' | 'SetPreferences' | 'SetVisibility' | 'SetOpenToOffers';
function describe(command: Of<Description>, person: Joined): Decision {
  switch (command.type) {
    case 'DescribeProfile':
      if (command.data.seen !== undefined && command.data.seen !== person.profile)
        // Another list may say the same at this moment.
        return digestOf(command.data.profile) === person.profile ? ok([]) : refuse({ code: 'PERSON.CHANGED_SINCE', field: 'profile' });
      return person.offering && !isDescribed(command.data.profile)
        ? refuse({ code: 'MENTORING.DESCRIBE_FIRST', field: 'profile' })
        : ok([{ type: 'ProfileDescribed', data: described(command) }]);
    case 'DeclareExpertise': {
      if (person.offering && command.data.expertise.length === 0) return refuse({ code: 'MENTORING.EXPERTISE_FIRST', field: 'expertise' });
      const wrong = whatIsWrongWithExpertise(command.data.expertise);
      return wrong ? refuse(wrong) : ok([{ type: 'ExpertiseDeclared', data: command.data }]);
    }
    case 'SetAims': {
      const wrong = whatIsWrongWithAims(command.data.aims);
      return wrong ? refuse(wrong) : ok([{ type: 'AimsSet', data: command.data }]);
    }
    case 'SetAvailability': {
      const wrong = whatIsWrongWithSlots(command.data.availability.slots);
      return wrong ? refuse(wrong) : ok([{ type: 'AvailabilitySet', data: command.data }]);
    }
    case 'SetPreferences':
      return ok([{ type: 'PreferencesSet', data: command.data }]);
    case 'SetVisibility':
      return ok(command.data.visibility === person.visibility ? [] : [{ type: 'VisibilitySet', data: command.data }]);
    case 'SetOpenToOffers':
      return ok(command.data.open === person.openToOffers ? [] : [{ type: 'OpenToOffersSet', data: command.data }]);
  }
}

/** Only the hub, which imports, describes people as it adds them. */
const described = ({ data: { person, profile, withJoin }, by }: Of<'DescribeProfile'>) => ({
  person,
  profile,
  ...(withJoin && by === HUB && { withJoin }),
});

function mentor(command: Of<'OfferMentoring' | 'PauseMentoring' | 'ResumeMentoring' | 'WithdrawMentoring'>, person: Joined): Decision {
  switch (command.type) {
    case 'OfferMentoring':
      if (!person.described) return refuse({ code: 'MENTORING.DESCRIBE_FIRST' });
      if (person.expertise === 0) return refuse({ code: 'MENTORING.EXPERTISE_FIRST' });
      return ok([{ type: 'MentoringOffered', data: command.data }]);
    case 'PauseMentoring':
      return pause(command, person);
    case 'ResumeMentoring':
      return resume(command, person);
    case 'WithdrawMentoring':
      return ok(person.offering ? [{ type: 'MentoringWithdrawn', data: command.data }] : []);
  }
}

function pause({ data, on }: Of<'PauseMentoring'>, person: Joined): Decision {
  if (!person.offering) return refuse({ code: 'MENTORING.NOT_OFFERED' });
  if (data.until !== null && data.until <= on) return refuse({ code: 'MENTORING.PAUSE_PAST', field: 'until' });
  return ok(person.paused?.until === data.until ? [] : [{ type: 'MentoringPaused', data }]);
}

/** A person comes back when they like; the hub's clock brings them back on the day that they named. */
function resume({ data, by, on }: Of<'ResumeMentoring'>, { paused }: Joined): Decision {
  // The clock may come late: what was paused anew meanwhile goes on resting.
  const isTime = by !== HUB || isOver(paused, on);
  return ok(paused && isTime ? [{ type: 'MentoringResumed', data }] : []);
}

const isOver = (paused: Joined['paused'], on: Day): boolean => paused !== null && paused.until !== null && paused.until <= on;

/** Enough for a mentee to judge whether this mentor suits them. */
const isDescribed = ({ jobTitle, phases, subjects }: Profile): boolean =>
  jobTitle.trim() !== '' || phases.length > 0 || subjects.length > 0;

function evolve(person: Person, event: PersonEvent): Person {
  if (event.type === 'PersonErased') return { kind: 'erased' };
  if (event.type === 'PersonJoined') return { ...newcomer, named: digestOfName(event.data), ...addressed(event.data.email) };
  return person.kind === 'joined' ? changed(person, event) : person;
}

const newcomer: Omit<Joined, 'named' | 'email' | 'mailbox'> = {
  kind: 'joined',
  profile: null,
  described: false,
  expertise: 0,
  offering: false,
  paused: null,
  visibility: null,
  openToOffers: false,
  exclusions: [],
};

function changed(person: Joined, event: Exclude<PersonEvent, { type: 'PersonErased' | 'PersonJoined' }>): Joined {
  switch (event.type) {
    case 'PersonRenamed':
      return { ...person, named: digestOfName(event.data) };
    case 'EmailChanged':
      return { ...person, ...addressed(event.data.email) };
    case 'AddressGivenUp':
      return person;
    case 'ProfileDescribed':
      return { ...person, profile: digestOf(event.data.profile), described: isDescribed(event.data.profile) };
    case 'ExpertiseDeclared':
      return { ...person, expertise: event.data.expertise.length };
    case 'AimsSet':
    case 'AvailabilitySet':
    case 'PreferencesSet':
      // Read by matching, from views; no rule of the person's own stream needs them.
      return person;
    case 'MentoringOffered':
      return { ...person, offering: true };
    case 'MentoringPaused':
      return { ...person, paused: { until: event.data.until } };
    case 'MentoringResumed':
      return { ...person, paused: null };
    case 'MentoringWithdrawn':
      return { ...person, offering: false, paused: null };
    case 'VisibilitySet':
      return { ...person, visibility: event.data.visibility };
    case 'OpenToOffersSet':
      return { ...person, openToOffers: event.data.open };
    case 'ExclusionAdded':
      return { ...person, exclusions: [...person.exclusions, event.data.other] };
    case 'ExclusionLifted':
      return { ...person, exclusions: person.exclusions.filter((other) => other !== event.data.other) };
    case 'ConsentGiven':
    case 'ConsentWithdrawn':
      // Read from logs of before: nothing in the hub asks for a consent now.
      return person;
  }
}

/** A person's own profile, wishes and consents. After erasure nothing more is ever said of them. */
export const person: Decider<Person, PersonCommand, PersonEvent, PersonRefusal, PersonFacts> = {
  initial: { kind: 'none' },
  decide,
  evolve,
};
