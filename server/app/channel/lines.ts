import { z } from 'zod';

/** What a hub answers a command at the terminal, a line of JSON each. The last one says whether it was done. */
export const line = z.union([z.object({ said: z.string() }), z.object({ wrong: z.string() }), z.object({ done: z.literal(true) })]);
export type Line = z.infer<typeof line>;

/** Holds what was asked for, as JSON in percent-encoding. The body is the file that goes with it. */
export const INPUT_HEADER = 'x-input';
