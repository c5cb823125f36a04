import type { z } from 'zod';

/** One endpoint as the documentation tells of it. Commands and views are added from their own schemas. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'delete';
  /** With parameters in braces, `/api/views/{view}`. */
  readonly path: string;
  readonly summary: string;
  readonly signedIn: boolean;
  /** Parameters after the question mark, and what each is. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: z.ZodType;
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema?: z.ZodType }>>;
}
