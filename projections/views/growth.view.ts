import type { CredentialId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import type { HubEvent, HubEventOf } from './hub-event.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** A person's growth in figures, which go with them from school to school. */
export interface GrowthRow {
  readonly person: PersonId;
  /** Minutes of meetings that both recorded, by the part the person had in them. */
  readonly minutesAsMentor: number;
  readonly minutesAsMentee: number;
  /** Meetings that were credited. */
  readonly meetings: number;
  readonly reflections: number;
  readonly goalsAgreed: number;
  readonly goalsAchieved: number;
  /** Certificates held: neither revoked ones nor records of participation, which are none. */
  readonly credentials: number;
}

const menteeOfGoal = privateRows<PersonId>('goal');
const holder = privateRows<PersonId>('credential');

const certified = (rows: Rows<GrowthRow>, credential: CredentialId, person: PersonId): void => {
  holder.put(rows, credential, person);
  add(rows, person, ({ credentials }) => ({ credentials: credentials + 1 }));
};

function count(rows: Rows<GrowthRow>, { person, minutes, as }: HubEventOf<'CpdCredited'>['data'], sign: 1 | -1): void {
  const [asMentor, asMentee] = as === 'mentor' ? [minutes, 0] : [0, minutes];
  add(rows, person, ({ meetings, minutesAsMentor, minutesAsMentee }) => ({
    meetings: meetings + sign,
    minutesAsMentor: minutesAsMentor + sign * asMentor,
    minutesAsMentee: minutesAsMentee + sign * asMentee,
  }));
}

function add(rows: Rows<GrowthRow>, person: PersonId, next: (before: GrowthRow) => Partial<GrowthRow>): void {
  const before = rows.get(person)?.data ?? { ...NOTHING, person };
  rows.put(person, { audience: onlyPerson(person), data: { ...before, ...next(before) }, about: [person] });
}

/** Totals, to the person whose they are. */
export const growthView = hubView<HubEvent, GrowthRow>()({
  name: 'growth',
  version: 3,
  title: 'Development records',
  readers: ['person'],
  own: 'totals',
  indexes: [],
  on: {
    CpdCredited: ({ data }, rows) => count(rows, data, 1),
    CpdWithdrawn: ({ data }, rows) => count(rows, data, -1),
    ReflectionWritten: ({ data: { person } }, rows) => add(rows, person, ({ reflections }) => ({ reflections: reflections + 1 })),
    GoalAgreed: ({ data: { goal, mentee } }, rows) => {
      menteeOfGoal.put(rows, goal, mentee);
      add(rows, mentee, ({ goalsAgreed }) => ({ goalsAgreed: goalsAgreed + 1 }));
    },
    GoalAchieved: ({ data: { goal } }, rows) => {
      const mentee = menteeOfGoal.get(rows, goal);
      if (mentee) add(rows, mentee, ({ goalsAchieved }) => ({ goalsAchieved: goalsAchieved + 1 }));
    },
    CredentialIssued: ({ data: { credential, person, kind } }, rows) => {
      if (kind !== 'participation') certified(rows, credential, person);
    },
    CredentialRaised: ({ data: { credential, person } }, rows) => certified(rows, credential, person),
    CredentialRevoked: ({ data: { credential } }, rows) => {
      const person = holder.get(rows, credential);
      if (!person) return;
      holder.remove(rows, credential);
      add(rows, person, ({ credentials }) => ({ credentials: credentials - 1 }));
    },
    PersonErased: ({ data: { person } }, rows) => rows.remove(person),
  },
});

const NOTHING: Omit<GrowthRow, 'person'> = {
  minutesAsMentor: 0,
  minutesAsMentee: 0,
  meetings: 0,
  reflections: 0,
  goalsAgreed: 0,
  goalsAchieved: 0,
  credentials: 0,
};
