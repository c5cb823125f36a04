import type { CommandId, EventId, Instant, InstitutionId, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { namedTwo, type Participants, type TheTwo } from '@alongside/domain/mentorships/participants.js';
import { eventShapeOf } from '@alongside/domain/protocol/registry.js';
import { MapRows } from '../engine/map-rows.js';
import { telling } from '../engine/tell.js';
import type { Row, View } from '../engine/view.js';
import type { HubEvent } from '../views/hub-event.js';
import { isPrivate } from '../views/private-rows.js';

/** Where, when and of whom an event of a spec is. Whatever is not said is plain. */
export interface Told {
  readonly at?: string;
  readonly actor?: string;
  readonly institutions?: readonly string[];
  readonly stream?: string;
  /** Which event of its stream it is, from 0. */
  readonly revision?: number;
}

type DataOf<Type extends HubEvent['type']> = Extract<HubEvent, { type: Type }>['data'];
/** Data as specs write it: plain text for ids, and the two of a pair by name. */
type Said<Data> = Data extends { readonly participants: unknown }
  ? Omit<Plain<Data>, 'participants'> & (Plain<TheTwo> | { readonly participants: Plain<Participants> })
  : Plain<Data>;
/** An event's data with plain text where it has branded ids, as specs write it. */
export type Plain<T> = T extends string
  ? string
  : T extends number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : { readonly [Key in keyof T]: Plain<T[Key]> };

/** How the days of a request are counted, where a spec is about something else. */
export const COUNTED = { from: '2026-03-02', remindAfter: 3, answerAfter: 5 } as const;

const MIDDAY = '2026-03-06T12:00:00.000Z';
let told = 0;

/** An event as the log hands it on; `at` is 6 March 2026 at midday where nothing else is said. */
export function happened<Type extends HubEvent['type']>(type: Type, data: Said<DataOf<Type>>, how: Told = {}): Recorded<HubEvent> {
  told += 1;
  const position = String(told).padStart(12, '0') as Position;
  const event = {
    type,
    data: isAmongParticipants(type) && 'mentor' in data ? namedTwo(data as never) : data,
    id: `e${told}` as EventId,
    version: 1,
    at: (how.at ?? MIDDAY) as Instant,
    actor: (how.actor ?? 'hub') as PersonId,
    commandId: `c${told}` as CommandId,
    institutions: (how.institutions ?? []) as readonly InstitutionId[],
    stream: (how.stream ?? 'spec') as StreamId,
    revision: how.revision ?? told,
    position,
    hash: '',
  };
  // Plain text stands for branded ids in specs; the shape is the catalogue's own.
  return event as unknown as Recorded<HubEvent>;
}

/** Whether events of this type say who takes part, since their second version. */
const isAmongParticipants = (type: string): boolean => (eventShapeOf(type)?.version ?? 1) > 1;

/** What a view makes of events, by id: a fold in memory, nothing else. Private rows included. */
export function foldView<E extends Event, Data>(view: View<E, Data>, events: readonly Recorded<Event>[]): Map<string, Row<Data>> {
  const rows = new MapRows<Data>();
  const told = telling(view as unknown as View<Event, Data>, rows);
  for (const event of events) told(event);
  return rows.all;
}

/** `given(view, events).row(id)`: what a row holds after events, as a spec asks it. */
export function given<E extends Event, Data>(view: View<E, Data>, events: readonly Recorded<Event>[]) {
  const kept = foldView(view, events);
  const publicRows = [...kept].filter(([id]) => !isPrivate(id));
  return {
    row: (id: string): Data | undefined => kept.get(id)?.data,
    audience: (id: string): readonly string[] => [...(kept.get(id)?.audience ?? [])].sort(),
    ids: (): readonly string[] => publicRows.map(([id]) => id).sort(),
    rows: (): ReadonlyMap<string, Row<Data>> => new Map(publicRows),
    everything: (): ReadonlyMap<string, Row<Data>> => kept,
  };
}
