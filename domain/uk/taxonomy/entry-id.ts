import { z } from 'zod';

/**
 * The id of a list entry: a focus area, a statement, a question. Ids are not sealed, so free text in their place would outlive the erasure
 * of its author.
 */
export const entryId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/, { error: 'That is not an entry of the list.' });
