import type {
  AllStreamResolvedEvent,
  JSONEventData,
  JSONEventType,
  JSONType,
  Position as ServerPosition,
  ResolvedEvent,
} from '@eventstore/db-client';
import { z } from 'zod';
import type { CommandId, EventId, Instant, InstitutionId, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import type { NewEvent, StoredEvent } from '@alongside/domain/kernel/event-store.js';

/** What stands beside an event's data on the server. `alongside` marks the events that are ours, since a cluster may be shared. */
const metadata = z.object({
  alongside: z.literal(1),
  version: z.number().int().min(1),
  at: z.string(),
  actor: z.string(),
  commandId: z.string(),
  causationId: z.string().optional(),
  fingerprint: z.object({ hash: z.string(), of: z.array(z.string()) }).optional(),
  institutions: z.array(z.string()),
  hash: z.string(),
});

/** An event as the client of the server wants it. */
export function toServer(event: NewEvent, hash: string): JSONEventData<JSONEventType> {
  const { id, type, version, at, actor, commandId, causationId, fingerprint, institutions, data } = event;
  return {
    id,
    type,
    contentType: 'application/json',
    // The client's type leaves out numbers, booleans and null, which it sends all the same.
    data: data as JSONType,
    metadata: {
      alongside: 1,
      version,
      at,
      actor,
      commandId,
      institutions,
      hash,
      ...(causationId !== undefined && { causationId }),
      ...(fingerprint && { fingerprint }),
    },
  };
}

/** An event of the log from what the server holds; undefined for system events and those that another program wrote. */
export function fromServer(resolved: ResolvedEvent | AllStreamResolvedEvent): StoredEvent | undefined {
  const { event, commitPosition } = resolved;
  if (!event?.isJson || event.type.startsWith('$')) return undefined;
  const read = metadata.safeParse(event.metadata);
  if (!read.success) return undefined;
  const place = event.position ?? (commitPosition === undefined ? undefined : { commit: commitPosition, prepare: commitPosition });
  if (!place)
    throw new Error('The event store server does not tell the positions of events: it is older than version 22.6, which the hub needs.');
  const { version, at, actor, commandId, causationId, fingerprint, institutions, hash } = read.data;
  return {
    id: event.id as EventId,
    type: event.type,
    version,
    stream: event.streamId as StreamId,
    revision: Number(event.revision),
    position: toPosition(place),
    at: at as Instant,
    actor: actor as PersonId,
    commandId: commandId as CommandId,
    ...(causationId === undefined ? {} : { causationId: causationId as EventId }),
    ...(fingerprint && { fingerprint: { hash: fingerprint.hash, of: fingerprint.of as PersonId[] } }),
    institutions: institutions as InstitutionId[],
    data: event.data,
    hash,
  };
}

/** Enough for any 64-bit number. */
const POSITION_DIGITS = 20;
const POSITION = /^(\d{20}):(\d{20})$/;

/** The server's position as the log's: padded, so that order as text is order in the log. */
export const toPosition = ({ commit, prepare }: ServerPosition): Position =>
  `${String(commit).padStart(POSITION_DIGITS, '0')}:${String(prepare).padStart(POSITION_DIGITS, '0')}` as Position;

/** The server's position behind one of the log's. Throws on a position that another adapter built. */
export function fromPosition(position: Position): ServerPosition {
  const [, commit, prepare] = POSITION.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) throw new RangeError(`“${position}” is not a position of this event store.`);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}
