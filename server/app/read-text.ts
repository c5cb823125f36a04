import { readFile } from 'node:fs/promises';

/** A whole file as text. A disk that does not give it is told with the file’s name, which a failed read alone does not say. */
export const readText = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw ofFile(file, error);
  });

/** A failure with the file that it is about. By its shape: one of the runtime is not always an instance of this realm’s `Error`. */
export const ofFile = (file: string, error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error && !('path' in error) ? Object.assign(error, { path: file }) : error;
