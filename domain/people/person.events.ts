import { z } from 'zod';
import { digest } from '../identity/identity.events.js';
import { clockTime, commandId, day, personId, position, tagged } from '../kernel/brand.js';
import { cleanLine, hasLetter } from '../text/hygiene.js';
import { holdsLink, LINK_IN_NAME } from '../text/links.js';
import { event, line, maybeLine, personal, prose, type EventOf } from '../kernel/catalogue.js';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const MEETING_FORMATS = ['in-person', 'online', 'either'] as const;
export const FREQUENCIES = ['weekly', 'fortnightly', 'monthly', 'half-termly'] as const;
export const VISIBILITIES = ['everyone', 'institution', 'nobody'] as const;

const taxonomyId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,80}$/, { error: 'That is not an entry of the list.' });
const level = z.number().int().min(1).max(5);

/** The first words of many an email and calendar entry: no name is a link in them. */
const noLink = <Words extends z.ZodType<string>>(words: Words) => words.refine((text) => !holdsLink(text), { error: LINK_IN_NAME });

/** As the log keeps a name: logs of before hold some with links in them. */
const keptName = line(80, 'The name').refine(hasLetter, { error: 'Enter a name with at least one letter.' });
/** The name that is shown: as the person writes it. */
export const name = noLink(keptName);
const part = (what: string) => line(60, what);
const keptParts = {
  title: line(20, 'The title'),
  given: part('The given name'),
  family: part('The family name'),
  /** How they want to be addressed. */
  addressed: part('How you want to be addressed'),
  /** For certificates, where their fonts lack a letter of the name. */
  printed: line(80, 'The name to print').refine(hasLetter, { error: 'Enter a name with at least one letter.' }),
};
const keptNameParts = z.object(keptParts).partial();
/** What a person has said of their own name beside it: each asked for, none guessed. */
export const nameParts = z
  .object({
    title: noLink(keptParts.title),
    given: noLink(keptParts.given),
    family: noLink(keptParts.family),
    addressed: noLink(keptParts.addressed),
    printed: noLink(keptParts.printed),
  })
  .partial();
export const email = z
  .string()
  .overwrite((text) => cleanLine(text).trim())
  // A spreadsheet puts an apostrophe before what it must not work out, and an export keeps it.
  .regex(/^[^'\u2018\u2019]/, { error: 'The email address starts with an apostrophe. Remove it, or check the address.', abort: true })
  .regex(z.regexes.email, { error: 'Enter an email address, such as name@school.sch.uk.' })
  .max(254, { error: 'Enter a shorter email address.' });

/** Where a person works and as what. Ids are those of the taxonomy in `domain/uk`. */
export const profile = z.object({
  jobTitle: maybeLine(80, 'The job title'),
  about: prose(1_200, 'What you wrote about yourself'),
  phases: z.array(taxonomyId).max(8),
  subjects: z.array(taxonomyId).max(8),
  settings: z.array(taxonomyId).max(6),
  careerStage: taxonomyId.optional(),
  roles: z.array(taxonomyId).max(8),
  /** The year they began to work in education. */
  inEducationSince: z.number().int().min(1950).max(2100).optional(),
});
export type Profile = z.infer<typeof profile>;

export const expertise = z.object({ tag: taxonomyId, level });
/** Where a mentee wants to go: a tag of the taxonomy, the level they stand at and the level they aim for. */
export const aim = z.object({ tag: taxonomyId, from: level, to: level });
export type Expertise = z.infer<typeof expertise>;
export type Aim = z.infer<typeof aim>;

/** A stretch of every school week in which a person could meet, in UK clock time. */
export const slot = z.object({ weekday: z.enum(WEEKDAYS), from: clockTime, to: clockTime });
export type Slot = z.infer<typeof slot>;
export const availability = z.object({
  slots: z.array(slot).max(30),
  format: z.enum(MEETING_FORMATS),
  frequency: z.enum(FREQUENCIES),
  /** How long a meeting should be, in minutes. */
  minutes: z.number().int().min(15).max(120),
});
export type Availability = z.infer<typeof availability>;

/** The eight questions on ways of working, 1 to 5, each may be skipped. Keys are taxonomy ids such as `comm-pace`. */
export const preferences = z.record(taxonomyId, level);
export type Preferences = z.infer<typeof preferences>;

export const mentoringOffer = z.object({
  /** Whom the mentor would like to help. */
  careerStages: z.array(taxonomyId).max(16),
  /** Why they mentor and what they would rather not do, in their own words. */
  note: prose(600, 'Your note'),
});
export type MentoringOffer = z.infer<typeof mentoringOffer>;

/** The role that an invitation can tell of: set-up invites the first coordinator. */
export const invitedRole = z.literal('coordinator');

export const personEvents = {
  /** `role`: the one that their invitation tells them of; absent in older events, and where they were given none with it. */
  PersonJoined: event(
    z.object({
      role: invitedRole.optional(),
      person: personId,
      name: personal(keptName, 'person', ''),
      names: personal(keptNameParts.optional(), 'person', {}),
      email: personal(email, 'person', ''),
    }),
  ),
  /** What it does not say of the parts of the name is not known any more. */
  PersonRenamed: event(
    z.object({
      person: personId,
      name: personal(keptName, 'person', ''),
      names: personal(keptNameParts.optional(), 'person', {}),
      /** How far the log was read when it was decided; absent in older events. */
      asOf: position.optional(),
    }),
  ),
  /** `before`, absent in older events: the address that is told of the change. `session`: the one in which its owner changed it. */
  EmailChanged: event(
    z.object({
      person: personId,
      email: personal(email, 'person', ''),
      before: personal(email.optional(), 'person', ''),
      session: digest.optional(),
      /** How far the log was read when it was decided; absent in older events. */
      asOf: position.optional(),
    }),
  ),
  /** A command claimed an address and left no event within its time. From here on it must claim anew ([AD4]). */
  AddressGivenUp: event(z.object({ person: personId, command: commandId })),
  ProfileDescribed: event(
    z.object({
      person: personId,
      profile: personal(profile, 'person', { jobTitle: '', about: '', phases: [], subjects: [], settings: [], roles: [] }),
      /** Said by the import that added them: no news to them. Absent in older events. */
      withJoin: z.literal(true).optional(),
    }),
  ),
  ExpertiseDeclared: event(z.object({ person: personId, expertise: personal(z.array(expertise).max(30), 'person', []) })),
  AimsSet: event(z.object({ person: personId, aims: personal(z.array(aim).max(6), 'person', []) })),
  AvailabilitySet: event(
    z.object({
      person: personId,
      availability: personal(availability, 'person', { slots: [], format: 'either', frequency: 'fortnightly', minutes: 45 }),
    }),
  ),
  PreferencesSet: event(z.object({ person: personId, preferences: personal(preferences, 'person', {}) })),
  MentoringOffered: event(z.object({ person: personId, offer: personal(mentoringOffer, 'person', { careerStages: [], note: '' }) })),
  /** Not taking new requests for now; those who are being mentored carry on. */
  MentoringPaused: event(z.object({ person: personId, until: day.nullable() })),
  MentoringResumed: event(z.object({ person: personId })),
  MentoringWithdrawn: event(z.object({ person: personId })),
  VisibilitySet: event(z.object({ person: personId, visibility: z.enum(VISIBILITIES) })),
  /** Whether mentors may see what they would like to work on, and offer to help. Until it is said: no. */
  OpenToOffersSet: event(z.object({ person: personId, open: z.boolean() })),
  /** Never to be matched with `other`, in either direction. Only the person who said so ever learns of it. */
  ExclusionAdded: event(z.object({ person: personId, other: personId })),
  ExclusionLifted: event(z.object({ person: personId, other: personId })),
  /** Of logs of before: no command leads to either any more, for nothing asks for a consent. */
  ConsentGiven: event(z.object({ person: personId, to: tagged(60), wording: tagged(60) })),
  ConsentWithdrawn: event(z.object({ person: personId, to: tagged(60) })),
  /** The person's key is gone, and with it their name, address and words everywhere. */
  PersonErased: event(z.object({ person: personId })),
};
export type PersonEvent = EventOf<typeof personEvents>;
