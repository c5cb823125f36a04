import { createHash } from 'node:crypto';
import { UUID } from 'uuidv7';
import type { CommandId, EventId, Instant, StreamId } from '@alongside/domain/kernel/brand.js';

/** A UUIDv7 whose random part follows from its sources: the same act, tried again, has the same id, and ids still sort by time. */
function derived(at: Instant, ...sources: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(sources)).digest();
  return UUID.fromFieldsV7(
    Date.parse(at),
    digest.readUInt16BE(0) & 0xfff,
    digest.readUInt32BE(2) & 0x3fff_ffff,
    digest.readUInt32BE(6),
  ).toString();
}

/**
 * The id of a command’s n-th event. `decidedBy` is the deciding process: a log takes a known id for a repetition, and two processes may
 * decide one command differently.
 */
export const eventIdOf = (at: Instant, command: CommandId, stream: StreamId, index: number, decidedBy: string): EventId =>
  derived(at, command, stream, index, decidedBy) as EventId;

/** The id of a command that follows from something else: every process gives the same command, however often. */
export const commandIdFrom = (...sources: readonly (string | number)[]): CommandId =>
  createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 40) as CommandId;
