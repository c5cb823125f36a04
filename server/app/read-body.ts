import type { FieldProblem } from '@alongside/domain/protocol/messages.js';
import type { z } from 'zod';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem.js';

/** How many problems of one body are told at once. */
const PROBLEM_LIMIT = 50;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
};

const UNSAID = 'Check this and try again.';

/** A sentence where a schema brings none of its own: people never read the validator’s. Nothing of what was sent is repeated in it. */
export function sayIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'Enter a value.';
      return KINDS[issue.expected] ? `Enter ${KINDS[issue.expected]}.` : UNSAID;
    case 'too_big':
      return sayLimit(issue.origin, Number(issue.maximum), 'or fewer', 'or less');
    case 'too_small':
      return sayLimit(issue.origin, Number(issue.minimum), 'or more', 'or more');
    case 'invalid_value':
      return `Choose one of these: ${issue.values.map(String).join(', ')}.`;
    default:
      return UNSAID;
  }
}

function sayLimit(origin: string, limit: number, counted: string, measured: string): string {
  if (origin === 'array' || origin === 'set') return `Choose ${limit} ${counted}.`;
  return origin === 'string' ? `Enter ${limit} ${limit === 1 ? 'character' : 'characters'} ${counted}.` : `Enter ${limit} ${measured}.`;
}

/** What zod found, as a path and a sentence each. */
export const problemsOf = (error: z.ZodError): readonly FieldProblem[] =>
  error.issues.slice(0, PROBLEM_LIMIT).map(({ path, message }) => ({ field: path.join('.'), message }));

/** What was sent is none of what the address takes. */
export const malformed = () => new Problem(400, 'REQUEST.MALFORMED', 'We could not read that request. Reload the page and try again.');

/** Routes that take a parameter several times, as boxes of one facet are ticked. They read it as a text or a list of texts. */
const TAKES_LISTS: ReadonlySet<string> = new Set(['/api/directory']);

/** Each parameter of an address is text and stands in it once: every route counts on it, but those that take lists. */
export function parametersAreTexts(request: Request, response: Response, next: NextFunction): void {
  const isText = (value: unknown) => typeof value === 'string';
  const isList = (value: unknown) => TAKES_LISTS.has(request.path) && Array.isArray(value) && value.every(isText);
  if (Object.values(request.query).every((value) => isText(value) || isList(value))) return next();
  response.status(400).json({ code: 'QUERY.INVALID', message: 'We could not read that address. Go back and try again.' });
}

/** Whether a body is a group of fields at all. */
export const isFields = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

/** The body of a request by its schema: the one way to read it. Throws a problem with `code` and a sentence for every field that is wrong. */
export function readBody<Value>(schema: z.ZodType<Value>, body: unknown, code: string): Value {
  const read = schema.safeParse(body, { error: sayIssue });
  if (read.success) return read.data;
  // Not even a group of fields: there is no field to say it of.
  if (read.error.issues.some(({ path }) => path.length === 0)) throw malformed();
  const problems = problemsOf(read.error);
  throw new Problem(400, code, problems[0]?.message ?? 'Check the marked fields and try again.', problems);
}
