import type { z } from 'zod';
import type { PersonId, Position, RecordId, StreamId } from '../kernel/brand.js';
import type { Event } from '../kernel/decider.js';
import { withPeople } from './people-in.js';

/** That all of one record is another's: what `RecordsJoined` says, and where it stands in the log. */
export interface Join {
  readonly kept: PersonId;
  readonly joined: RecordId;
  readonly position: Position;
  /** How far the log was read when the person proved both; absent: up to the join. */
  readonly asOf?: Position;
}

/** The streams that one person alone has, by the first word of their names. */
export const STREAMS_OF_A_PERSON = ['person', 'caseload', 'growth', 'sessions', 'notices', 'suggestions', 'searches'] as const;
/** A coordinator's own stream among those of messages. */
const HELP = 'message-help_';

/** In place of what a joined record said of itself as a record: no view and no rule follows it. */
export const NOTHING = 'NothingIsTold';

/**
 * What says who a record is, or that its person signed in. By a process that did not know of the join it is nothing. All else stands.
 */
const WHO_IT_IS: ReadonlySet<string> = new Set(['EmailChanged', 'PersonRenamed', 'SessionOpened', 'SignedInAgain']);

/** Counted up whenever the same joins are read in another way: views are built again by it. */
const READING = 2;

/** Read in place of `PersonJoined` and `EmailChanged` of a record that was joined: the person has its address beside their own. Never written. */
export type FurtherAddressEvent = Event<
  'FurtherAddressGiven',
  { readonly person: PersonId; readonly record: RecordId; readonly email: string; readonly changed?: true }
>;

/** An event as far as it is read in another's name. */
interface Readable {
  readonly type: string;
  readonly data: unknown;
  readonly actor: PersonId;
  readonly stream: StreamId;
  readonly position?: Position;
}

/** Which record is whose, as far as a process knows. Unchangeable: who learns more makes another. */
export class Joins {
  readonly #kept = new Map<PersonId, PersonId>();
  /** By kept records alone: what was joined into another has none of its own. */
  readonly #records = new Map<PersonId, readonly PersonId[]>();
  /** The joins of each record, by its own id. */
  readonly #joins = new Map<PersonId, readonly Join[]>();
  /** Names this knowledge: equal for the same joins. Empty where there are none. */
  readonly key: string;

  /** `all` in the order of the log: a record that was joined already stays where it is. */
  constructor(
    all: readonly Join[],
    private readonly shapeOf: (type: string) => z.ZodType | undefined,
  ) {
    for (const join of all) {
      const [kept, joined] = [this.keptOf(join.kept), join.joined as string as PersonId];
      this.#join(kept, joined);
      for (const record of new Set([join.kept, kept, joined])) this.#joins.set(record, [...(this.#joins.get(record) ?? []), join]);
    }
    for (const record of this.#kept.keys()) {
      const kept = this.keptOf(record);
      this.#records.set(kept, [...(this.#records.get(kept) ?? []), record]);
    }
    const dated = all.filter(({ asOf, position }) => asOf !== undefined && asOf !== position).length;
    this.key = this.#kept.size === 0 ? '' : `${READING}/${this.#kept.size}:${all.at(-1)?.position ?? ''}${dated > 0 ? `:${dated}` : ''}`;
  }

  #join(kept: PersonId, joined: PersonId): void {
    if (kept !== joined && !this.#kept.has(joined)) this.#kept.set(joined, kept);
  }

  /** The person as whom a record is read: itself for most. */
  keptOf(person: PersonId): PersonId {
    let kept = person;
    for (let next = this.#kept.get(kept); next !== undefined; next = this.#kept.get(kept)) kept = next;
    return kept;
  }

  /** Every record of the person whose record this is, the kept one first. */
  recordsOf(person: PersonId): readonly PersonId[] {
    const kept = this.keptOf(person);
    return [kept, ...(this.#records.get(kept) ?? [])];
  }

  /** The stream in which what a stream tells is read: of a person's own streams, that of the kept record. */
  streamOf(stream: StreamId): StreamId {
    if (this.#kept.size === 0) return stream;
    const parts = partsOf(stream);
    if (!parts) return stream;
    const kept = this.keptOf(parts.person);
    return kept === parts.person ? stream : (`${parts.prefix}${kept}` as StreamId);
  }

  /** The streams of the records that were joined into that of a stream; none for most. */
  streamsInto(stream: StreamId): readonly StreamId[] {
    if (this.#kept.size === 0) return [];
    const parts = partsOf(stream);
    if (!parts) return [];
    return (this.#records.get(parts.person) ?? []).map((record) => `${parts.prefix}${record}` as StreamId);
  }

  /** Data of a command or an event, with the kept person in each place of a person. */
  dataOf(schema: z.ZodType | undefined, data: unknown): unknown {
    return this.#kept.size === 0 || !schema ? data : withPeople(schema, data, (person) => this.keptOf(person));
  }

  /** An event as it is read: of the kept person. What a record said of itself as a record is told otherwise, or not at all. */
  read<E extends Readable>(event: E): E {
    if (this.#kept.size === 0) return event;
    const { type, actor, stream } = event;
    const told = this.#otherwise(event);
    const data = told ? told.data : this.dataOf(this.shapeOf(type), event.data);
    const by = this.keptOf(actor);
    const into = this.streamOf(stream);
    if (!told && data === event.data && by === actor && into === stream) return event;
    return { ...event, type: told?.type ?? this.#typeOf(type, data), data, actor: by, stream: into };
  }

  /** What a joined record said of itself: its address is a further one, and what an import said of it does not cover words of the kept one. */
  #otherwise(event: Readable): { readonly type: string; readonly data: unknown } | undefined {
    const { type, data } = event;
    if (this.#isMeanwhile(event)) return { type: NOTHING, data: {} };
    if (type !== 'PersonJoined' && type !== 'EmailChanged' && type !== 'ProfileDescribed') return undefined;
    const { person, email, withJoin } = data as { readonly person: PersonId; readonly email?: string; readonly withJoin?: true };
    const kept = this.keptOf(person);
    if (kept === person) return undefined;
    if (type === 'ProfileDescribed') return withJoin ? { type: NOTHING, data: {} } : undefined;
    return {
      type: 'FurtherAddressGiven',
      data: { person: kept, record: person, email, ...(type === 'EmailChanged' && { changed: true as const }) },
    };
  }

  /** Said behind what the join knew: the giver, or the owner of the mailbox, had no say in the other record. */
  #isMeanwhile({ type, data, actor, position }: Readable): boolean {
    if (!WHO_IT_IS.has(type)) return false;
    const { person, asOf } = data as { readonly person: PersonId; readonly asOf?: Position };
    if (position === undefined || (type === 'PersonRenamed' && this.keptOf(actor) === this.keptOf(person))) return false;
    return (this.#joins.get(person) ?? []).some((join) => {
      if (position <= (join.asOf ?? join.position)) return false;
      if (asOf !== undefined) return asOf < join.position;
      // Of the kept record, what came later in older logs is of a process that knew.
      return (join.joined as string) === person || position < join.position;
    });
  }

  /** Nobody keeps themself apart from themself. */
  #typeOf(type: string, data: unknown): string {
    if (type !== 'ExclusionAdded' && type !== 'ExclusionLifted') return type;
    const { person, other } = data as { readonly person: PersonId; readonly other: PersonId };
    return person === other ? NOTHING : type;
  }
}

function partsOf(stream: StreamId): { readonly prefix: string; readonly person: PersonId } | undefined {
  if (stream.startsWith(HELP)) return { prefix: HELP, person: stream.slice(HELP.length) as PersonId };
  const end = stream.indexOf('-') + 1;
  const category = stream.slice(0, end - 1);
  return (STREAMS_OF_A_PERSON as readonly string[]).includes(category)
    ? { prefix: stream.slice(0, end), person: stream.slice(end) as PersonId }
    : undefined;
}
