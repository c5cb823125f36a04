import { UUID } from 'uuidv7';
import {
  streamOf,
  type CommandId,
  type EventId,
  type Instant,
  type InstitutionId,
  type PersonId,
  type StreamId,
} from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { AnyEvent, Category } from '@alongside/domain/protocol/registry.js';
import type { Plain } from '@alongside/projections/testing/given-events.js';
import { seeded, type Random } from '../../demo/random.js';
import type { Outgoing } from '../../privacy/sealed-log.js';

type DataOf<Type extends AnyEvent['type']> = Plain<Extract<AnyEvent, { type: Type }>['data']>;

/** An event of the community on its way to the log. */
export interface Told {
  readonly stream: StreamId;
  readonly event: Outgoing<AnyEvent>;
}

/** Where and when an event happens, and who brings it about; the hub where nobody is named. */
export interface How {
  readonly on: Category;
  readonly of: string;
  readonly at: number;
  readonly by?: string;
  readonly institutions: readonly string[];
  readonly command?: string;
}

const RANDOM_A_MOST = 0xfff;
const RANDOM_B_MOST = 0x3fff_ffff;
const RANDOM_C_MOST = 0xffff_ffff;

/** Collects a made-up history. The same seed gives the same events under the same ids. */
export class Telling {
  readonly random: Random;
  readonly told: Told[] = [];

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  /** A UUIDv7, as the hub and browsers make them, from this telling's own chance. `at` in milliseconds since 1970. */
  id(at: number): string {
    const { random } = this;
    return UUID.fromFieldsV7(at, random.whole(0, RANDOM_A_MOST), random.whole(0, RANDOM_B_MOST), random.whole(0, RANDOM_C_MOST)).toString();
  }

  tell<Type extends AnyEvent['type']>({ on, of, at, by = HUB, institutions, command }: How, type: Type, data: DataOf<Type>): void {
    const event = {
      type,
      data,
      id: this.id(at) as EventId,
      at: instantAt(at),
      actor: by as PersonId,
      commandId: (command ?? this.id(at)) as CommandId,
      institutions: institutions as readonly InstitutionId[],
    };
    // Plain text stands for branded ids here; the log checks each event against its schema.
    this.told.push({ stream: streamOf(on, of), event: event as unknown as Outgoing<AnyEvent> });
  }

  /** Everything in order of time; what happened at one moment stays in the order in which it was told. */
  inOrder(): readonly Told[] {
    return this.told.toSorted((a, b) => (a.event.at < b.event.at ? -1 : a.event.at > b.event.at ? 1 : 0));
  }
}

export const instantAt = (at: number): Instant => new Date(at).toISOString() as Instant;
export const dayAt = (at: number): string => instantAt(at).slice(0, 10);
export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
