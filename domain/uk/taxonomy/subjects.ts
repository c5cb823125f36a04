import { SUBJECTS } from './subjects.data.js';
import type { Subject } from './types.js';

export { SUBJECTS };

const subjects = new Map(SUBJECTS.map((entry) => [entry.id, entry]));

/** The subject with this id; absent where there is none. */
export const subject = (id: string): Subject | undefined => subjects.get(id);

/** The name of a subject, or the id itself where a newer list has dropped it. */
export const subjectName = (id: string): string => subjects.get(id)?.name ?? id;
