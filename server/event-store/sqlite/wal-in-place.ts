import { closeSync, fstatSync, openSync } from 'node:fs';

/** The write-ahead log was deleted under its writer: what is committed from then on is in no file of the folder. */
export class WriteAheadLogGone extends Error {
  readonly code = 'EVENT_STORE.FILE_GONE';
  constructor(file: string) {
    super(`The write-ahead log of ${file} was deleted while the hub had it open. Restart the hub.`);
    this.name = 'WriteAheadLogGone';
  }
}

/** Whether the write-ahead log of an open database is still in its folder: another program that sees no lock on it deletes it. */
export class WalInPlace {
  /** Of the write-ahead log, which has no locks to lose. */
  readonly #handle: number;

  /** `file`: the database, open and in WAL mode. */
  constructor(private readonly file: string) {
    this.#handle = openSync(`${file}-wal`, 'r');
  }

  /** Throws `WriteAheadLogGone`. */
  check(): void {
    if (fstatSync(this.#handle).nlink === 0) throw new WriteAheadLogGone(this.file);
  }

  close(): void {
    closeSync(this.#handle);
  }
}
