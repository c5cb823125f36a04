const CODE_LENGTH = 10;

/** What a user typed or pasted as a code: capitals, without spaces, hyphens and whatever else no code holds. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^2-9A-HJ-NP-Z]/g, '');

/** Whether it has the length of a code. */
export const isWholeCode = (code: string): boolean => code.length === CODE_LENGTH;

/** In two groups, as it stands on the certificate and is easier to read out. */
export const sayCode = (code: string): string => `${code.slice(0, CODE_LENGTH / 2)} ${code.slice(CODE_LENGTH / 2)}`;
