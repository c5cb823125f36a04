/** The stable code of an error, such as `ENOENT`; by shape, because errors of the runtime are not always instances of this realm's `Error`. */
export const errorCodeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
