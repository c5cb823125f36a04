const [FIRST_STRONG, END] = ['\u2068', '\u2069'];
/** Letters that are written from right to left, or could turn what is beside them. Names without them need no isolation. */
const TURNS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name or other words of a person within a sentence of plain text: its direction ends where it ends. Names in Latin stay as they are. */
export const isolated = (words: string): string => (TURNS.test(words) ? `${FIRST_STRONG}${words}${END}` : words);
