import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { errorCodeOf } from './error-code.js';
import { wrong } from './tools/tool.js';

const cannotBeRead = (path: string, error: unknown): never =>
  wrong(errorCodeOf(error) === 'EISDIR' ? `${path} is a folder. Name the file of the list.` : `The file ${path} cannot be read.`);

/** Says at once of a path that it cannot be read as a file, before a hub is asked. Throws `CannotBeDone`. */
export async function mayRead(path: string): Promise<void> {
  await access(path, constants.R_OK).catch((error: unknown) => cannotBeRead(path, error));
  const { isFolder } = await stat(path).then(
    (found) => ({ isFolder: found.isDirectory() }),
    (error: unknown) => cannotBeRead(path, error),
  );
  if (isFolder) cannotBeRead(path, { code: 'EISDIR' });
}

/** The pieces of a file, which is opened when the first is asked for: what is wrong with it ends in a sentence then, and never unheard. */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    cannotBeRead(path, error);
  }
}
