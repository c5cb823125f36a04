/** Characters that may stand in writing only where they do their work, so that elsewhere they are taken out. */
const JOINERS = '\\u200c\\u200d';
/** Letters of scripts in which joiners change the shape of a word, and pictures that are joined into one. */
const JOINED_BY =
  '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gujarati}\\p{Script=Gurmukhi}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Oriya}\\p{Script=Sinhala}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f]';
/** Controls but tab and line ends, half a character, what is no character at all. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\p{Cs}\ufdd0-\ufdef\ufffe\uffff\ufff9-\ufffc]/gu;
/** What turns the direction of the text around it. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f]/g;
/** What takes no room, or room without ink: letters for filling included. */
const INVISIBLE = /\u00ad|\u034f|\u115f|\u1160|\u17b4|\u17b5|[\u180b-\u180f]|\u200b|[\u2060-\u2064]|\u2800|\u3164|\ufeff|\uffa0/g;
const LOOSE_JOINER = new RegExp(`(?<!${JOINED_BY})[${JOINERS}]|[${JOINERS}](?!${JOINED_BY})`, 'gu');
/** A choice of how a character is drawn, where there is none to draw: `©\ufe0f` keeps it. */
const LOOSE_SELECTOR = /(?<!\p{Emoji}|\p{Script=Han})[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
/** Tags spell the flags of England, Scotland and Wales and mean nothing else. */
const LOOSE_TAG = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,6})[\u{e0020}-\u{e007f}]|[\u{e0000}-\u{e001f}]/gu;
/** More marks on one letter than any language writes: what is above the fourth covers the lines around it. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
const SPACES = /[\t\v\f\u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;
const NOTHING_TO_CLEAN = /^[\x20-\x7e]*$/;

const unseenTaken = (text: string): string =>
  text
    .replace(CONTROLS, '')
    .replace(DIRECTION, '')
    .replace(INVISIBLE, '')
    .replace(LOOSE_TAG, '')
    .replace(LOOSE_SELECTOR, '')
    .replace(LOOSE_JOINER, '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1');

/** One line as it is kept: composed, with plain spaces, without characters that cannot be seen. Line ends stay, to be refused. */
export function cleanLine(text: string): string {
  if (NOTHING_TO_CLEAN.test(text)) return text;
  return unseenTaken(text.replace(SPACES, ' ').replace(LINE_ENDS, '\n'));
}

/** Longer writing as it is kept: as `cleanLine`, with its tabs and line ends, each a line feed. */
export function cleanProse(text: string): string {
  if (NOTHING_TO_CLEAN.test(text)) return text;
  return unseenTaken(text.replace(LINE_ENDS, '\n').replace(/[\v\f\u0085]/g, '\n'));
}

/** The code points that cleaning a line takes out, such as `U+202E`, each once: for telling whose file it is. */
export function unseenIn(text: string): readonly string[] {
  const kept = new Set(cleanLine(text));
  const gone = [...new Set(text)].filter((one) => !kept.has(one) && unseenTaken(one) === '' && !/\s/.test(one));
  return gone.map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}`);
}

/** A name has a letter that can be seen. */
export const hasLetter = (text: string): boolean => /\p{L}/u.test(text);
