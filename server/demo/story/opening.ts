import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Slot } from '@alongside/domain/people/person.events.js';
import { addSchoolDays } from '@alongside/domain/uk/school-days.js';
import { instantOf } from '@alongside/domain/uk/uk-time.js';
import type { ClockTime } from '@alongside/domain/kernel/brand.js';
import { LEADS, type Character } from '../cast.js';
import { SCHOOLS, TRUST } from '../schools.js';
import type { Stage } from '../stage.js';
import { ABOUT, OFFER_NOTES, THEMES } from '../themes.js';

const clock = (time: string) => time as ClockTime;

/** The trust, its schools, two schools alone and the hub itself, with calendars. */
export function foundInstitutions(stage: Stage): void {
  const dates = { terms: stage.calendar.terms, closures: stage.calendar.closures };
  stage.must(HUB, 'RegisterInstitution', { institution: HUB_INSTITUTION, details: { name: 'This hub', kind: 'hub', nation: 'england' } });
  stage.must(HUB, 'RegisterInstitution', { institution: TRUST.id, details: TRUST.details });
  stage.must(HUB, 'SetCalendar', { institution: TRUST.id, ...dates });
  for (const school of SCHOOLS) {
    stage.must(HUB, 'RegisterInstitution', { institution: school.id, details: school.details, ...(school.inTrust && { trust: TRUST.id }) });
    stage.must(HUB, 'SetCalendar', { institution: school.id, ...dates });
  }
}

/** A person comes to the hub and, over some days, says who they are and what they offer or look for. */
export function welcome(stage: Stage, who: Character, from: Day): void {
  const { random } = stage;
  const lead = LEADS.find((other) => other.id === who.id);
  stage.must(HUB, 'InvitePerson', { person: who.id, name: who.name, names: partsOf(who.name), email: who.email, institution: who.school });
  stage.must(HUB, 'AddMember', { institution: who.school, person: who.id, from });
  for (const { at, role } of lead?.roles ?? []) {
    if (at !== who.school) stage.give(HUB, 'AddMember', { institution: at, person: who.id, from });
    stage.must(HUB, 'GrantRole', { institution: at, person: who.id, role });
  }
  // A few never get round to a profile: a community without them would not look like one.
  if (lead || random.chance(0.93)) stage.at(soon(stage, lead ? 0 : random.whole(0, 9)), () => describe(stage, who));
}

function describe(stage: Stage, who: Character): void {
  const { random } = stage;
  const school = SCHOOLS.find(({ id }) => id === who.school);
  const started = Number(stage.today().slice(0, 4)) - yearsIn(who.careerStage, stage);
  stage.must(who.id, 'DescribeProfile', {
    person: who.id,
    profile: {
      jobTitle: who.jobTitle,
      about: random.chance(0.8) ? random.pick(ABOUT) : '',
      phases: phasesOf(who, random.some(school?.phases ?? [], 2)),
      subjects: who.subjects,
      settings: school?.settings ?? [],
      careerStage: who.careerStage,
      roles: [who.role],
      inEducationSince: started,
    },
  });
  stage.must(who.id, 'SetAvailability', { person: who.id, availability: freeTimes(stage, who) });
  if (random.chance(0.8)) stage.must(who.id, 'SetPreferences', { person: who.id, preferences: waysOfWorking(stage) });
  if (who.aims.length > 0) {
    const aims = who.aims.flatMap((theme) => {
      const found = THEMES[theme];
      const from = random.whole(1, 3);
      return found ? [{ tag: found.tag, from, to: Math.min(5, from + random.whole(1, 2)) }] : [];
    });
    stage.must(who.id, 'SetAims', { person: who.id, aims });
  }
  stage.must(who.id, 'SetVisibility', { person: who.id, visibility: 'everyone' });
  if (who.places > 0) offer(stage, who);
}

/** Who teaches one year is in its phase. */
function phasesOf({ jobTitle }: Character, any: readonly string[]): readonly string[] {
  const taught = /^Teacher, (?:Reception|Year (\d))$/.exec(jobTitle);
  if (!taught) return any;
  if (!taught[1]) return ['ph-early-years'];
  return [Number(taught[1]) <= 2 ? 'ph-ks1' : 'ph-ks2'];
}

function offer(stage: Stage, who: Character): void {
  const { random } = stage;
  const expertise = who.strengths.flatMap((theme, rank) => {
    const found = THEMES[theme];
    return found ? [{ tag: found.tag, level: rank === 0 ? random.whole(4, 5) : random.whole(3, 4) }] : [];
  });
  stage.must(who.id, 'DeclareExpertise', { person: who.id, expertise });
  stage.must(who.id, 'OfferMentoring', {
    person: who.id,
    offer: {
      careerStages: random.some(['stage-ect1', 'stage-ect2', 'stage-recently-qualified', 'stage-middle-leader'], 2),
      note: random.pick(OFFER_NOTES),
    },
  });
  stage.must(who.id, 'ChangeCapacity', { mentor: who.id, places: who.places });
}

/** Everybody is free on Tuesdays after school, so that any two could meet; the rest is chance. */
function freeTimes(stage: Stage, who: Character) {
  const { random } = stage;
  const after = (weekday: Slot['weekday']): Slot => ({
    weekday,
    from: clock('15:40'),
    to: clock(random.pick(['16:30', '17:00', '17:30'])),
  });
  const before = (weekday: Slot['weekday']): Slot => ({ weekday, from: clock('08:00'), to: clock('08:40') });
  const days: readonly Slot['weekday'][] = ['monday', 'wednesday', 'thursday', 'friday'];
  const slots = [after('tuesday'), ...random.some(days, random.whole(1, 3)).map((day) => (random.chance(0.75) ? after(day) : before(day)))];
  const frequency = who.careerStage === 'stage-ect1' ? 'weekly' : random.pick(['fortnightly', 'fortnightly', 'monthly'] as const);
  return {
    slots,
    format: random.pick(['either', 'either', 'in-person', 'online'] as const),
    frequency,
    minutes: random.pick([30, 40, 45, 50] as const),
  };
}

function waysOfWorking(stage: Stage): Record<string, number> {
  const items = [
    'comm-pace',
    'comm-structure',
    'comm-directness',
    'comm-detail',
    'comm-channel',
    'comm-frequency',
    'comm-feedback-timing',
    'comm-celebration',
  ];
  return Object.fromEntries(stage.random.some(items, stage.random.whole(5, 8)).map((item) => [item, stage.random.whole(1, 5)]));
}

function yearsIn(careerStage: string, { random }: Stage): number {
  const years: Record<string, readonly [number, number]> = {
    'stage-trainee': [0, 0],
    'stage-ect1': [0, 1],
    'stage-ect2': [1, 2],
    'stage-recently-qualified': [2, 5],
    'stage-experienced': [6, 24],
    'stage-middle-leader': [5, 20],
    'stage-senior-leader': [9, 28],
    'stage-headteacher': [14, 32],
    'stage-executive': [18, 34],
  };
  const [least, most] = years[careerStage] ?? [1, 12];
  return random.whole(least, most);
}

/** Who manages whom: a head or deputy of the same school; newcomers to teaching have an induction tutor too. */
export function setReportingLines(stage: Stage, people: readonly Character[]): void {
  for (const school of SCHOOLS) {
    const here = people.filter((person) => person.school === school.id);
    const managers = here.filter(({ careerStage }) => careerStage === 'stage-headteacher' || careerStage === 'stage-senior-leader');
    if (managers.length === 0) continue;
    for (const person of here) {
      const others = managers.filter((manager) => manager.id !== person.id && manager.id !== ('asha-rahman' as PersonId));
      if (others.length === 0) continue;
      const early = person.careerStage === 'stage-ect1' || person.careerStage === 'stage-ect2';
      stage.give(HUB, 'SetReportingLine', {
        institution: school.id as InstitutionId,
        person: person.id,
        lineManager: stage.random.pick(others).id,
        inductionTutor: early ? stage.random.pick(others).id : null,
      });
    }
  }
}

/** Some school days on, at a time when people sit down at a screen. */
export function soon(stage: Stage, days: number): ReturnType<Stage['now']> {
  const day = addSchoolDays(stage.calendar, stage.today(), days + 1);
  const hour = stage.random.pick(['07', '12', '15', '16', '17', '19', '20']);
  return instantOf(day, clock(`${hour}:${String(stage.random.whole(0, 59)).padStart(2, '0')}`));
}

/** Everyone in the story has one given name, written first. */
export function partsOf(name: string): { readonly given: string; readonly family: string } {
  const [given = name, ...family] = name.split(' ');
  return { given, family: family.join(' ') };
}
