import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, isAbsolute } from 'node:path';

/** Whether a folder, which may not be there yet, is another one or lies in it, links followed. */
export function isWithin(folder: string, outer: string): boolean {
  const between = relative(really(outer), really(folder));
  return between === '' || (!/^\.\.(?:[/\\]|$)/.test(between) && !isAbsolute(between));
}

/** Where a path leads, links followed, also where its last folders are not there yet. */
export function really(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(really(dirname(path)), basename(path));
  }
}
