import { z } from 'zod';
import { cleanLine, cleanProse } from '../text/hygiene.js';
import type { PersonId } from './brand.js';
import type { Command, Event } from './decider.js';

/** The shape of one event type: its schema as it is written today, and how older versions become it. */
export interface EventShape<Schema extends z.ZodType = z.ZodType> {
  /** Raised when the schema changes meaning; `upcast` then gains a step. Starts at 1. */
  readonly version: number;
  readonly data: Schema;
  /** `upcast[1]` turns data of version 1 into data of version 2, and so on. */
  readonly upcast?: Readonly<Record<number, (data: never) => unknown>>;
}

export type EventCatalogue = Readonly<Record<string, EventShape>>;
export type CommandCatalogue = Readonly<Record<string, z.ZodType>>;

/** The closed union of the events that a catalogue describes. */
export type EventOf<C extends EventCatalogue> = { [Type in keyof C & string]: Event<Type, z.infer<C[Type]['data']>> }[keyof C & string];
/** The closed union of the commands that a catalogue describes. */
export type CommandOf<C extends CommandCatalogue> = { [Type in keyof C & string]: Command<Type, z.infer<C[Type]>> }[keyof C & string];

/** A version-1 event with this schema. */
export const event = <Schema extends z.ZodType>(data: Schema): EventShape<Schema> => ({ version: 1, data });

/** How a field of an event is personal: whose it is, and what stands there once that person was erased. */
export interface Personal {
  /** The sibling field that holds the person's id, or `actor` for the sender of the command. */
  readonly of: string;
  readonly erased: unknown;
}

/** Marks of personal fields, read by the code that seals and unseals events. */
export const personalFields = z.registry<Personal>();

/**
 * Marks a person’s own words or data: sealed with their key, read as `erased` afterwards. In a list it marks a field of the items: each has
 * its own owner.
 */
export function personal<Schema extends z.ZodType>(schema: Schema, of: string, erased: z.infer<Schema>): Schema {
  const marked = schema.clone() as Schema;
  personalFields.add(marked, { of, erased });
  return marked;
}

/** Where personal values stand in the data of an event. */
export interface PersonalPlace extends Personal {
  readonly field: string;
  /** The list whose items have that field; absent for a field of the event itself. */
  readonly list?: string;
}

const marksOf = (schema: z.ZodType): readonly PersonalPlace[] =>
  schema instanceof z.ZodObject
    ? Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([field, inner]) => {
        const mark = personalFields.get(inner);
        return mark ? [{ ...mark, field }] : [];
      })
    : [];

/** The places of personal values in one event’s data. Empty for most events. */
export function personalPlacesOf({ data }: EventShape): readonly PersonalPlace[] {
  if (!(data instanceof z.ZodObject)) return [];
  const lists = Object.entries(data.shape as Record<string, z.ZodType>).flatMap(([list, schema]) =>
    schema instanceof z.ZodArray ? marksOf(schema.element as z.ZodType).map((mark) => ({ ...mark, list })) : [],
  );
  return [...marksOf(data), ...lists];
}

/** One personal value of an event. `at`: where it stands, such as `text` or `agenda.2.item`. */
export interface PersonalValue {
  readonly at: string;
  readonly owner: PersonId;
  readonly value: unknown;
  readonly erased: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** The data of an event with something else in each personal place that holds anything. Throws where a place names no owner. */
export function mapPersonal(
  places: readonly PersonalPlace[],
  data: unknown,
  actor: PersonId,
  next: (one: PersonalValue) => unknown,
): Fields {
  const inside = (holder: Fields, { field, of, erased }: PersonalPlace, at: string): Fields => {
    const value = holder[field];
    if (value === undefined) return holder;
    const owner = of === 'actor' ? actor : holder[of];
    if (typeof owner !== 'string') throw new Error(`A personal field names its owner in ${of}, and there is nobody there.`);
    return { ...holder, [field]: next({ at, owner: owner as PersonId, value, erased }) };
  };
  let mapped = data as Fields;
  for (const place of places) {
    const { list, field } = place;
    if (list === undefined) mapped = inside(mapped, place, field);
    else if (Array.isArray(mapped[list])) {
      const items = mapped[list] as readonly Fields[];
      mapped = { ...mapped, [list]: items.map((item, index) => inside(item, place, `${list}.${index}.${field}`)) };
    }
  }
  return mapped;
}

/** The personal values of an event. */
export function personalValuesOf(places: readonly PersonalPlace[], data: unknown, actor: PersonId): readonly PersonalValue[] {
  const found: PersonalValue[] = [];
  mapPersonal(places, data, actor, (one) => {
    found.push(one);
    return one.value;
  });
  return found;
}

/** “Enter your note.” of “Your note”. */
const enter = (what: string): string => (what === 'This' ? 'Enter a value.' : `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}.`);

/** One line that a person types: cleaned of what cannot be seen, trimmed, without line breaks. `max` in characters. */
export const line = (max: number, what = 'This') => maybeLine(max, what).min(1, { error: enter(what), abort: true });

/** As `line`, possibly empty. */
export const maybeLine = (max: number, what = 'This') =>
  z
    .string()
    .overwrite(cleanLine)
    .trim()
    .max(max, { error: `${what} must be ${max} characters or fewer.` })
    .regex(/^[^\n]*$/, { error: `${what} must be on one line.` });

/** Longer writing, cleaned of what cannot be seen; line breaks welcome, possibly empty. `max` in characters. */
export const prose = (max: number, what = 'This') =>
  z
    .string()
    .overwrite(cleanProse)
    .max(max, { error: `${what} must be ${max} characters or fewer.` });
