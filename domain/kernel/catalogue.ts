import { z } from 'zod';
import { cleanLine, cleanProse } from '../text/hygiene.js';
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
  /** The sibling field that holds the person's id, or `actor` for whoever gave the command. */
  readonly of: string;
  readonly erased: unknown;
}

/** Marks of personal fields, read by the code that seals and unseals events. */
export const personalFields = z.registry<Personal>();

/** Marks a top-level field as a person’s own words or data: sealed with their key, and read as `erased` after they are erased. */
export function personal<Schema extends z.ZodType>(schema: Schema, of: string, erased: z.infer<Schema>): Schema {
  const marked = schema.clone() as Schema;
  personalFields.add(marked, { of, erased });
  return marked;
}

/** The personal fields of one event's data, by name. Empty for most events. */
export function personalFieldsOf(shape: EventShape): ReadonlyMap<string, Personal> {
  const found = new Map<string, Personal>();
  if (!(shape.data instanceof z.ZodObject)) return found;
  for (const [name, field] of Object.entries(shape.data.shape as Record<string, z.ZodType>)) {
    const mark = personalFields.get(field);
    if (mark) found.set(name, mark);
  }
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
