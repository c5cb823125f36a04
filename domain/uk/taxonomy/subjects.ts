import { SUBJECTS } from './subjects.data.js';
import { SUBJECTS_WITHIN } from './subjects-within.data.js';
import type { Subject } from './types.js';

export { SUBJECTS };

const subjects = new Map(SUBJECTS.map((entry) => [entry.id, entry]));

/** The subject with this id; absent where there is none. */
export const subject = (id: string): Subject | undefined => subjects.get(id);

/** The name of a subject, or the id itself where a newer list has dropped it. */
export const subjectName = (id: string): string => subjects.get(id)?.name ?? id;

/** The subjects that are a part of one, such as physics of science; none of most. */
export const subjectsWithin = (id: string): readonly string[] => SUBJECTS_WITHIN[id] ?? [];

const wholes = new Map<string, string[]>();
for (const [whole, parts] of Object.entries(SUBJECTS_WITHIN))
  for (const part of parts) wholes.set(part, [...(wholes.get(part) ?? []), whole]);

/** Subjects with all that they are a part of, each once: science with physics. */
export const withWholeSubjects = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.flatMap((id) => [id, ...(wholes.get(id) ?? [])])),
];

/** The wider areas in which subjects are listed, such as STEM. */
export const SUBJECT_AREAS: readonly string[] = [...new Set(SUBJECTS.map(({ group }) => group))];
