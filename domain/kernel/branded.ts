/** A string or number that only the right maker may produce. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
