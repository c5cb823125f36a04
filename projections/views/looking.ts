import type { MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { institutionsOf } from './belonging.js';
import { privateRows } from './private-rows.js';

/** What is kept of a mentee, to tell who has lost a mentor and has none in sight. */
interface Mentee {
  /** Pairs that ended early and that no other has followed. */
  readonly ended: readonly MentorshipId[];
  readonly live: readonly MentorshipId[];
  /** Requests that wait, or were accepted and have not begun. */
  readonly asked: readonly RequestId[];
}

const mentees = privateRows<Mentee>('mentee');
const NOBODY: Mentee = { ended: [], live: [], asked: [] };
const menteeOf = <Data>(rows: Rows<Data>, person: PersonId): Mentee => mentees.get(rows, person) ?? NOBODY;
const including = <T>(all: readonly T[], one: T): readonly T[] => (all.includes(one) ? all : [...all, one]);
const without = <T>(all: readonly T[], one: T | null): readonly T[] => all.filter((other) => other !== one);

const edit = <Data>(rows: Rows<Data>, person: PersonId, next: (before: Mentee) => Partial<Mentee>): void => {
  const before = menteeOf(rows, person);
  mentees.put(rows, person, { ...before, ...next(before) });
};

/** A mentee asked a mentor. */
export const asks = <Data>(rows: Rows<Data>, mentee: PersonId, request: RequestId): void =>
  edit(rows, mentee, ({ asked }) => ({ asked: including(asked, request) }));

/** A request was not accepted. An accepted one is dropped when its pair begins, so that the mentee never seems to be without a mentor. */
export const asksNoMore = <Data>(rows: Rows<Data>, mentee: PersonId, request: RequestId): void =>
  edit(rows, mentee, ({ asked }) => ({ asked: without(asked, request) }));

/** A pair began. Returns the earlier ended pairs, which no longer need another mentor. */
export function begins<Data>(rows: Rows<Data>, mentee: PersonId, pair: MentorshipId, request: RequestId | null): readonly MentorshipId[] {
  const { ended, live, asked } = menteeOf(rows, mentee);
  mentees.put(rows, mentee, { ended: [], live: including(live, pair), asked: without(asked, request) });
  return ended;
}

/** A pair is over. Who ended it and why plays no part: neither may be told by what leaders see (R6, R8). */
export const isOver = <Data>(rows: Rows<Data>, mentee: PersonId, pair: MentorshipId, how: 'completed' | 'ended'): void =>
  edit(rows, mentee, ({ ended, live }) => ({ live: without(live, pair), ended: how === 'ended' ? including(ended, pair) : ended }));

/** The pairs of a mentee that ended early, whether they have a mentor, whether another is asked, and whether the mentee is here, has no mentor and has asked none. */
export function searchStateOf<Data>(
  rows: Rows<Data>,
  mentee: PersonId,
): { readonly ended: readonly MentorshipId[]; readonly mentored: boolean; readonly asked: boolean; readonly looks: boolean } {
  const { ended, live, asked } = menteeOf(rows, mentee);
  return {
    ended,
    mentored: live.length > 0,
    asked: asked.length > 0,
    looks: live.length === 0 && asked.length === 0 && institutionsOf(rows, mentee).length > 0,
  };
}
