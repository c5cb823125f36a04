import { Joins, type Join } from '@alongside/domain/joining/joins.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { eventShapeOf, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { MapRows } from '../engine/map-rows.js';
import { tell } from '../engine/tell.js';
import type { Rows, View } from '../engine/view.js';
import type { HubEvent } from '../views/hub-event.js';

/** An answer whose content the curious reader does not know: the event as it is without and with what is counted. */
export interface Answer {
  readonly person: string;
  readonly events: readonly [no: Recorded<HubEvent>, yes: Recorded<HubEvent>];
}
export type Happening = Recorded<HubEvent> | Answer;
export const isAnswer = (one: Happening): one is Answer => 'events' in one;

/** More worlds than this are not searched: the institution is counted as too large for the proof. */
const WORLDS_LIMIT = 60_000;

/** What a reader is, and what they may therefore read, from each happening on. */
export interface Reader {
  readonly at: (place: number) => ReadonlySet<Principal>;
  /** Whether they know an answer by themselves: their own, or of a goal of their pair. */
  readonly knows: (answer: number) => boolean;
}
/** A reader who stays who they are and answers nothing. */
export const always = (principals: ReadonlySet<Principal>): Reader => ({ at: () => principals, knows: () => false });

/** What a reader is shown of an event, at once or by asking: each row of theirs that it wrote or took away. */
function shownBy(view: View, event: Recorded, rows: MapRows<unknown>, reader: ReadonlySet<Principal>): string {
  const seen: string[] = [];
  const watched: Rows<unknown> = {
    get: (id) => rows.get(id),
    about: (person) => rows.about(person),
    put: (id, row) => {
      if (meets(row.audience, reader)) seen.push(`${id} ${JSON.stringify(row.data)}`);
      rows.put(id, row);
    },
    remove: (id) => {
      const before = rows.get(id);
      if (before && meets(before.audience, reader)) seen.push(`${id} gone`);
      rows.remove(id);
    },
  };
  tell(view as View<Event>, event, watched);
  return seen.join('\n');
}

/** Views that are told of a happening after those before it. */
interface World {
  readonly states: readonly MapRows<unknown>[];
  /** All that was told so far: a join lets most views be built again from it. */
  readonly told: readonly Recorded<HubEvent>[];
  readonly joins: Joins;
}
const NO_JOINS = new Joins([], () => undefined);
const begun = (views: readonly View[]): World => ({ states: views.map(() => new MapRows<unknown>()), told: [], joins: NO_JOINS });
const copyOf = (world: World): World => ({ ...world, states: world.states.map((rows) => rows.copy()) });

/** All that a reader may ask for. */
const readIn = ({ states }: World, reader: ReadonlySet<Principal>): string =>
  states
    .flatMap((rows) => [...rows.all].flatMap(([id, row]) => (meets(row.audience, reader) ? [`${id} ${JSON.stringify(row.data)}`] : [])))
    .join('\n');

/** The world after an event, and what a reader is shown of it: all that they may read, where they have come to be more. */
function after(
  views: readonly View[],
  event: Recorded<HubEvent>,
  world: World,
  [before, now]: readonly [ReadonlySet<Principal>, ReadonlySet<Principal>],
): readonly [World, string] {
  const [next, shown] = told(views, event, world, now);
  return [next, [...now].every((principal) => before.has(principal)) ? shown : `${shown}\n\n${readIn(next, now)}`];
}

function told(views: readonly View[], event: Recorded<HubEvent>, world: World, reader: ReadonlySet<Principal>): readonly [World, string] {
  const all = [...world.told, event];
  if (event.type !== 'RecordsJoined') {
    const read = world.joins.read(event as Recorded<AnyEvent>) as Recorded<HubEvent>;
    const seen = views.map((view, place) => {
      const own = view.asWritten ? event : read;
      return own.type in view.on ? shownBy(view, own, world.states[place] as MapRows<unknown>, reader) : '';
    });
    return [{ ...world, told: all }, seen.join('\n\n')];
  }
  const joins = new Joins(joinsIn(all), (type) => eventShapeOf(type)?.data);
  const shown: string[] = [];
  const states = views.map((view, place) => {
    const own = world.states[place] as MapRows<unknown>;
    if (view.asWritten) {
      shown.push(shownBy(view, event, own, reader));
      return own;
    }
    const again = new MapRows<unknown>();
    for (const one of all) {
      const read = joins.read(one as Recorded<AnyEvent>) as Recorded<HubEvent>;
      if (read.type in view.on) tell(view as View<Event>, read, again);
    }
    for (const [id, row] of again.all) if (meets(row.audience, reader)) shown.push(`${id} ${JSON.stringify(row.data)}`);
    return again;
  });
  return [{ states, told: all, joins }, shown.join('\n\n')];
}

/** Joins that count: of two who were neither joined nor erased before. */
function joinsIn(told: readonly Recorded<HubEvent>[]): readonly Join[] {
  const gone = new Set<string>();
  return told.flatMap((event): Join[] => {
    if (event.type === 'PersonErased') gone.add(event.data.person);
    if (event.type !== 'RecordsJoined' || gone.has(event.data.person) || gone.has(event.data.joined)) return [];
    gone.add(event.data.joined);
    return [{ kept: event.data.person, joined: event.data.joined, position: event.position }];
  });
}

/** Every world of answers that would have shown a reader the same at every moment, as bits in their order. Undefined where there are too many. */
export function worldsLike(
  views: readonly View[],
  happenings: readonly Happening[],
  truth: number,
  { at: readerAt, knows }: Reader,
): readonly number[] | undefined {
  let real = begun(views);
  let asked = 0;
  const readers = happenings.map((_, place) => [readerAt(place - 1), readerAt(place)] as const);
  const as = (place: number) => readers[place] as (typeof readers)[number];
  const shown = happenings.map((one, place) => {
    const [next, seen] = after(views, isAnswer(one) ? one.events[bitOf(truth, asked++)] : one, real, as(place));
    real = next;
    return seen;
  });

  const found: number[] = [];
  const search = (from: number, before: World, world: number, answers: number): boolean => {
    let now = before;
    for (let at = from; at < happenings.length; at += 1) {
      const one = happenings[at] as Happening;
      if (!isAnswer(one)) {
        const [next, seen] = after(views, one, now, as(at));
        if (seen !== shown[at]) return true;
        now = next;
        continue;
      }
      return ([0, 1] as const).every((bit) => {
        if (knows(answers) && bit !== bitOf(truth, answers)) return true;
        const [next, seen] = after(views, one.events[bit], copyOf(now), as(at));
        return seen !== shown[at] || search(at + 1, next, world | (bit << answers), answers + 1);
      });
    }
    found.push(world);
    return found.length <= WORLDS_LIMIT;
  };
  return search(0, begun(views), 0, 0) ? found : undefined;
}

const bitOf = (world: number, place: number): 0 | 1 => ((world >> place) & 1) as 0 | 1;

function bitsIn(world: number): number {
  let bits = 0;
  for (let left = world; left; left &= left - 1) bits += 1;
  return bits;
}

/** A set of answers of fewer people than `from`, none of which is known, of which it is certain how many said so; undefined where there is none. */
export function pinned(
  worlds: readonly number[],
  people: readonly string[],
  from: number,
  knows: Reader['knows'] = () => false,
): readonly number[] | undefined {
  const known = people.reduce((bits, _, place) => (knows(place) ? bits | (1 << place) : bits), 0);
  for (let set = 1; set < 1 << people.length; set += 1) {
    if (set & known) continue;
    const places = people.flatMap((_, place) => (bitOf(set, place) ? [place] : []));
    if (new Set(places.map((place) => people[place])).size >= from) continue;
    const many = bitsIn((worlds[0] ?? 0) & set);
    if (worlds.every((world) => bitsIn(world & set) === many)) return places;
  }
  return undefined;
}
