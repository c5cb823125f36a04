import { replica, type Outcome } from './index.js';

/** Sends a file, as it is, to a path of the hub. Resolves with what the hub made of it. */
export const upload = <Value>(
  path: string,
  file: Blob,
  signal?: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): Promise<Outcome<Value>> =>
  replica().ask<Value>({
    method: 'POST',
    path,
    body: file,
    headers: { 'content-type': file.type || 'application/octet-stream', ...headers },
    signal,
  });
