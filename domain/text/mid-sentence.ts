/** Shown in place of a name that was deleted with its account. */
export const NO_NAME = 'A former member';
/** Shown in place of a name that its reader may not see: that person may well be here. */
export const HIDDEN_NAME = 'A colleague';

/** What stands in place of a name, after another word. A sentence that begins with it keeps its capital. */
const INSTEAD = /([\p{L}\p{N},’”):] )A (?=former member|colleague)/gu;

/** “Your mentorship with a former member has ended”: words in place of a name have no capital within a sentence. */
export const midSentence = (words: string): string => words.replace(INSTEAD, '$1a ');

/** Who reads what two people share. Where the other deleted their account, one does. */
export const sayOnlyTwo = (name: string): string =>
  name === NO_NAME ? 'Only you can see this.' : `Only you and ${within(name)} can see this.`;

/** A name after another word, where a sentence is put together piece by piece: “Waiting for a former member”. Names stay as they are. */
export const within = (name: string): string => (name === NO_NAME || name === HIDDEN_NAME ? `a${name.slice(1)}` : name);

/** The name of a thing within a sentence: “biology” for “Biology”. Short forms in capitals stay, such as ICT. */
export const withSmallStart = (name: string): string => (/^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));
