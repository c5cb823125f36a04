import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { errorCodeOf } from '../app/error-code.js';
import type { Landmark } from '@alongside/projections/engine/landmark.js';
import type { EventId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import { readText } from '../app/read-text.js';

// A brand is for the compiler alone: the file holds text that this class wrote.
const branded = <T extends string>() => z.string() as unknown as z.ZodType<T, T>;
const kept = z.object({
  positions: z.record(z.string(), branded<Position>()),
  reached: z
    .object({ stream: branded<StreamId>(), revision: z.number().int(), position: branded<Position>(), hash: z.string() })
    .optional(),
  aside: z.array(z.object({ reactor: z.string(), event: branded<EventId>(), stream: branded<StreamId>(), revision: z.number().int() })),
});

/** The files, in the folder of a process, that say how far its reactors and its emails are. */
export const PROGRESS_FILES = { reactors: 'reactors.json', emails: 'letters.json' } as const;

/** Work that failed again and again and was set aside, so that the rest could go on. It is tried again later. */
export interface SetAside {
  readonly reactor: string;
  readonly event: EventId;
  readonly stream: StreamId;
  readonly revision: number;
}

/** How far each reactor of this process has come. */
export interface Progress {
  readonly positions: Readonly<Record<string, Position>>;
  readonly aside: readonly SetAside[];
  /** The last event that was followed: whether it stands in a log tells whether this progress was made in that log. */
  readonly reached?: Landmark | undefined;
}

/** Keeps the progress of one process's reactors in a file. Written after the work: what a crash loses of it is done again, to no effect. */
export class CheckpointFile {
  constructor(private readonly file: string) {}

  /** Undefined where nothing was ever kept, or where a power cut left a file that cannot be read. */
  async load(): Promise<Progress | undefined> {
    const text = await readText(this.file).catch((error: unknown) => {
      if (errorCodeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    return text === undefined ? undefined : readable(text);
  }

  async save(progress: Progress): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    // Whole or not at all: a torn file would begin everything from the start.
    await writeFile(`${this.file}.new`, JSON.stringify(progress));
    await rename(`${this.file}.new`, this.file);
  }
}

/** A file that was torn must not keep the hub from starting: everything in it is only progress. */
function readable(text: string): Progress | undefined {
  try {
    return kept.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
