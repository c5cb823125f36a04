import { z } from 'zod';
import { aggregates, type AnyAggregate } from './registry.js';

/** A field of a form, and what it answers to text that it does not take. */
function refusalsOf(schema: unknown, at: string): readonly (readonly [string, string])[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return refusalsOf(schema.unwrap(), at);
  if (schema instanceof z.ZodArray) return refusalsOf(schema.element, `${at}.*`);
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([field, one]) => refusalsOf(one, `${at}.${field}`));
  if (!(schema instanceof z.ZodString)) return [];
  return ['', 'x'.repeat(60_000), 'two\nlines'].flatMap((typed) =>
    (schema.safeParse(typed).error?.issues ?? []).map(({ message }) => [at, message] as const),
  );
}

const all = Object.values(aggregates) as unknown as readonly AnyAggregate[];
const refusals = all.flatMap(({ commands }) => Object.entries(commands).flatMap(([type, schema]) => refusalsOf(schema, type)));
/** What no form can send is refused in zod’s own words. */
const isOfForms = (message: string) => !/^(Too (big|small)|Invalid)/.test(message);

test('a form that was left empty, or filled with too much, says so in a sentence that names what to enter', () => {
  const said = refusals.filter(([, message]) => isOfForms(message));
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter(([, message]) => !/^[A-Z]\w*( \S+)+\.$/.test(message))).toEqual([]);
});
