import { z } from 'zod';
import { entryId } from '../taxonomy/entry-id.js';
import { statement } from './statements.js';

/** How many statements one thing may speak to: more would say nothing. */
export const LINKED_LIMIT_STATEMENTS = 6;

/** Ids of framework statements that a goal, action, reflection or piece of feedback speaks to. */
export const linkedStatements = z.array(entryId).max(LINKED_LIMIT_STATEMENTS);

/** Whether every statement is one of the frameworks, and none is there twice. */
export const areStatements = (ids: readonly string[]): boolean =>
  new Set(ids).size === ids.length && ids.every((id) => statement(id) !== undefined);

/** Whether two lists link to the same statements, in whatever order. */
export const sameStatements = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
