import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { happened } from './given-events.js';
import type { Happening } from './curious.testing.js';
import type { SeededRandom } from './seeded-random.js';

const TRUST = 'riverbank';
const SCHOOLS = ['oakfield', 'elm', 'moor'];
export const INSTITUTIONS = [TRUST, ...SCHOOLS];
const FIRST_DAY = Date.UTC(2026, 0, 5, 12);
const DAY_MS = 86_400_000;
/** After how many answers of a hundred two records are found to be one person’s. */
const JOINS_PERCENT = 5;

/** A small trust, what happens there, and what its people answer. */
export interface SmallTrust {
  readonly happenings: readonly Happening[];
  /** The answers as they were, as bits in their order. */
  readonly truth: number;
  /** Who gave each answer. */
  readonly people: readonly string[];
  /** Who knows each answer by themselves. */
  readonly knownTo: readonly (readonly string[])[];
}

const ROLES = ['coordinator', 'leader'] as const;
/** After how many answers of a hundred a person comes to read figures, or no longer does. */
const ROLES_PERCENT = 10;
/** Questions whose answers both of a pair read. */
const OF_THE_PAIR: ReadonlySet<string> = new Set(['goals', 'about']);
const pair = (n: number) => ({ mentorship: `m${n}`, request: null, aims: [] });
const two = (n: number) => ({ mentorship: `m${n}`, goal: `g${n}` });
const NO_WORDS = { description: { title: '', why: '', success: '' }, statements: [], due: null };

/** How each question is answered: what happens before an answer, and the answer without and with what is counted. */
const QUESTIONS = {
  fit: (person: string, n: number, at: string) => [
    [],
    (yes: boolean) => happened('FitChecked', { mentorship: `m${n}`, by: person, answer: yes ? 'good' : 'not-good' }, { at }),
  ],
  goals: (person: string, n: number, at: string) => [
    [happened('GoalAgreed', { ...two(n), mentee: person, tag: null, ...NO_WORDS }, { at })],
    (yes: boolean) =>
      yes ? happened('GoalAchieved', { ...two(n), by: person, evidence: '' }, { at }) : happened('GoalSetAside', two(n), { at }),
  ],
  skills: (person: string, n: number, at: string) => [
    [happened('SkillRated', { person, mentorship: `m${n}`, tag: 't', level: 2, when: 'before' }, { at })],
    (yes: boolean) => happened('SkillRated', { person, mentorship: `m${n}`, tag: 't', level: yes ? 4 : 2, when: 'after' }, { at }),
  ],
  about: (person: string, n: number, at: string) => [
    [],
    (yes: boolean) =>
      happened('GoalAgreed', { ...two(n), mentee: person, tag: yes ? (EXPERTISE_TAGS[0]?.id ?? null) : null, ...NO_WORDS }, { at }),
  ],
} as const satisfies Record<
  string,
  (person: string, n: number, at: string) => readonly [readonly Happening[], (yes: boolean) => ReturnType<typeof happened>]
>;

/** A school of six: five say how it goes, two of them turn out to be one, and then the sixth says it. */
export function schoolOfTwoRecords(): Pick<SmallTrust, 'happenings' | 'people'> {
  const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
  const at = new Date(FIRST_DAY).toISOString();
  const answers = people.map((person, n): Happening => {
    const [, answer] = QUESTIONS.fit(person, n, at);
    return { person, events: [answer(false), answer(true)] };
  });
  const enter = people.map((person) => happened('MemberJoined', { institution: 'oakfield', person, from: '2025-09-01' }, { at }));
  const joined = happened('RecordsJoined', { person: 'p0', joined: 'p1', belongs: [] }, { at });
  return { happenings: [...enter, ...answers.slice(0, 5), joined, ...answers.slice(5)], people };
}

interface Kind {
  /** People come to read figures, and mentor. */
  readonly insiders: boolean;
  /** Far more people move, join another school or turn out to be one: what waits of them meets readers who know it. */
  readonly restless?: boolean;
}

/** At random: one to three schools, people who come, move, are erased or have two records, and answers that mostly agree. */
export function smallTrust(random: SeededRandom, answers: number, { insiders, restless = false }: Kind): SmallTrust {
  const { below, pick } = random;
  const chance = (percent: number) => below(100) < percent;
  const schools = restless ? SCHOOLS.slice(0, 2) : SCHOOLS.slice(0, 1 + below(SCHOOLS.length));
  const institutions = [TRUST, ...schools];
  const people = Array.from({ length: restless ? 6 + below(2) : 5 + below(4) }, (_, n) => `p${n}`);
  const question = pick(restless ? [...OF_THE_PAIR] : Object.keys(QUESTIONS)) as keyof typeof QUESTIONS;
  const ask = QUESTIONS[question];
  const saysYes = pick([0, 10, 50, 90, 100]);
  // Who mentors most, and comes to read.
  const lead = insiders ? pick(people) : '';
  const answering = restless ? people.filter((person) => person !== lead) : people;
  const mover = restless ? pick(answering) : undefined;
  let now = FIRST_DAY;
  const at = () => new Date(now).toISOString();
  const enters = (person: string, institution: string): Happening =>
    happened('MemberJoined', { institution, person, from: '2025-09-01' }, { at: at() });
  const leaves = (person: string, institution: string): Happening => happened('MemberLeft', { institution, person }, { at: at() });
  const moves = (institution: string) =>
    pick([
      () => happened('TrustJoined', { institution, trust: TRUST }, { at: at() }),
      () => happened('TrustLeft', { institution, trust: TRUST }, { at: at() }),
    ])();

  const happenings: Happening[] = schools
    .filter(() => chance(90))
    .map((institution) => happened('TrustJoined', { institution, trust: TRUST }, { at: at() }));
  for (const person of people) {
    happenings.push(enters(person, person === mover ? 'elm' : restless || chance(60) ? 'oakfield' : pick(schools)));
    if (!restless && chance(8)) happenings.push(enters(person, pick(schools)));
  }
  let truth = 0;
  const by: string[] = [];
  const knownTo: string[][] = [];
  const roles = () => {
    const data = { institution: pick(institutions), person: chance(70) ? lead : pick(people), role: pick(ROLES) };
    happenings.push(happened(pick(['RoleGranted', 'RoleGranted', 'RoleRevoked'] as const), data, { at: at() }));
  };
  if (restless) happenings.push(happened('RoleGranted', { institution: 'oakfield', person: lead, role: pick(ROLES) }, { at: at() }));
  else while (insiders && chance(40)) roles();
  for (let n = 0; n < answers; n += 1) {
    now += pick([0, 0, 1, 7, 30, 61]) * DAY_MS + 60_000;
    const person = n === 0 && mover ? mover : pick(answering);
    if (chance(restless ? 30 : 6)) {
      const from = restless ? schools.filter(() => chance(80)) : [pick(schools)];
      happenings.push(
        ...from.map((school) => leaves(person, school)),
        enters(person, pick(restless ? ['oakfield', 'oakfield', 'elm'] : schools)),
      );
    }
    if (chance(3)) happenings.push(moves(pick(schools)));
    // Mentors at first and hardly later, so that the reader may be told what is said then.
    const mentor = insiders && chance(restless && n > 0 ? 90 : 30) ? pick(people) : lead;
    const isPair = insiders && mentor !== person && chance(70);
    if (isPair) happenings.push(happened('MentorshipStarted', { ...pair(n), mentor, mentee: person }, { at: at() }));
    const [before, answer] = ask(person, n, at());
    happenings.push(...before, { person, events: [answer(false), answer(true)] });
    if (chance(saysYes)) truth |= 1 << n;
    by.push(person);
    knownTo.push(isPair && OF_THE_PAIR.has(question) ? [person, mentor] : [person]);
    if (insiders && chance(restless ? 2 : ROLES_PERCENT)) roles();
    if (chance(2)) happenings.push(happened('PersonErased', { person: pick(people) }, { at: at() }));
    if (chance(restless ? 2 * JOINS_PERCENT : JOINS_PERCENT))
      happenings.push(happened('RecordsJoined', { person: pick(people), joined: pick(people), belongs: [] }, { at: at() }));
  }
  return { happenings, truth, people: by, knownTo };
}
