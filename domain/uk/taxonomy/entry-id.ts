import { z } from 'zod';

/**
 * The id of an entry of a list: a focus area, a statement, a question. Commands take nothing else there, for ids are not sealed: free text would
 * outlive the erasure of its author.
 */
export const entryId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/, { error: 'That is not an entry of the list.' });
