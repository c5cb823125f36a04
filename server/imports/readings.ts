import { IMPORT_LIMIT_MEGABYTES } from '@alongside/domain/imports/columns.js';
import { ok, refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import type { Logger } from '../app/logger.js';
import type { CsvRefusal } from './read-csv.js';
import type { FileSummary, KnownMembers, ReadingOrder } from './reading-messages.js';
import { READING_LIMITS, ReadingProcess, type Ending, type ReadingLimits } from './reading-process.js';

/** Files on their way in at once, each with a process of its own while it is sent and read. */
export const READINGS_LIMIT_AT_ONCE = 2;
const MEGABYTE_BYTES = 1024 * 1024;

export type ReadRefusal =
  | CsvRefusal
  | Refusal<'IMPORT.TOO_LARGE' | 'IMPORT.TOO_SLOW' | 'IMPORT.NOT_READ' | 'IMPORT.BUSY' | 'IMPORT.CALLED_OFF' | 'IMPORT.OTHER_SHEET'>;

/** A file that was read: what was found, and its rows in batches. */
export interface FileRead {
  readonly summary: FileSummary;
  readonly batches: readonly Uint8Array[];
}

/** A file as it comes in, piece by piece. */
export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What a file is read with. */
export interface ReadingOf {
  readonly order: ReadingOrder;
  /** Asked for at most `ASK_LIMIT_EMAILS` addresses in a row. */
  readonly isMember: KnownMembers['isMember'];
  /** Asked for as many names; absent where nobody is known by name. */
  readonly membersCalled?: KnownMembers['membersCalled'];
  readonly joined?: KnownMembers['joined'];
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** The files that are being read just now. The thread that serves only passes bytes on. */
export class Readings {
  readonly #running = new Set<ReadingProcess>();

  constructor(
    private readonly logger: Pick<Logger, 'warn'>,
    private readonly limits: ReadingLimits = READING_LIMITS,
  ) {}

  /** Reads a file while it comes in. Refuses in words whatever is wrong with it; rejects only where `pieces` does. */
  async read(
    pieces: Pieces,
    { order, isMember, membersCalled = () => [], joined = new Map(), signal }: ReadingOf,
  ): Promise<Result<FileRead, ReadRefusal>> {
    if (signal?.aborted) return refuse({ code: 'IMPORT.CALLED_OFF' });
    if (this.#running.size >= READINGS_LIMIT_AT_ONCE) return refuse({ code: 'IMPORT.BUSY' });
    const reading = new ReadingProcess(order, this.limits, { isMember, membersCalled, joined });
    const callOff = () => reading.stop('calledOff');
    this.#running.add(reading);
    signal?.addEventListener('abort', callOff);
    try {
      const megabytes = IMPORT_LIMIT_MEGABYTES[order.kind];
      const limitBytes = megabytes * MEGABYTE_BYTES;
      let size = 0;
      for await (const piece of pieces) {
        size += piece.length;
        if (size > limitBytes) return refuse({ code: 'IMPORT.TOO_LARGE', facts: { megabytes } });
        await reading.take(piece);
      }
      reading.finish();
      return this.#answer(await reading.ended);
    } finally {
      signal?.removeEventListener('abort', callOff);
      callOff();
      this.#running.delete(reading);
    }
  }

  /** Calls off whatever is being read: the hub stops. */
  close(): void {
    for (const reading of this.#running) reading.stop('calledOff');
  }

  #answer(ending: Ending): Result<FileRead, ReadRefusal> {
    switch (ending.kind) {
      case 'read':
        return ok(ending);
      case 'refused':
        return refuse(ending.refusal);
      case 'stopped':
        return refuse({ code: ending.why === 'time' ? 'IMPORT.TOO_SLOW' : 'IMPORT.CALLED_OFF' });
      case 'failed':
        // Out of memory as a rule. Nobody's words are in it: a status, a signal, or where something was thrown.
        this.logger.warn('The process that read a file ended before the file did.', ending.failure);
        return refuse({ code: 'IMPORT.NOT_READ' });
    }
  }
}
