import { withSmallStart } from '@alongside/domain/text/mid-sentence.js';
import { subject, subjectName, subjectsWithin } from '@alongside/domain/uk/taxonomy/subjects.js';

/** A subject that was asked for, and the subjects within it by which mentors were found. */
export interface WholeSubject {
  readonly name: string;
  /** As they stand within a sentence, in order of the alphabet. */
  readonly parts: readonly string[];
}

/** Those asked for with parts that some mentor has (`counted`, by id), where one who is shown teaches such a part alone (`taught`: subjects of each). */
export const wholesAsked = (
  asked: readonly string[],
  counted: ReadonlySet<string>,
  taught: readonly (readonly string[])[],
): readonly WholeSubject[] =>
  [...new Set(asked)].flatMap((id) => {
    const parts = subjectsWithin(id).filter((part) => counted.has(part));
    const isByPart = taught.some((subjects) => !subjects.includes(id) && parts.some((part) => subjects.includes(part)));
    return isByPart ? [{ name: subjectName(id), parts: parts.map(inSentence).toSorted() }] : [];
  });

/** `biology`, but `French` and `ICT`. */
const inSentence = (id: string): string =>
  subject(id)?.group === 'English and languages' ? subjectName(id) : withSmallStart(subjectName(id));
