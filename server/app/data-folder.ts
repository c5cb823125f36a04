import { chmod, mkdir } from 'node:fs/promises';
import { errorCodeOf } from './error-code.js';

const OWNER_ONLY = 0o700;
/** For a process that keeps people's words: what it writes is for its own account alone. */
const UMASK = 0o077;

/** Everything that this process writes from now on is for its own account alone. For the entry points: it holds for the whole process. */
export const writeForOwnerOnly = (): void => void process.umask(UMASK);

/**
 * Creates the data folder, or closes an existing one to other users, because views are not sealed. False where another user owns it, as
 * with mounted volumes.
 */
export async function openDataFolder(path: string): Promise<boolean> {
  await mkdir(path, { recursive: true, mode: OWNER_ONLY });
  try {
    await chmod(path, OWNER_ONLY);
    return true;
  } catch (error) {
    const code = errorCodeOf(error);
    // Folders of other accounts, and file systems that know no modes.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return false;
    throw error;
  }
}
