import type { JoiningCommand } from '@alongside/domain/joining/joining.commands.js';
import { ABOVE } from '@alongside/domain/institutions/above.js';
import { nameOfTwo } from '@alongside/domain/joining/joining.aggregate.js';
import type { JoiningFacts, PlaceOfRecord } from '@alongside/domain/joining/joining.facts.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { mayVouch } from '@alongside/domain/policies/joining.policy.js';
import type { HubReader } from '../views/index.js';
import { actorOf } from './actor.js';
import { assesses } from './ask.js';
import { isKnown, mayStandAbove, membershipsOf, reachOf, trustOf, type Gather } from './gather.js';

/** What joining two records needs to know of both. It concerns the institutions of both. */
export const gatherForJoining: Gather<JoiningCommand, JoiningFacts> = (command, look) => {
  const { data } = command;
  const { record } = data;
  // A record that was joined is nobody any more: no view knows it, whatever is asked.
  const other = data.other as string as PersonId;
  return {
    facts: {
      get older() {
        return olderOf(record, other, look);
      },
      get recordAt() {
        return placesOfRecord(record, look);
      },
      get otherAt() {
        return placesOfRecord(other, look);
      },
      get unreadAt() {
        const unread = command.type === 'ProposeJoining' ? command.data.unread : undefined;
        return unread === undefined ? [] : membershipsOf(unread, look);
      },
      get voucher() {
        const isOther = command.type !== 'ProposeJoining' || command.data.unread !== record;
        return isOther ? voucherOf(record, other, look) : voucherOf(other, record, look);
      },
      get between() {
        return between(record, other, look);
      },
      get withTheSame() {
        const others = new Set(bondsOf(record, look));
        return bondsOf(other, look).some((bond) => others.has(bond));
      },
      get askedElsewhere() {
        return [record, other].some((person) => isAskedElsewhere(person, [record, other], look));
      },
      get belongs() {
        return belongsOf(olderOf(record, other, look) === other ? [other, record] : [record, other], look);
      },
    },
    get institutions() {
      return reachOf([record, other], look);
    },
  };
};

/** Who asked whether two records are one person’s and vouched that `other` is not read any more, where they may still; `null` for nobody. */
export function voucherOf(record: PersonId, other: PersonId, look: HubReader): PersonId | null {
  const { status, askedBy, unread } = look.row('joining', nameOfTwo(record, other)) ?? {};
  if (status !== 'asked' || !askedBy || (unread?.record as string | undefined) !== other) return null;
  return mayVouchHere(askedBy, { record, other, unread: other }, look) ? askedBy : null;
}

/** Whether a person may say that the mailbox of one of the two is not read. */
export const mayVouchHere = (by: PersonId, two: Parameters<typeof mayVouch>[1], look: HubReader): boolean =>
  mayVouch(actorOf(by, look), two, {
    recordAt: placesOfRecord(two.record, look),
    otherAt: placesOfRecord(two.other, look),
    unreadAt: membershipsOf(two.unread, look),
  });

/** The one that is kept; `null` where either is no record of its own. */
export function olderOf(one: PersonId, other: PersonId, look: HubReader): PersonId | null {
  const [since, otherSince] = [one, other].map((person) => sinceOf(person, look));
  if (since === undefined || otherSince === undefined) return null;
  return since < otherSince ? one : other;
}

/** Where in the log a person begins; undefined for one who is not, or no longer, a person of their own. */
function sinceOf(person: PersonId, look: HubReader): string | undefined {
  const isJoined = look.rows('joining', { joined: person, status: 'joined' }).length > 0;
  return isJoined || !isKnown(person, look) ? undefined : look.row('account', person)?.since;
}

/** The institutions that list a record, those that it left too. */
export const placesOfRecord = (person: PersonId, look: HubReader): readonly PlaceOfRecord[] =>
  look.rows('member', { person }).map(({ institution }) => ({ institution, trust: trustOf(institution, look) }));

function between(one: PersonId, other: PersonId, look: HubReader): JoiningFacts['between'] {
  const ways = [
    { mentor: one, mentee: other },
    { mentor: other, mentee: one },
  ];
  if (ways.some((two) => look.rows('mentorship', two).length > 0)) return 'mentorship';
  if (ways.some((two) => look.rows('request', { ...two, status: 'open' }).length > 0)) return 'request';
  return assesses(one, other, look) || assesses(other, one, look) ? 'reporting-line' : 'nothing';
}

/** With whom a person has something open or running, and on which side. */
const bondsOf = (person: PersonId, look: HubReader): readonly string[] => [
  ...look.rows('request', { mentee: person, status: 'open' }).map(({ mentor }) => `mentor ${mentor}`),
  ...look.rows('request', { mentor: person, status: 'open' }).map(({ mentee }) => `mentee ${mentee}`),
  ...running(look.rows('mentorship', { mentee: person })).map(({ mentor }) => `mentor ${mentor}`),
  ...running(look.rows('mentorship', { mentor: person })).map(({ mentee }) => `mentee ${mentee}`),
];

const running = <Pair extends Parameters<typeof isOver>[0]>(pairs: readonly Pair[]): readonly Pair[] =>
  pairs.filter((pair) => !isOver(pair));

const isAskedElsewhere = (person: PersonId, two: readonly PersonId[], look: HubReader): boolean =>
  [...look.rows('joining', { kept: person, status: 'asked' }), ...look.rows('joining', { joined: person, status: 'asked' })].some(
    ({ kept, joined }) => !two.includes(kept) || !two.includes(joined),
  );

/** `people`: the kept one first. */
function belongsOf(people: readonly PersonId[], look: HubReader): JoiningFacts['belongs'] {
  const found = new Map<string, JoiningFacts['belongs'][number]>();
  for (const { institution, roles, from, ...above } of people.flatMap((person) => membershipsOf(person, look))) {
    const other = found.get(institution);
    const all = [...new Set([...(other?.roles ?? []), ...roles])];
    const lines = ABOVE.flatMap((line) => {
      const one = above[line];
      // Nobody stands above themself, nor who has left.
      return one !== null && !people.includes(one) && mayStandAbove(one, institution, look) ? [[line, one] as const] : [];
    });
    found.set(institution, {
      ...Object.fromEntries(lines),
      ...other,
      institution,
      roles: all,
      from: other && other.from < from ? other.from : from,
    });
  }
  return [...found.values()];
}
