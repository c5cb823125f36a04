import { z } from 'zod';

/**
 * Keeps the schema library from compiling its parsers with `new Function`, which a strict content security policy forbids. For browsers; to
 * be called before anything is parsed. Servers leave it be and parse quicker.
 */
export const parseWithoutEval = (): void => void z.config({ jitless: true });
