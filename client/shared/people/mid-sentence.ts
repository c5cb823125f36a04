/** What stands in place of a name, after another word. A sentence that begins with it keeps its capital. */
const INSTEAD = /([\p{L}\p{N},’”):] )A (?=former member|colleague)/gu;

/** “Your mentorship with a former member has ended”: words in place of a name have no capital within a sentence. */
export const midSentence = (words: string): string => words.replace(INSTEAD, '$1a ');
