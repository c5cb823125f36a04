import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CommandId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Command, Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { theTwo, type Participants } from '@alongside/domain/mentorships/participants.js';
import { aggregateOf, eventShapeOf, parseEvent } from '@alongside/domain/protocol/registry.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { foldView } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { allViews } from '../views/index.js';
import { gather } from './index.js';

/** Commands about the older log, each with a digest of the facts that commit dedcc78 gathered after 2,000, 4,000 and all of its events. */
const fixture = (name: string): readonly string[] =>
  gunzipSync(readFileSync(new URL(`../testing/older-logs/${name}`, import.meta.url)))
    .toString()
    .split('\n');
const written = fixture('version-1.ndjson.gz').map((line) => JSON.parse(line) as Recorded<Event>);

interface Then extends Command {
  readonly stop: number;
  readonly facts: Readonly<Record<string, string>>;
  readonly institutions: string;
  readonly idInUse?: string;
}
const then = fixture('version-1.facts.ndjson.gz').map((line) => JSON.parse(line) as Then);

const recorded = (read: (event: Recorded<Event>) => { readonly type: string; readonly data: unknown }): readonly Recorded<Event>[] =>
  written.map((event, index) => ({
    ...event,
    ...read(event),
    position: String(index).padStart(12, '0') as Position,
    revision: 0,
    commandId: `c-${index}` as CommandId,
    hash: '',
  }));
const older = recorded(parseEvent);
/** The same log as the hub would write it today: each event of its newest version. */
const newer = recorded((event) => {
  const { type, data } = parseEvent(event);
  return parseEvent({ type, version: eventShapeOf(type)?.version ?? 1, data: JSON.parse(JSON.stringify(data)) as unknown });
});

/** Every difference of facts that is meant: how a fact of today was before. */
const AS_BEFORE: Readonly<Record<string, (fact: never) => unknown>> = {
  // Facts name who takes part.
  pair: (pair: { readonly participants: Participants } | null) => {
    if (!pair) return pair;
    const { participants, ...rest } = pair;
    return { ...rest, ...theTwo({ participants }) };
  },
};

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}
const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)) ?? 'undefined')
    .digest('hex')
    .slice(0, 12);

/** Who had not chosen who can find them was found by everyone then (0057): here they choose that, behind all else. */
function chosenAsThen(events: readonly Recorded<Event>[]): readonly Recorded<Event>[] {
  const of = (type: string) => events.filter((event) => event.type === type);
  const personIn = ({ data }: Recorded<Event>) => (data as { readonly person: PersonId }).person;
  const chose = new Set(of('VisibilitySet').map(personIn));
  const last = events.at(-1) as Recorded<Event>;
  const others = of('PersonJoined')
    .map(personIn)
    .filter((person) => !chose.has(person));
  return [...events, ...others.map((person) => ({ ...last, type: 'VisibilitySet', data: { person, visibility: 'everyone' } }))];
}

/** The facts that were there then, as they are gathered today. */
function factsNow(log: readonly Recorded<Event>[], stop: number): readonly Then[] {
  const events = chosenAsThen(log.slice(0, stop));
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, events)])));
  return then
    .filter((one) => one.stop === stop)
    .map(({ type, by, at, data, facts: before }) => {
      const aggregate = aggregateOf(type);
      if (!aggregate) throw new Error(`Nobody takes ${type}.`);
      const { facts, institutions, idInUse } = gather(aggregate, { type, by, at, on: dayOf(at), data }, look);
      const fact = (name: string) =>
        (AS_BEFORE[name] ?? ((same: unknown) => same))((facts as Readonly<Record<string, never>>)[name] as never);
      return {
        ...{ stop, type, by, at, data },
        facts: Object.fromEntries(Object.keys(before).map((name) => [name, digest(fact(name))])),
        institutions: digest(institutions),
        ...(idInUse !== undefined && { idInUse }),
      } as Then;
    });
}

describe('the facts of a log of the first version', () => {
  test('are asked for by commands of many types', () => {
    expect(then.length).toBeGreaterThan(500);
    expect(new Set(then.map(({ type }) => type)).size).toBeGreaterThan(20);
  });

  test.each([...new Set(then.map(({ stop }) => stop))])('are after %i events those that the hub of then gathered', (stop) => {
    expect(factsNow(older, stop)).toEqual(then.filter((one) => one.stop === stop));
  });

  test('are those of the same log in today’s form', () => {
    const last = Math.max(...then.map(({ stop }) => stop));
    expect(factsNow(newer, last)).toEqual(factsNow(older, last));
  });
});
