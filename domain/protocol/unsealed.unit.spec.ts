import { z } from 'zod';
import { personalFields, personalPlacesOf, type EventShape } from '../kernel/catalogue.js';
import { whoMay, FACTS, type Who } from '../policies/who-may.testing.js';
import type { CommandType } from './registry.js';
import { eventShapeOf, eventTypes } from './registry.js';

/** Where words stand in the log that nobody's key seals. Paths of strings that are not personal and take a sentence. */
function wordsIn(schema: z.ZodType, at: string): readonly string[] {
  if (personalFields.has(schema)) return [];
  if (schema instanceof z.ZodString) return schema.safeParse('What somebody said.').success ? [at] : [];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([field, inner]) => wordsIn(inner, `${at}.${field}`));
  if (schema instanceof z.ZodArray) return wordsIn(schema.element as z.ZodType, at);
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap((one) => wordsIn(one, at));
  if (schema instanceof z.ZodRecord) return wordsIn(schema.valueType as z.ZodType, at);
  if (schema instanceof z.ZodPipe) return wordsIn(schema.in as z.ZodType, at);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodPrefault
  )
    return wordsIn(schema.unwrap() as z.ZodType, at);
  return [];
}

const DETAILS = ['localAuthority', 'name', 'phase', 'reference', 'town', 'type'];
/** What an institution says of itself, and is no person’s: deliberately unsealed, and there after the sender’s erasure (0004). */
const OF_INSTITUTIONS = [
  ...['CalendarSet.closures.why', 'CalendarSet.terms.name', 'CredentialIssued.issuerName'],
  ...['InstitutionDescribed', 'InstitutionRegistered'].flatMap((type) => DETAILS.map((field) => `${type}.details.${field}`)),
];

test('[R9] what a person can write into an event is sealed with a key, or takes no sentence', () => {
  const words = eventTypes.flatMap((type) => wordsIn(eventShapeOf(type)?.data as z.ZodType, type));
  expect([...new Set(words)].sort()).toEqual(OF_INSTITUTIONS);
});

/** Fields beside personal ones that hold their author. */
const AUTHORS: ReadonlySet<string> = new Set(['actor', 'by', 'from', 'placeBy', 'wordedBy']);
/** What identifies a person, or what is said of them by their profile: theirs, though a list of staff or a colleague may bring it. */
const ABOUT_THEM = [
  ...['EmailChanged.before', 'EmailChanged.email', 'JoinAsked.email', 'MemberInvited.email'],
  ...['PersonJoined.email', 'PersonJoined.name', 'PersonJoined.names', 'PersonRenamed.name', 'PersonRenamed.names'],
];
/** Sealed for the one that the record is about, who alone may write it: by which command. */
const THEIRS_ALONE: Readonly<Record<string, CommandType>> = {
  'AimsSet.aims': 'SetAims',
  'AvailabilitySet.availability': 'SetAvailability',
  'ExpertiseDeclared.expertise': 'DeclareExpertise',
  'HelpOffered.note': 'OfferHelp',
  'MentoringOffered.offer': 'OfferMentoring',
  'MentoringRequested.note': 'RequestMentoring',
  'PreferencesSet.preferences': 'SetPreferences',
  'ProfileDescribed.profile': 'DescribeProfile',
  'ReflectionRevised.text': 'ReviseReflection',
  'ReflectionRevised.title': 'ReviseReflection',
  'ReflectionWritten.text': 'WriteReflection',
  'ReflectionWritten.title': 'WriteReflection',
  'RequestDeclined.reason': 'DeclineRequest',
  'SearchSaved.asked': 'SaveSearch',
  'SearchSaved.name': 'SaveSearch',
};
const PARTS: Readonly<Record<string, Who>> = { person: 'self', mentee: 'mentee', mentor: 'mentor' };

describe('[R9] whose key seals what is written', () => {
  const sealedForAnother = eventTypes.flatMap((type) =>
    personalPlacesOf(eventShapeOf(type) as EventShape)
      .filter(({ of }) => !AUTHORS.has(of))
      .map(({ list, field, of }) => ({ place: [type, ...(list ? [list] : []), field].join('.'), of })),
  );

  test('is the author’s, unless it is about a person or no other may write it', () => {
    expect(sealedForAnother.map(({ place }) => place).sort()).toEqual([...ABOUT_THEM, ...Object.keys(THEIRS_ALONE)].sort());
  });

  test.each(sealedForAnother.filter(({ place }) => !ABOUT_THEM.includes(place)))(
    '$place is written by no other person',
    ({ place, of }) => {
      const command = THEIRS_ALONE[place];
      const others = command
        ? whoMay(command, { facts: FACTS, history: true }).filter((who) => who !== PARTS[of] && who !== 'hub')
        : [place];
      expect(others).toEqual([]);
    },
  );
});
