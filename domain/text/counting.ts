/** “12,000”. */
export const sayNumber = (of: number): string => of.toLocaleString('en-GB');

/** “one pair”, “3 pairs”: a number with its noun. `many` where an s is not enough. */
export const count = (of: number, one: string, many = `${one}s`): string => `${of === 1 ? 'one' : sayNumber(of)} ${of === 1 ? one : many}`;

/** The words as they stand at the start of a sentence or of a line. */
export const atStart = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** “Asha, Ben and Cleo”. */
export const together = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);

/** “Asha, Ben or Cleo”. */
export const eitherOf = (names: readonly string[]): string => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
