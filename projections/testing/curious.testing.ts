import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
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

/** Every world of answers that would have shown a reader the same at every moment, as bits in their order. Undefined where there are too many. */
export function worldsLike(
  views: readonly View[],
  happenings: readonly Happening[],
  truth: number,
  reader: ReadonlySet<Principal>,
): readonly number[] | undefined {
  const step = (event: Recorded<HubEvent>, states: readonly MapRows<unknown>[]): string =>
    views.map((view, place) => (event.type in view.on ? shownBy(view, event, states[place] as MapRows<unknown>, reader) : '')).join('\n\n');
  const fresh = () => views.map(() => new MapRows<unknown>());
  const real = fresh();
  let asked = 0;
  const shown = happenings.map((one) => step(isAnswer(one) ? one.events[bitOf(truth, asked++)] : one, real));

  const found: number[] = [];
  const search = (from: number, states: readonly MapRows<unknown>[], world: number, answers: number): boolean => {
    for (let at = from; at < happenings.length; at += 1) {
      const one = happenings[at] as Happening;
      if (!isAnswer(one)) {
        if (step(one, states) !== shown[at]) return true;
        continue;
      }
      return ([0, 1] as const).every((bit) => {
        const copies = states.map((rows) => rows.copy());
        return step(one.events[bit], copies) !== shown[at] || search(at + 1, copies, world | (bit << answers), answers + 1);
      });
    }
    found.push(world);
    return found.length <= WORLDS_LIMIT;
  };
  return search(0, fresh(), 0, 0) ? found : undefined;
}

const bitOf = (world: number, place: number): 0 | 1 => ((world >> place) & 1) as 0 | 1;

function bitsIn(world: number): number {
  let bits = 0;
  for (let left = world; left; left &= left - 1) bits += 1;
  return bits;
}

/** A set of answers of fewer people than `from`, of which it is certain how many said so; undefined where there is none. */
export function pinned(worlds: readonly number[], people: readonly string[], from: number): readonly number[] | undefined {
  for (let set = 1; set < 1 << people.length; set += 1) {
    const places = people.flatMap((_, place) => (bitOf(set, place) ? [place] : []));
    if (new Set(places.map((place) => people[place])).size >= from) continue;
    const many = bitsIn((worlds[0] ?? 0) & set);
    if (worlds.every((world) => bitsIn(world & set) === many)) return places;
  }
  return undefined;
}
