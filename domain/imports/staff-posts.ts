import { folded } from '../text/folding.js';

const OPEN = 'vacanc(?:y|ies)|vacant|unfilled|unstaffed|tb[acd]|to be (?:appointed|confirmed|advised|announced|decided|filled)';
/** What a name begins with that is a post, whatever follows: “Vacancy 2”, “Maternity cover (Maths)”. */
const BEGINS = new RegExp(
  `^(?:vacanc(?:y|ies)|vacant|unfilled|to be (?:appointed|confirmed|advised|announced|decided|filled)|(?:post|position|role) (?:is )?(?:vacant|unfilled|open)|(?:maternity|paternity|parental|adoption|long[ -]term|sick(?:ness)?)(?: leave)? cover|not (?:yet )?(?:appointed|in post)|awaiting appointment|no one in post|new (?:appointment|starter|post ?holder))(?![\\p{L}\\p{N}])`,
  'u',
);
/** A post and that nobody has it: “RE teacher – vacancy”. “Jane Smith TBC” is a person. */
const ENDS = /(?<![\p{L}\p{N}])(?:vacancy|vacant|unfilled|to be appointed|maternity cover|paternity cover)\W*$/u;
const WHOLE = new RegExp(`^(?:(?:${OPEN})\\W*)+$`, 'u');

/** Whether what stands where a name should is a post that nobody has, or has yet. */
export function isPost(written: string): boolean {
  const text = folded(written).replace(/^[^\p{L}\p{N}]+/u, '');
  return BEGINS.test(text) || ENDS.test(text) || WHOLE.test(text.replace(/\./g, ''));
}

/** Said of the row of such a post. */
export const sayPost = (written: string): string =>
  `“${written}” is a post and not a person, so we leave this row out. Import the person once they are appointed.`;
