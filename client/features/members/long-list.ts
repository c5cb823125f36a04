import { createEffect, createMemo, createSignal, on } from 'solid-js';
import type { MemberFilter } from '@alongside/domain/institutions/member-filters.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';
import { createAnswer, LIST_LIMIT_ROWS } from '../../replica/index.js';
import { createRested } from '../../ui/index.js';
import { lineOf, type MemberLine } from './lines.js';

/** How long a user rests between keys before the hub is asked, in milliseconds. */
const REST_MS = 150;
/** So many members of a long list are shown at most: others are found by typing. */
const FOUND_LIMIT_ROWS = 1_000;
const PAGE_ROWS = 50;

/** What the hub answers: how many each filter lets through, how many match, and the first of these by name. */
interface Found {
  readonly counts: Readonly<Record<MemberFilter, number>>;
  readonly found: number;
  readonly hits: readonly {
    readonly member: RosterRow;
    readonly mentored?: number;
    readonly mentoring?: number;
    readonly isNamesake: boolean;
  }[];
}

/** Where the hub is asked for members of an institution. */
const membersPath = (at: string, asked: { readonly q?: string; readonly show?: MemberFilter; readonly limit: number }): string =>
  `/api/institutions/${encodeURIComponent(at)}/members?${new URLSearchParams({ q: asked.q ?? '', show: asked.show ?? 'everyone', limit: String(asked.limit) })}`;

/** The people whom the hub finds by what was typed, for a form; nobody while nothing is. */
export function createFoundMembers(at: () => string | undefined, typed: () => string, limit: number) {
  const rested = createRested(typed, REST_MS);
  const path = () => {
    const place = at();
    return place && rested().trim() ? membersPath(place, { q: rested().trim(), limit }) : undefined;
  };
  const answer = createAnswer<Found>(path, { ofOthers: true });
  const isOf = () => rested() === typed() && answer.path() === path();
  return {
    people: () => (isOf() ? (answer.data()?.hits ?? []).map(({ member }) => member) : []),
    total: () => answer.data()?.found,
    waiting: () => at() !== undefined && typed().trim() !== '' && !isOf() && !answer.failed(),
  };
}

/** Members as the hub finds them, where they are more than a browser reads. `isLonger`: more than a first page, so the hub is asked how many there are. */
export function createLongList(asked: {
  readonly at: () => string;
  readonly isLonger: () => boolean;
  readonly filter: () => MemberFilter;
  readonly typed: () => string;
}) {
  const counting = () => (asked.isLonger() ? membersPath(asked.at(), { limit: 0 }) : undefined);
  const counted = createAnswer<Found>(counting, { ofOthers: true });
  const all = createMemo(() => (counting() !== undefined && counted.path() === counting() ? counted.data()?.counts : undefined));
  const isLong = createMemo(() => (all()?.everyone ?? 0) > LIST_LIMIT_ROWS);
  const rested = createRested(() => asked.typed().trim(), REST_MS);
  const [limit, setLimit] = createSignal(0);
  createEffect(on([asked.at, asked.filter, asked.typed], () => setLimit(0), { defer: true }));
  const found = createAnswer<Found>(
    () =>
      isLong()
        ? membersPath(asked.at(), { q: rested(), show: asked.filter(), limit: Math.min(Math.max(limit(), PAGE_ROWS), FOUND_LIMIT_ROWS) })
        : undefined,
    { ofOthers: true },
  );
  const data = createMemo(() =>
    institutionIn(found.path()) === institutionIn(membersPath(asked.at(), { limit: 0 })) ? found.data() : undefined,
  );
  const isAnswered = () =>
    questionIn(found.path()) === questionIn(membersPath(asked.at(), { q: asked.typed().trim(), show: asked.filter(), limit: 0 }));
  return {
    isLong,
    /** Whether the list is long is not known yet. */
    isUnknown: () => asked.isLonger() && all() === undefined && !counted.failed(),
    counts: () => data()?.counts ?? all(),
    /** Those who were found last, while the next are on their way. */
    lines: createMemo((): readonly MemberLine[] =>
      // The answer changes in place: a line keeps what it was made of.
      (data()?.hits ?? []).map(({ member, mentored, mentoring }) => lineOf({ ...member, roles: [...member.roles] }, mentored, mentoring)),
    ),
    found: {
      get total() {
        return data()?.found ?? 0;
      },
      most: FOUND_LIMIT_ROWS,
      get namesakes() {
        return new Set((data()?.hits ?? []).filter(({ isNamesake }) => isNamesake).map(({ member }) => member.sortAs));
      },
      ask: setLimit,
    },
    /** What is shown is what was asked. */
    isAnswered,
    /** Why nothing was found out, in words. */
    failed: () => (isAnswered() ? undefined : found.failed()),
    again: found.again,
  };
}

const institutionIn = (path: string | undefined): string | undefined => path?.split('?')[0];
/** All that is asked but how many are wanted. */
const questionIn = (path: string | undefined): string | undefined => path?.slice(0, path.lastIndexOf('&limit='));
