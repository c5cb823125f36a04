import { answered, asOnePerson, type WaitingAnswer } from '@alongside/domain/figures/release.js';
import type { Day, GoalId, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { expertiseTag } from '@alongside/domain/uk/taxonomy/expertise.js';
import type { Handlers, Rows } from '../engine/view.js';
import { overseers } from './audiences.js';
import { belongTogether, followBelonging, institutionsOf, leaveEverywhere, reachOf, trustOf, withTrust } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';
import { inTheirName, noteErasure, noteJoin, personOf, recordsOf } from './records-so-far.js';
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

type All = Rows<SaidRow>;
/** Answers of one question that wait in a trust, or in an institution by itself. */
const waiting = privateRows<readonly WaitingAnswer[]>('waiting');
/** Where answers of a person may wait. */
const waitsIn = privateRows<readonly string[]>('waits-in');
const menteeOfGoal = privateRows<PersonId>('goal');
/** A level before a mentorship, by person, mentorship and tag. */
const levelBefore = privateRows<number>('level');
const NOTHING: Said = { people: 0, releases: 0, said: {} };

/** Takes an answer in, and tells what it releases. */
type Take = (rows: All, event: Recorded<HubEvent>, question: Question, person: PersonId, says: readonly string[]) => void;

const taking =
  (release: typeof answered): Take =>
  (rows, { at }, question, person, says) => {
    const groups = reachOf(rows, person).toSorted();
    if (groups.length === 0) return;
    const day = ukDay(at);
    const together = wholeOf(rows, person);
    const key = keyOf(question, together ?? groups.join('+'));
    const asking = { ...QUESTIONS[question], together };
    const outcome = release(waiting.get(rows, key) ?? [], { person, groups, since: day, says }, asking);
    waiting.put(rows, key, outcome.waiting);
    waitIn(rows, person, key);
    for (const { groups: told, people, said } of outcome.releases)
      for (const institution of told) add(rows, { institution, day, question }, { people, releases: 1, said });
  };

const keyOf = (question: Question, whole: string): string => `${question}|${whole}`;
const questionOf = (key: string): Question => key.slice(0, key.indexOf('|')) as Question;

function waitIn(rows: All, person: PersonId, key: string): void {
  const keys = waitsIn.get(rows, person) ?? [];
  if (!keys.includes(key)) waitsIn.put(rows, person, [...keys, key]);
}

/** The one trust that holds all that a person belongs to, or their one institution; `null` for a person of several. */
function wholeOf(rows: All, person: PersonId): InstitutionId | null {
  const wholes = new Set(institutionsOf(rows, person).map((institution) => trustOf(rows, institution) ?? institution));
  const [whole] = wholes;
  return wholes.size === 1 && whole !== undefined ? whole : null;
}

interface Where {
  readonly institution: InstitutionId;
  readonly day: Day;
  readonly question: Question;
}
function add(rows: All, { institution, day, question }: Where, more: Said): void {
  const id = `${institution}:${day}`;
  const of = rows.get(id)?.data.of ?? {};
  const data = { institution, day, of: { ...of, [question]: together(of[question] ?? NOTHING, more) } };
  rows.put(id, { audience: overseers(withTrust(rows, institution)), data });
}

/** Two sets of releases as one. */
export function together(one: Said, other: Said): Said {
  const said: Record<string, number> = { ...one.said };
  for (const [what, people] of Object.entries(other.said)) said[what] = (said[what] ?? 0) + people;
  return { people: one.people + other.people, releases: one.releases + other.releases, said };
}

function ended(take: Take, event: Recorded<HubEvent>, rows: All, goal: GoalId, says: readonly string[]): void {
  const mentee = menteeOfGoal.get(rows, goal);
  if (!mentee) return;
  menteeOfGoal.remove(rows, goal);
  take(rows, event, 'goals', personOf(rows, mentee), says);
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

/** What waits of one record waits as the other’s. What was released as of two people stays so: nothing is divided again. */
function waitAsOne(rows: All, kept: PersonId, joined: PersonId): void {
  for (const key of waitsIn.get(rows, joined) ?? []) {
    const before = waiting.get(rows, key) ?? [];
    const [mine, theirs] = [kept, joined].map((record) => before.find(({ person }) => person === record));
    if (!theirs) continue;
    const { adds } = QUESTIONS[questionOf(key)];
    const one = mine ? asOnePerson(mine, theirs, adds) : { ...theirs, person: kept };
    waiting.put(rows, key, [...before.filter((answer) => answer !== mine && answer !== theirs), one]);
    waitIn(rows, kept, key);
  }
  waitsIn.remove(rows, joined);
}

/** Handlers of all that is told in the name of a person. */
const answering = (take: Take): Handlers<Answering, SaidRow> => ({
  ...followBelonging<SaidRow>(() => undefined),
  FitChecked: (event, rows) => take(rows, event, 'fit', event.data.by, event.data.answer === 'good' ? ['good'] : []),
  SkillRated: (event, rows) => {
    const { person, mentorship, tag, level, when } = event.data;
    if (mentorship === null) return;
    const rest = `${mentorship}|${tag}`;
    if (when === 'before') return levelBefore.put(rows, `${person}|${rest}`, level);
    const before = takeLevelBefore(rows, person, rest);
    if (before !== undefined) take(rows, event, 'skills', person, level > before ? ['higher'] : []);
  },
  GoalAgreed: (event, rows) => {
    const { goal, mentee, tag } = event.data;
    menteeOfGoal.put(rows, goal, mentee);
    const group = tag === null ? undefined : expertiseTag(tag)?.group;
    take(rows, event, 'about', mentee, group ? [group] : []);
  },
  GoalAchieved: (event, rows) => ended(take, event, rows, event.data.goal, ['achieved']),
  GoalSetAside: (event, rows) => ended(take, event, rows, event.data.goal, []),
  // What was released holds no person; what waits goes with them.
  PersonErased: ({ data: { person } }, rows) => {
    noteErasure(rows, person);
    for (const key of waitsIn.get(rows, person) ?? []) {
      const others = (waiting.get(rows, key) ?? []).filter((one) => one.person !== person);
      waiting.put(rows, key, others);
    }
    waitsIn.remove(rows, person);
    leaveEverywhere(rows, person);
  },
});
type Answering = Exclude<HubEvent, { readonly type: 'RecordsJoined' }>;

/** The view for a way of releasing: the proof of figures plants faults in it. */
export const saidWith = (release: typeof answered, take = taking(release)) =>
  hubView<HubEvent, SaidRow>()({
    name: 'said',
    version: 2,
    title: 'What people said, in figures',
    readers: ['#coordinators', '#leaders'],
    indexes: ['institution'],
    orders: [{ within: 'institution', by: 'day' }],
    // Built again by what is known later, it would say two things of the same answers.
    asWritten: true,
    on: {
      ...inTheirName<Answering, SaidRow>(answering(take)),
      RecordsJoined: (event, rows) => {
        const join = noteJoin(event, rows);
        if (!join) return;
        belongTogether(rows, join.kept, join.joined);
        waitAsOne(rows, join.kept, join.joined);
      },
    },
  });

/** What people said, as far as it may be known, to the coordinators and leaders of an institution and of its trust. */
export const saidView = saidWith(answered);
