import { errorCodeOf } from '../error-code.js';

/** Why nothing can be written. */
export type WriteFailure = 'full' | 'read-only' | 'no-answer' | 'disk' | 'gone';

/** What a failure says of the disk under it; undefined where it says nothing of one. */
export function writeFailureOf(error: unknown): WriteFailure | undefined {
  const code = errorCodeOf(error) ?? '';
  if (/^SQLITE_FULL|^ENOSPC$|^EDQUOT$|^EFBIG$/.test(code)) return 'full';
  if (/^SQLITE_READONLY|^SQLITE_CANTOPEN|^SQLITE_PERM|^EROFS$|^EACCES$|^EPERM$/.test(code)) return 'read-only';
  if (/^SQLITE_IOERR|^EIO$/.test(code)) return 'disk';
  if (code === 'EVENT_STORE.FILE_GONE') return 'gone';
  return undefined;
}
