import { answered, asOnePerson, type Release, type WaitingAnswer } from '@alongside/domain/figures/release.js';
import type { Day, InstitutionId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { expertiseTag } from '@alongside/domain/uk/taxonomy/expertise.js';
import type { Handlers, Rows } from '../engine/view.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import { overseers } from './audiences.js';
import { belongTogether, followBelonging, institutionsOf, leaveEverywhere, reachOf, trustOf, withTrust } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { noteRole, noteRoleLost, overseenBy, overseeNothing, overseeTogether } from './overseeing.js';
import { privateRows } from './private-rows.js';
import { inTheirName, isErased, noteErasure, noteJoin, personOf, recordsOf } from './records-so-far.js';
import { ukDay } from './uk-day.js';

/** What is counted of what people said, and whether several answers of a person before a release add up. */
const QUESTIONS = {
  /** How it goes: `good`. */
  fit: { adds: false },
  /** Skills that were rated before and after a mentorship: `higher`. */
  skills: { adds: true },
  /** How goals ended: `achieved`. */
  goals: { adds: true },
  /** What goals are about: groups of the expertise taxonomy. */
  about: { adds: true },
} as const;
export type Question = keyof typeof QUESTIONS;

/** What was released of a question: each release is about five people or more. */
export interface Said {
  readonly people: number;
  readonly releases: number;
  /** How many said what: one or none of each release where it is absent, and never all of one. */
  readonly said: Readonly<Record<string, number>>;
}

/** What was released of an institution or trust on one day, for good (R7, 0051). */
export interface SaidRow {
  readonly institution: InstitutionId;
  readonly day: Day;
  readonly of: Readonly<Partial<Record<Question, Said>>>;
}

interface ReleaseOfRow extends Pick<Release, 'people' | 'said' | 'knownTo'> {
  readonly question: Question;
}
type All = Rows<SaidRow>;
/** Answers of one question that wait in a trust, or in an institution by itself. */
const waiting = privateRows<readonly WaitingAnswer[]>('waiting');
/** Where answers may wait that a person gave, or knows as the other of a pair. */
const waitsIn = privateRows<readonly string[]>('waits-in');
const menteeOfGoal = privateRows<PersonId>('goal');
/** Both of a pair read its goals. */
const pairOf = privateRows<readonly PersonId[]>('pair');
/** The releases that a row is the sum of. */
const releasesOf = privateRows<readonly ReleaseOfRow[]>('released');
/** Rows with a release of answers that a person knows. */
const knownIn = privateRows<readonly string[]>('known-in');
/** A level before a mentorship, by person, mentorship and tag. */
const levelBefore = privateRows<number>('level');
const NOTHING: Said = { people: 0, releases: 0, said: {} };

/** What a person said, and the pair that knows it beside them: of goals alone. */
interface SaidBy {
  readonly question: Question;
  readonly person: PersonId;
  readonly says: readonly string[];
  readonly within?: MentorshipId;
}
/** Takes an answer in, and tells what it releases. */
type Take = (rows: All, event: Recorded<HubEvent>, said: SaidBy) => void;
/** Who knows an answer, which institutions a person reads figures of, and whether what waits may be a part of an answer elsewhere. The proof plants faults in each. */
export interface Knowing {
  readonly knowersOf: (rows: All, said: SaidBy) => readonly PersonId[];
  readonly readBy: (rows: All, person: PersonId) => readonly InstitutionId[];
  readonly mayBePartOf: (rows: All, former: Pick<WaitingAnswer, 'knownTo'>, groups: readonly InstitutionId[]) => boolean;
}
const isReadBy = (readBy: Knowing['readBy'], rows: All, people: readonly PersonId[], groups: readonly InstitutionId[]): boolean =>
  people.some((one) => readBy(rows, one).some((institution) => groups.includes(institution)));
const KNOWING: Knowing = {
  knowersOf: (rows, { person, within }) => {
    const pair = (within ? (pairOf.get(rows, within) ?? []) : []).map((one) => personOf(rows, one));
    return [...new Set([person, ...pair.filter((one) => !isErased(rows, one))])];
  },
  readBy: overseenBy,
  // Its knowers were none of the readers where it was said, and may be readers here.
  mayBePartOf: (rows, { knownTo }, groups) => !isReadBy(overseenBy, rows, knownTo, groups),
};

const taking =
  (release: typeof answered, { knowersOf, readBy, mayBePartOf }: Knowing): Take =>
  (rows, { at }, answer) => {
    const { question, person, says } = answer;
    const groups = reachOf(rows, person).toSorted();
    if (groups.length === 0) return;
    const knownTo = knowersOf(rows, answer);
    // With an answer of their own in a release, a reader would know more of the others than the figure tells.
    if (isReadBy(readBy, rows, knownTo, groups)) return;
    const day = ukDay(at);
    const together = wholeOf(rows, person);
    const key = keyOf(question, together ?? groups.join('+'));
    const { adds } = QUESTIONS[question];
    const before = (waiting.get(rows, key) ?? []).filter((one) => !adds || one.person !== person || mayBePartOf(rows, one, groups));
    const asking = { adds, together };
    const outcome = release(before, { person, groups, since: day, says, knownTo }, asking);
    waiting.put(rows, key, outcome.waiting);
    for (const one of knownTo) listIn(waitsIn, rows, one, key);
    for (const { groups: told, ...released } of outcome.releases)
      for (const institution of told) add(rows, { institution, day }, { question, ...released });
  };

const keyOf = (question: Question, whole: string): string => `${question}|${whole}`;
const questionOf = (key: string): Question => key.slice(0, key.indexOf('|')) as Question;

function listIn(lists: typeof waitsIn, rows: All, person: PersonId, key: string): void {
  const keys = lists.get(rows, person) ?? [];
  if (!keys.includes(key)) lists.put(rows, person, [...keys, key]);
}

/** The one trust that holds all that a person belongs to, or their one institution; `null` for a person of several. */
function wholeOf(rows: All, person: PersonId): InstitutionId | null {
  const wholes = new Set(institutionsOf(rows, person).map((institution) => trustOf(rows, institution) ?? institution));
  const [whole] = wholes;
  return wholes.size === 1 && whole !== undefined ? whole : null;
}

type Where = Pick<SaidRow, 'institution' | 'day'>;
function add(rows: All, where: Where, release: ReleaseOfRow): void {
  const audience = overseers(withTrust(rows, where.institution));
  const id = rowFor(rows, where, audience);
  const all = [...(releasesOf.get(rows, id) ?? []), release];
  releasesOf.put(rows, id, all);
  for (const one of release.knownTo) listIn(knownIn, rows, one, id);
  rows.put(id, { audience, data: { ...where, of: sumOf(all) } });
}

/** The row of a day, and another where its readers have changed: who comes to read one reads no release of the other. */
function rowFor(rows: All, { institution, day }: Where, audience: RowAudience): string {
  const first = `${institution}:${day}`;
  let id = first;
  for (let more = 2; rows.get(id) && rows.get(id)?.audience.join() !== audience.join(); more += 1) id = `${first}:${more}`;
  return id;
}

function sumOf(releases: readonly ReleaseOfRow[]): SaidRow['of'] {
  const of: Partial<Record<Question, Said>> = {};
  for (const { question, people, said } of releases) of[question] = together(of[question] ?? NOTHING, { people, releases: 1, said });
  return of;
}

/** Who comes to read figures is told no release of answers that they know, and what waits of these is let go (R7, 0051). */
function keepFromReader(rows: All, person: PersonId): void {
  const read = overseenBy(rows, person);
  for (const key of waitsIn.get(rows, person) ?? []) {
    const isTheirs = ({ knownTo, groups }: WaitingAnswer) => knownTo.includes(person) && groups.some((group) => read.includes(group));
    waiting.put(
      rows,
      key,
      (waiting.get(rows, key) ?? []).filter((one) => !isTheirs(one)),
    );
  }
  for (const id of knownIn.get(rows, person) ?? []) {
    const row = rows.get(id);
    if (!row || !overseers(read).some((reader) => row.audience.includes(reader))) continue;
    const rest = (releasesOf.get(rows, id) ?? []).filter(({ knownTo }) => !knownTo.includes(person));
    releasesOf.put(rows, id, rest);
    if (rest.length > 0) rows.put(id, { ...row, data: { ...row.data, of: sumOf(rest) } });
    else rows.remove(id);
  }
}

/** Two sets of releases as one. */
export function together(one: Said, other: Said): Said {
  const said: Record<string, number> = { ...one.said };
  for (const [what, people] of Object.entries(other.said)) said[what] = (said[what] ?? 0) + people;
  return { people: one.people + other.people, releases: one.releases + other.releases, said };
}

type Ended = Recorded<Extract<HubEvent, { type: 'GoalAchieved' | 'GoalSetAside' }>>;
function ended(take: Take, event: Ended, rows: All, says: readonly string[]): void {
  const { goal, mentorship } = event.data;
  const mentee = menteeOfGoal.get(rows, goal);
  if (!mentee) return;
  menteeOfGoal.remove(rows, goal);
  take(rows, event, { question: 'goals', person: personOf(rows, mentee), says, within: mentorship });
}

/** The level before a mentorship, once: by whichever record it was said. */
function takeLevelBefore(rows: All, person: PersonId, rest: string): number | undefined {
  for (const record of recordsOf(rows, person)) {
    const level = levelBefore.get(rows, `${record}|${rest}`);
    if (level === undefined) continue;
    levelBefore.remove(rows, `${record}|${rest}`);
    return level;
  }
  return undefined;
}

/** What one record knows, the other knows, and what waits of it waits as theirs. What was released as of two people stays so: nothing is divided again. */
function knowAsOne(rows: All, kept: PersonId, joined: PersonId, { mayBePartOf }: Knowing): void {
  const named = <One extends Pick<WaitingAnswer, 'knownTo'>>(one: One): One => ({
    ...one,
    knownTo: [...new Set(one.knownTo.map((person) => (person === joined ? kept : person)))],
  });
  for (const key of waitsIn.get(rows, joined) ?? []) {
    const before = (waiting.get(rows, key) ?? []).map(named);
    const [mine, theirs] = [kept, joined].map((record) => before.find(({ person }) => person === record));
    const { adds } = QUESTIONS[questionOf(key)];
    const both = mine && theirs && asOnePerson(mine, theirs, adds);
    const isPart = both && mayBePartOf(rows, both, both.groups);
    const one = both && !isPart ? asOnePerson(mine, theirs, false) : (both ?? (theirs && { ...theirs, person: kept }));
    waiting.put(rows, key, one ? [...before.filter((answer) => answer !== mine && answer !== theirs), one] : before);
    listIn(waitsIn, rows, kept, key);
  }
  waitsIn.remove(rows, joined);
  for (const id of knownIn.get(rows, joined) ?? []) {
    releasesOf.put(rows, id, (releasesOf.get(rows, id) ?? []).map(named));
    listIn(knownIn, rows, kept, id);
  }
  knownIn.remove(rows, joined);
}

/** What was released stays, as of nobody; what waits goes with the person. */
function forgetPerson(rows: All, person: PersonId): void {
  const unnamed = <One extends Pick<WaitingAnswer, 'knownTo'>>(one: One): One => ({
    ...one,
    knownTo: one.knownTo.filter((other) => other !== person),
  });
  for (const key of waitsIn.get(rows, person) ?? []) {
    const others = (waiting.get(rows, key) ?? []).filter((one) => one.person !== person);
    waiting.put(rows, key, others.map(unnamed));
  }
  waitsIn.remove(rows, person);
  for (const id of knownIn.get(rows, person) ?? []) releasesOf.put(rows, id, (releasesOf.get(rows, id) ?? []).map(unnamed));
  knownIn.remove(rows, person);
}

/** Handlers of all that is told in the name of a person. */
const answering = (take: Take): Handlers<Answering, SaidRow> => ({
  ...belonging,
  MemberLeft: (event, rows) => {
    belonging.MemberLeft(event, rows);
    noteRoleLost(rows, event.data);
  },
  RoleGranted: ({ data }, rows) => {
    noteRole(rows, data);
    keepFromReader(rows, data.person);
  },
  RoleRevoked: ({ data }, rows) => noteRoleLost(rows, data),
  MentorshipStarted: ({ data: { mentorship, participants } }, rows) =>
    pairOf.put(
      rows,
      mentorship,
      participants.map(({ person }) => person),
    ),
  FitChecked: (event, rows) =>
    take(rows, event, { question: 'fit', person: event.data.by, says: event.data.answer === 'good' ? ['good'] : [] }),
  SkillRated: (event, rows) => {
    const { person, mentorship, tag, level, when } = event.data;
    if (mentorship === null) return;
    const rest = `${mentorship}|${tag}`;
    if (when === 'before') return levelBefore.put(rows, `${person}|${rest}`, level);
    const before = takeLevelBefore(rows, person, rest);
    if (before !== undefined) take(rows, event, { question: 'skills', person, says: level > before ? ['higher'] : [] });
  },
  GoalAgreed: (event, rows) => {
    const { goal, mentee, tag, mentorship } = event.data;
    menteeOfGoal.put(rows, goal, mentee);
    const group = tag === null ? undefined : expertiseTag(tag)?.group;
    take(rows, event, { question: 'about', person: mentee, says: group ? [group] : [], within: mentorship });
  },
  GoalAchieved: (event, rows) => ended(take, event, rows, ['achieved']),
  GoalSetAside: (event, rows) => ended(take, event, rows, []),
  PersonErased: ({ data: { person } }, rows) => {
    noteErasure(rows, person);
    forgetPerson(rows, person);
    overseeNothing(rows, person);
    leaveEverywhere(rows, person);
  },
});
const belonging = followBelonging<SaidRow>(() => undefined);
type Answering = Exclude<HubEvent, { readonly type: 'RecordsJoined' }>;

/** The view for a way of releasing: the proof of figures plants faults in it. */
export const saidWith = (release: typeof answered, other: Partial<Knowing> = {}) => {
  const knowing = { ...KNOWING, ...other };
  return hubView<HubEvent, SaidRow>()({
    name: 'said',
    version: 4,
    title: 'What people said, in figures',
    readers: ['#coordinators', '#leaders'],
    indexes: ['institution'],
    orders: [{ within: 'institution', by: 'day' }],
    // Built again by what is known later, it would say two things of the same answers.
    asWritten: true,
    on: {
      ...inTheirName<Answering, SaidRow>(answering(taking(release, knowing))),
      RecordsJoined: (event, rows) => {
        const join = noteJoin(event, rows);
        if (!join) return;
        belongTogether(rows, join.kept, join.joined);
        knowAsOne(rows, join.kept, join.joined, knowing);
        overseeTogether(rows, join.kept, join.joined);
        keepFromReader(rows, join.kept);
      },
    },
  });
};

/** What people said, as far as it may be known, to the coordinators and leaders of an institution and of its trust. */
export const saidView = saidWith(answered);
