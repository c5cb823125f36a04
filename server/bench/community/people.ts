import { FAMILY_NAMES, GIVEN_NAMES } from '../../demo/names.js';
import { LARGE_TRUST, type School } from './houses.js';
import { DAY_MS, dayAt, instantAt, MINUTE_MS, type How, type Telling } from './telling.js';
import { aJob, aTitle, PHASES, sentences, STAGES, SUBJECTS, TAGS } from './words.js';

/** A person of the community, as far as their pairs need to know. */
export interface Somebody {
  readonly id: string;
  readonly school: School;
  readonly joinedAt: number;
  /** How many mentees they take; 0 for most. */
  readonly places: number;
  readonly aims: readonly string[];
  /** In pairs now: what a place is taken by. */
  taken: number;
}

/** What every person of one community shares. */
export interface Arriving {
  readonly begins: number;
  readonly ends: number;
  readonly inOneTrust: number;
  /** The name of an address in the log that is written. */
  readonly nameOf: (email: string) => string;
}

const CLAIM_MS = 60 * MINUTE_MS;
const MENTORS_SHARE = 0.3;
const MONTHS_TO_JOIN = { first: 2, later: 18 };
const MONTH_MS = 30 * DAY_MS;

/** A person joins a school and says of themselves what most people say. `place` counts them, and `rank` those of their school. */
export function welcome(telling: Telling, school: School, place: number, rank: number, given: Arriving): Somebody {
  const { random } = telling;
  const months = rank < 3 || random.chance(0.7) ? MONTHS_TO_JOIN.first : MONTHS_TO_JOIN.later;
  const joinedAt = given.begins + 2 * DAY_MS + Math.floor(random.next() * months * MONTH_MS);
  const id = telling.id(joinedAt);
  const of: How = { on: 'person', of: id, at: joinedAt, by: id, institutions: school.concerns };
  joins(telling, of, place, given);
  belongs(telling, of, school, place, rank, given);
  const places = random.chance(MENTORS_SHARE) ? random.pick([1, 1, 2, 2, 3, 4]) : 0;
  const aims = random.chance(0.55) ? random.some(TAGS, random.whole(1, 3)) : [];
  describes(telling, { ...of, at: joinedAt + 20 * MINUTE_MS }, { places, aims });
  grows(telling, of, given.ends);
  return { id, school, joinedAt, places, aims, taken: 0 };
}

function joins(telling: Telling, of: How, place: number, { nameOf }: Arriving): void {
  const { random } = telling;
  const [given, family] = [random.pick(GIVEN_NAMES), random.pick(FAMILY_NAMES)];
  const email = `person.${place}@community.example`;
  const [address, command, person] = [nameOf(email), telling.id(of.at), of.of];
  telling.tell({ ...of, on: 'address', of: address, command }, 'AddressClaimed', {
    address,
    person,
    command,
    until: instantAt(of.at + CLAIM_MS),
  });
  telling.tell({ ...of, command }, 'PersonJoined', { person, name: `${given} ${family}`, names: { given, family }, email });
}

function belongs(telling: Telling, of: How, school: School, place: number, rank: number, { inOneTrust }: Arriving): void {
  const { random } = telling;
  const [person, at] = [of.of, of.at + MINUTE_MS];
  const here = { institution: school.id, person };
  const how: How = { ...of, on: 'institution', of: school.id, at };
  telling.tell(how, 'MemberJoined', { ...here, from: dayAt(at) });
  if (rank === 0) telling.tell(how, 'RoleGranted', { ...here, role: 'coordinator' });
  if (rank === 1) telling.tell(how, 'RoleGranted', { ...here, role: 'leader' });
  if (rank === 2) telling.tell(how, 'RoleGranted', { ...here, role: 'administrator' });
  if (place < inOneTrust) {
    const there = { institution: LARGE_TRUST, person };
    const inTrust: How = { ...how, of: LARGE_TRUST, institutions: [LARGE_TRUST] };
    telling.tell(inTrust, 'MemberJoined', { ...there, from: dayAt(at) });
    if (place < 9)
      telling.tell(inTrust, 'RoleGranted', {
        ...there,
        role: (['coordinator', 'leader', 'administrator'] as const)[place % 3] ?? 'leader',
      });
  }
  if (place === 0) {
    const there = { institution: 'hub', person };
    telling.tell({ ...how, of: 'hub', institutions: ['hub'] }, 'MemberJoined', { ...there, from: dayAt(at) });
    telling.tell({ ...how, of: 'hub', institutions: ['hub'] }, 'RoleGranted', { ...there, role: 'administrator' });
  }
  const visibility = random.chance(0.06) ? (random.chance(0.8) ? 'institution' : 'nobody') : 'everyone';
  telling.tell({ ...of, at }, 'VisibilitySet', { person, visibility });
}

function describes(telling: Telling, of: How, { places, aims }: Pick<Somebody, 'places' | 'aims'>): void {
  const { random } = telling;
  const person = of.of;
  telling.tell(of, 'ProfileDescribed', {
    person,
    profile: {
      jobTitle: aJob(random),
      about: sentences(random, 0, 3),
      settings: ['set-mainstream'],
      roles: [],
      phases: random.some(PHASES, random.whole(1, 2)),
      subjects: random.some(SUBJECTS, random.whole(0, 2)),
      careerStage: random.pick(STAGES),
      inEducationSince: random.whole(1990, 2025),
    },
  });
  if (random.chance(0.7))
    telling.tell(of, 'AvailabilitySet', {
      person,
      availability: {
        slots: [
          { weekday: 'tuesday', from: '15:30', to: '16:30' },
          { weekday: random.pick(['monday', 'thursday'] as const), from: '12:10', to: '12:50' },
        ],
        ...({ format: 'either', frequency: 'fortnightly', minutes: random.pick([30, 45, 60]) } as const),
      },
    });
  if (random.chance(0.35)) telling.tell(of, 'PreferencesSet', { person, preferences: { 'comm-pace': random.whole(1, 5) } });
  if (aims.length > 0) telling.tell(of, 'AimsSet', { person, aims: aims.map((tag) => ({ tag, from: 2, to: 4 })) });
  if (places === 0) return;
  const expertise = random.some(TAGS, random.whole(2, 4)).map((tag) => ({ tag, level: random.whole(3, 5) }));
  telling.tell(of, 'ExpertiseDeclared', { person, expertise });
  telling.tell(of, 'MentoringOffered', { person, offer: { careerStages: ['stage-ect1', 'stage-ect2'], note: sentences(random, 0, 2) } });
  telling.tell({ ...of, on: 'caseload' }, 'CapacityChanged', { mentor: person, places });
}

/** Their own growth, spread over the time that they are here. */
function grows(telling: Telling, of: How, ends: number): void {
  const { random } = telling;
  const person = of.of;
  const later = (): How => ({ ...of, on: 'growth', at: of.at + DAY_MS + Math.floor(random.next() * (ends - of.at - 2 * DAY_MS)) });
  for (const tag of random.some(TAGS, random.whole(0, 2)))
    telling.tell(later(), 'SkillRated', { person, mentorship: null, tag, level: random.whole(1, 5), when: 'before' });
  for (let count = random.whole(0, 2); count > 0; count -= 1) {
    const how = later();
    const reflection = telling.id(how.at);
    telling.tell(how, 'ReflectionWritten', {
      reflection,
      person,
      mentorship: null,
      meeting: null,
      prompt: null,
      statements: [],
      title: aTitle(random),
      text: sentences(random, 2, 9),
    });
    const shown: How = { ...how, at: how.at + MINUTE_MS };
    if (random.chance(0.1)) telling.tell(shown, 'ReflectionShared', { reflection, person, mentorship: null, with: 'published' });
  }
}
