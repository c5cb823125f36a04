import type { CheckReport, Finding } from './findings.js';

/** A check met what says nothing of the log: a disk that does not give its bytes, a server that is away. It is made again. */
export class LogNotChecked extends Error {
  readonly code = 'EVENT_STORE.NOT_CHECKED';
  constructor(
    cause: unknown,
    /** What was read before, if anything: its findings say nothing. */
    readonly report?: CheckReport,
  ) {
    super(`The log could not be checked: ${(cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '')}.`, { cause });
    this.name = 'LogNotChecked';
  }
}

/** Whether a failure is one of the disk, the memory or the server, and none of what is written there. */
export function isOfTheMoment(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(?:IOERR|BUSY|LOCKED|CANTOPEN|FULL|NOMEM|PROTOCOL|INTERRUPT|PERM|READONLY|AUTH)|^E[A-Z]+$|^EVENT_STORE\.(?:UNAVAILABLE|ACCESS_DENIED|NOT_READ)$/.test(
    code,
  );
}

/** Throws `LogNotChecked` for a failure of the moment. */
export function refuseTheMoment(error: unknown): void {
  if (isOfTheMoment(error)) throw new LogNotChecked(error);
}

/** Makes a check, and again where it finds something: told is what is found twice, while the disk gave every byte in between. Throws `LogNotChecked`. */
export async function foundTwice(
  check: () => Promise<CheckReport | undefined>,
  readThrough: () => Promise<void>,
): Promise<CheckReport | undefined> {
  const first = await check();
  if (!first || first.sound) return first;
  try {
    await readThrough();
  } catch (error) {
    throw new LogNotChecked(error, first);
  }
  const again = await check();
  if (!again || again.sound || placesOf(again) === placesOf(first)) return again;
  throw new LogNotChecked('two readings of it differ', again);
}

// Counts and ends move on while people go on writing.
const placesOf = ({ findings, more }: CheckReport): string => `${findings.map(placeOf).sort().join('\n')} ${more}`;
const placeOf = ({ kind, stream, revision }: Finding): string => `${kind} ${stream ?? ''} ${revision ?? ''}`;
