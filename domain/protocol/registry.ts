import { addressAggregate } from '../addresses/address.aggregate.js';
import { goalsAggregate } from '../development/goals.aggregate.js';
import { growthAggregate } from '../development/growth.aggregate.js';
import { sessionsAggregate, signInAggregate } from '../identity/identity.aggregate.js';
import { institutionAggregate } from '../institutions/institution.aggregate.js';
import { joiningAggregate } from '../joining/joining.aggregate.js';
import { personalPlacesOf, type EventShape } from '../kernel/catalogue.js';
import type { Command, Event } from '../kernel/decider.js';
import { letterAggregate } from '../letters/letter.aggregate.js';
import { meetingAggregate } from '../meetings/meeting.aggregate.js';
import { mentorshipAggregate } from '../mentorships/mentorship.aggregate.js';
import { messageAggregate } from '../messages/message.aggregate.js';
import { noticesAggregate } from '../notices/notices.aggregate.js';
import { personAggregate } from '../people/person.aggregate.js';
import { credentialAggregate } from '../recognition/credential.aggregate.js';
import { caseloadAggregate } from '../requests/caseload.aggregate.js';
import { searchesAggregate } from '../searches/searches.aggregate.js';
import { suggestionsAggregate } from '../suggestions/suggestions.aggregate.js';
import type { Aggregate } from './aggregate.js';

/** Every area of the domain, by the category of its streams. A new one is one line here. */
export const aggregates = {
  institution: institutionAggregate,
  person: personAggregate,
  caseload: caseloadAggregate,
  mentorship: mentorshipAggregate,
  goals: goalsAggregate,
  growth: growthAggregate,
  meeting: meetingAggregate,
  credential: credentialAggregate,
  signin: signInAggregate,
  sessions: sessionsAggregate,
  letter: letterAggregate,
  notices: noticesAggregate,
  message: messageAggregate,
  address: addressAggregate,
  joining: joiningAggregate,
  suggestions: suggestionsAggregate,
  searches: searchesAggregate,
};
type Registered = (typeof aggregates)[keyof typeof aggregates];

/** The first word of a stream's name. */
export type Category = keyof typeof aggregates;
/** Whatever may be asked of the hub. */
export type AnyCommand = Registered extends infer A
  ? A extends Aggregate<infer _S, infer C, infer _E, infer _R, infer _F>
    ? C
    : never
  : never;
/** Data as it is typed at a screen: ids, days and times are the texts that they are made of, until the hub has read them. */
type Plain<T> = T extends { readonly __brand: string }
  ? T extends string
    ? string
    : number
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> }
      : T;
export type CommandType = AnyCommand['type'];
/** What a screen sends with a command of that type. */
export type DataOf<Type extends CommandType> = Type extends unknown ? Plain<Extract<AnyCommand, { type: Type }>['data']> : never;
/** A command of one of these types, as a screen says it. */
export type Said<Type extends CommandType> = Type extends unknown ? { readonly type: Type; readonly data: DataOf<Type> } : never;
/** Whatever may have happened in it. */
export type AnyEvent = Registered extends infer A
  ? A extends Aggregate<infer _S, infer _C, infer E, infer _R, infer _F>
    ? E
    : never
  : never;
/** Whatever a rule of the domain may refuse with. */
export type DomainRefusalCode = Registered extends infer A
  ? A extends Aggregate<infer _S, infer _C, infer _E, infer R, infer _F>
    ? R['code']
    : never
  : never;

/** An aggregate whose types are known only to itself: what the generic command path hands from one part of it to the next. */
export type AnyAggregate = Aggregate<unknown, Command, Event>;

// The generic path gives each aggregate only what that aggregate itself parsed or folded, which no type can say.
const all = Object.values(aggregates) as unknown as readonly AnyAggregate[];

const byCommand = new Map(all.flatMap((aggregate) => Object.keys(aggregate.commands).map((type) => [type, aggregate] as const)));
const byEvent = new Map(all.flatMap(({ events }) => Object.entries(events)));

const categories = new Map<string, Category>(
  all.flatMap(({ category, events }) => Object.keys(events).map((type) => [type, category as Category] as const)),
);

/** The aggregate that decides a type of command; undefined for an unknown type. */
export const aggregateOf = (commandType: string): AnyAggregate | undefined => byCommand.get(commandType);

/** How a type of event is written today; undefined for an unknown type. */
export const eventShapeOf = (eventType: string): EventShape | undefined => byEvent.get(eventType);

/** The category of the streams that hold a type of event; undefined for an unknown type. */
export const categoryOf = (eventType: string): Category | undefined => categories.get(eventType);

export const commandTypes: readonly string[] = [...byCommand.keys()];
export const eventTypes: readonly string[] = [...byEvent.keys()];

/** An event as the log keeps it, unsealed. */
export interface WrittenEvent {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}

/**
 * An event of any version in today’s form. Throws for unknown types and versions, and for old data that does not fit. Today’s version is
 * trusted.
 */
export function parseEvent({ type, version, data }: WrittenEvent): AnyEvent {
  const shape = eventShapeOf(type);
  if (!shape) throw new Error(`The log holds an event of the type ${type}, which this version of the hub does not know.`);
  if (version === shape.version) return { type, data } as AnyEvent;
  const today = upcast(type, shape, version, data);
  checkEvent({ type, data: today });
  return { type, data: today } as AnyEvent;
}

/** Data of an older version, one step after the other, as the shape has it today. Throws where a step is missing or the version is newer. */
export function upcast(type: string, shape: EventShape, from: number, data: unknown): unknown {
  if (from > shape.version)
    throw new Error(`The log holds ${type} in version ${from}; this version of the hub knows it up to ${shape.version}.`);
  let today = data;
  for (let version = from; version < shape.version; version++) {
    const step = shape.upcast?.[version];
    if (!step) throw new Error(`${type} has no step from version ${version} to ${version + 1}.`);
    today = step(today as never);
  }
  return today;
}

/** Throws unless an event is exactly as its schema has it today, or holds what stands in place of an erased person's words. */
export function checkEvent({ type, data }: Event): void {
  const shape = eventShapeOf(type);
  if (!shape) throw new Error(`No event is called ${type}.`);
  const checked = shape.data.safeParse(data);
  if (checked.success) return;
  const erased = new Map(
    personalPlacesOf(shape).map(({ list, field, erased: text }) => [list ? `${list}.*.${field}` : field, JSON.stringify(text)]),
  );
  const wrong = checked.error.issues.find(({ path: [first, index, inner] }) => {
    const one = (data as Readonly<Record<PropertyKey, unknown>>)[first ?? ''];
    if (erased.has(String(first))) return erased.get(String(first)) !== JSON.stringify(one);
    const item = (one as Readonly<Record<PropertyKey, Readonly<Record<PropertyKey, unknown>>>> | undefined)?.[index ?? ''];
    const place = `${String(first)}.*.${String(inner)}`;
    return !erased.has(place) || erased.get(place) !== JSON.stringify(item?.[inner ?? '']);
  });
  if (wrong) throw new Error(`${type} is not as its schema has it: ${wrong.path.join('.')}: ${wrong.message}`);
}
