import { errorCodeOf } from '../error-code.js';

/** Why the disk refuses. `gone`: a file of the log went. */
export type WriteFailure = 'full' | 'read-only' | 'no-answer' | 'disk' | 'gone' | OfFolder;
/** While the log takes what is saved: the folder of this process went (`folder`), or its own disk is full or refuses. */
export type OfFolder = 'folder' | 'folder-full' | 'folder-refuses';

/** Whether a failure is of the folder of this process alone: what people save is kept. */
export const isOfFolder = (why: WriteFailure | undefined): why is OfFolder => why?.startsWith('folder') ?? false;

/** Whether something of the log was not read: the disk does not give it, or it is damaged there. */
export const isNotRead = (error: unknown): boolean => /^EVENT_STORE\.(?:NOT_READ|UNREADABLE)$/.test(errorCodeOf(error) ?? '');

/** What a failure says of the disk under it; undefined where it says nothing of one. */
export function writeFailureOf(error: unknown): WriteFailure | undefined {
  const code = errorCodeOf(error) ?? '';
  if (/^SQLITE_FULL|^ENOSPC$|^EDQUOT$|^EFBIG$/.test(code)) return 'full';
  if (/^SQLITE_READONLY|^SQLITE_CANTOPEN|^SQLITE_PERM|^EROFS$|^EACCES$|^EPERM$/.test(code)) return 'read-only';
  if (/^SQLITE_IOERR|^EIO$/.test(code)) return 'disk';
  if (/^EVENT_STORE\.(?:FILE_GONE|IN_DOUBT)$/.test(code)) return 'gone';
  // Why, says what it wraps; of a damaged page that is no more than that it cannot be read.
  if (isNotRead(error)) return writeFailureOf((error as { readonly cause?: unknown }).cause) ?? 'disk';
  return undefined;
}
