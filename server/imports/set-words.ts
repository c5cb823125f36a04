import type { Act } from './acts.js';
import type { Seen } from './changed-meanwhile.js';
import type { StaffTask } from './staff-wave.js';
import type { Refused } from './together.js';

/** What became of what a row says of its person. */
export interface Said {
  /** Whether anything was set. */
  readonly changed: boolean;
  /** What a person changed on Alongside at this moment: it stays. */
  readonly kept: readonly (keyof Seen)[];
  /** Why the rules refuse the rest. */
  readonly why?: Refused;
}

const CHANGED_SINCE = new Set(['PERSON.CHANGED_SINCE', 'MEMBER.CHANGED_SINCE', 'INSTITUTION.CHANGED_SINCE']);
export const isChangedSince = ({ code }: Refused): boolean => CHANGED_SINCE.has(code);

/** Sets the job, the name and the first day that a row asks for, each only where it is still as it was seen. */
export async function setWords(
  { describe, rename, correct }: Pick<StaffTask, 'describe' | 'rename' | 'correct'>,
  give: (act: Act) => Promise<Refused | undefined>,
): Promise<Said> {
  const kept: (keyof Seen)[] = [];
  let changed = false;
  let refused: Refused | undefined;
  for (const [field, act] of [
    ['job', describe],
    ['name', rename],
    ['start', correct],
  ] as const) {
    if (!act) continue;
    const why = await give(act);
    if (!why) changed = true;
    else if (isChangedSince(why)) kept.push(field);
    else refused ??= why;
  }
  return { changed, kept, ...(refused && { why: refused }) };
}
