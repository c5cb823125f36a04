import { z } from 'zod';

/**
 * Keeps zod from using `new Function`, which a strict content security policy forbids. Browsers call it before parsing; servers parse
 * faster without it.
 */
export const parseWithoutEval = (): void => void z.config({ jitless: true });
