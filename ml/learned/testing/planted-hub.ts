import type { Day, Instant } from '@alongside/domain/kernel/brand.js';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { asParticipants } from '@alongside/domain/mentorships/participants.js';
import { WEEKDAYS } from '@alongside/domain/people/person.events.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { addDays } from '@alongside/domain/uk/days.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { PHASES } from '@alongside/domain/uk/taxonomy/lists.js';

export interface PlantedSize {
  readonly mentees: number;
  readonly mentors: number;
  /** Mentorships of each mentee, one after the other. */
  readonly each: number;
  /** How much more likely a mentorship lasts whose two like to work alike: 0 where chance alone decides. */
  readonly taste: number;
}

/** An event of a made-up hub, and when it happened. */
export interface PlantedEvent {
  readonly at: Instant;
  readonly event: AnyEvent;
}

const BEGAN = '2024-09-02' as Day;
const WAYS = ['comm-pace', 'comm-detail', 'comm-channel'] as const;
const SCHOOLS = 20;
/** How far apart two are in all of these, as a rule. */
const USUALLY_APART = 4.8;
/** From the first day on which mentorships begin. */
const LAST_START_DAYS = 500;

type Tell = (day: Day, type: AnyEvent['type'], data: object) => void;

/** The log of a made-up hub. Whether a mentorship lasts depends on whether both like to work alike, and on luck: the rules count the first for little. */
export function plantedHub(seed: number, { mentees, mentors, each, taste }: PlantedSize): readonly PlantedEvent[] {
  const random = numbersFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const events: PlantedEvent[] = [];
  const tell: Tell = (day, type, data) =>
    // Plain text stands for branded ids; the log checks the shape of what is written to it.
    void events.push({ at: `${day}T12:00:00.000Z` as Instant, event: { type, data } as unknown as AnyEvent });
  const tags = EXPERTISE_TAGS.slice(0, 40).map(({ id }) => id);
  for (let school = 0; school < SCHOOLS; school += 1)
    tell(BEGAN, 'InstitutionRegistered', {
      institution: `school-${school}`,
      details: { name: `School ${school}`, kind: 'school', nation: 'england', easting: 400_000 + 3_000 * school, northing: 300_000 },
    });
  const joins = (person: string) => {
    const preferences = Object.fromEntries(WAYS.map((way) => [way, 1 + below(5)]));
    joining(
      person,
      { school: `school-${below(SCHOOLS)}`, phase: pick(PHASES).id, weekday: WEEKDAYS[below(5)] as string, preferences },
      tell,
    );
    return { person, preferences };
  };
  const offering = Array.from({ length: mentors }, (_, index) => {
    const mentor = joins(`mentor-${index}`);
    const expertise = Array.from({ length: 5 }, (__, at) => ({ tag: tags[(index * 7 + at * 3) % tags.length], level: 1 + below(5) }));
    tell(BEGAN, 'ExpertiseDeclared', { person: mentor.person, expertise });
    tell(BEGAN, 'MentoringOffered', { person: mentor.person, offer: { careerStages: [], note: '' } });
    tell(BEGAN, 'VisibilitySet', { person: mentor.person, visibility: 'everyone' });
    tell(BEGAN, 'CapacityChanged', { mentor: mentor.person, places: 6 });
    return mentor;
  });
  for (let index = 0; index < mentees; index += 1) {
    const { person: mentee, preferences } = joins(`mentee-${index}`);
    const aims = [...new Set([pick(tags), pick(tags)])].map((tag) => ({ tag, from: 1 + below(2), to: 3 }));
    tell(BEGAN, 'AimsSet', { person: mentee, aims });
    for (let turn = 0; turn < each; turn += 1) {
      const mentor = pick(offering);
      const apart = WAYS.reduce((sum, way) => sum + Math.abs((preferences[way] as number) - (mentor.preferences[way] as number)), 0);
      const lasts = random() < 1 / (1 + Math.exp(-taste * (USUALLY_APART - apart)));
      const from = addDays(BEGAN, 10 + below(LAST_START_DAYS));
      const meetings = lasts ? 4 + below(3) : below(3);
      mentorshipOf(`${mentee}-${turn}`, { mentor: mentor.person, mentee }, { lasts, from, meetings }, tell);
    }
  }
  return events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function joining(
  person: string,
  said: { readonly school: string; readonly phase: string; readonly weekday: string; readonly preferences: object },
  tell: Tell,
): void {
  tell(BEGAN, 'PersonJoined', { person, name: `Name of ${person}`, email: `${person}@planted.example` });
  tell(BEGAN, 'MemberJoined', { institution: said.school, person, from: BEGAN });
  const profile = { jobTitle: 'Teacher', about: '', phases: [said.phase], subjects: [], settings: [], roles: [] };
  tell(BEGAN, 'ProfileDescribed', { person, profile });
  tell(BEGAN, 'PreferencesSet', { person, preferences: said.preferences });
  const slots = [{ weekday: said.weekday, from: '15:30', to: '16:30' }];
  tell(BEGAN, 'AvailabilitySet', { person, availability: { slots, format: 'either', frequency: 'fortnightly', minutes: 45 } });
}

function mentorshipOf(
  name: string,
  two: { readonly mentor: string; readonly mentee: string },
  { lasts, from, meetings }: { readonly lasts: boolean; readonly from: Day; readonly meetings: number },
  tell: Tell,
): void {
  const [mentorship, request] = [`m-${name}`, `r-${name}`];
  // Plain text stands for branded ids.
  const participants = asParticipants(two as never);
  const counted = { from, remindAfter: 3, answerAfter: 5 };
  tell(from, 'MentoringRequested', {
    ...{ request, ...two, note: '', aims: [], times: [], reserves: [], counted },
    ...{ remindOn: addDays(from, 3), answerBy: addDays(from, 5) },
  });
  const started = addDays(from, 2);
  tell(started, 'RequestAccepted', { request, ...two, mentorship, aims: [] });
  tell(started, 'MentorshipStarted', { mentorship, participants, request, aims: [] });
  for (let met = 0; met < meetings; met += 1) {
    const on = addDays(started, 14 * (met + 1));
    tell(on, 'MeetingClosed', { meeting: `x-${name}-${met}`, mentorship, participants, by: two.mentor, took: true, on, minutes: 45 });
  }
  const end = addDays(started, lasts ? 120 : 14 * (meetings + 1));
  tell(end, 'PlaceReleased', { mentor: two.mentor, mentorship });
  if (lasts) tell(end, 'MentorshipCompleted', { mentorship, participants, by: two.mentee });
  else tell(end, 'MentorshipEnded', { mentorship, participants, by: two.mentee, reason: '', wantsAnother: true });
}
