import { closeSync, fstatSync, openSync, statSync } from 'node:fs';

/** A file of the log was deleted, moved or replaced under its writer: what is committed from then on is in no file that the next start opens. */
export class LogFileGone extends Error {
  readonly code = 'EVENT_STORE.FILE_GONE';
  constructor(file: string) {
    super(`${file} was deleted, moved or replaced while the hub had it open. Restart the hub.`);
    this.name = 'LogFileGone';
  }
}

/** A file of the log went while something was committed: the next start, which opens it by its path, shows whether that is kept. */
export class CommitInDoubt extends Error {
  readonly code = 'EVENT_STORE.IN_DOUBT';
  constructor(cause: Error) {
    super(`Whether the last commit is kept is not known. ${cause.message}`, { cause });
    this.name = 'CommitInDoubt';
  }
}

/** Whether the files of an open log are still what their paths lead to: another program may delete, move or replace them. */
export class WalInPlace {
  /** Of the write-ahead log, which has no locks to lose. */
  readonly #handle: number;
  /** By path, the number of the file that was opened. */
  readonly #numbers: ReadonlyMap<string, number>;
  /** Once gone it stays gone: a file that is put back later lacks what was committed meanwhile. */
  #gone: LogFileGone | undefined;

  /** `file`: the database, open and in WAL mode. */
  constructor(file: string) {
    const wal = `${file}-wal`;
    this.#handle = openSync(wal, 'r');
    this.#numbers = new Map([file, wal].map((path) => [path, statSync(path).ino]));
  }

  /** Throws `LogFileGone`. */
  check(): void {
    if (this.#gone) throw this.#gone;
    for (const [path, number] of this.#numbers) if (statSync(path, { throwIfNoEntry: false })?.ino !== number) throw this.#found(path);
    // Some file systems give no numbers.
    if (fstatSync(this.#handle).nlink === 0) throw this.#found([...this.#numbers.keys()].at(-1) ?? '');
  }

  /** The same once something was committed. Throws `CommitInDoubt`. */
  checkCommitted(): void {
    try {
      this.check();
    } catch (error) {
      if (error instanceof LogFileGone) throw new CommitInDoubt(error);
      // A disk that does not say has taken the commit all the same.
    }
  }

  close(): void {
    closeSync(this.#handle);
  }

  #found(path: string): LogFileGone {
    const gone = new LogFileGone(path);
    this.#gone = gone;
    return gone;
  }
}
