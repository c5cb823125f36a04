import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { daysBetween } from '@alongside/domain/uk/days.js';
import type { Day, Instant } from '@alongside/domain/kernel/brand.js';
import { z } from 'zod';
import { errorCodeOf } from '../error-code.js';
import { writeWhole } from '../log-check/witness-file.js';

const kept = z.object({ days: z.array(z.object({ day: z.string(), bytes: z.number() })) });
type Kept = z.infer<typeof kept>;

/** Growth is measured over so many days at most. */
const DAYS_LIMIT = 31;

/** Remembers how large the log was each day. */
export class Sizes {
  #kept: Kept;

  constructor(private readonly options: { readonly file: string; readonly logFile: string; readonly now: () => Instant }) {
    this.#kept = read(options.file);
  }

  /** The size of the log in bytes, and its growth a day once it is known for a day. */
  async log(): Promise<{ readonly bytes: number; readonly perDayBytes?: number }> {
    const bytes = await this.#bytes();
    const first = this.#kept.days[0];
    const days = first ? daysBetween(first.day as Day, dayOf(this.options.now())) : 0;
    return { bytes, ...(first && days > 0 && { perDayBytes: Math.max(0, Math.round((bytes - first.bytes) / days)) }) };
  }

  /** Called once a minute. */
  async note(): Promise<void> {
    const today = dayOf(this.options.now());
    if (this.#kept.days.some(({ day }) => day === today)) return;
    this.#kept = { days: [...this.#kept.days, { day: today, bytes: await this.#bytes() }].slice(-DAYS_LIMIT) };
    // A disk that takes nothing is told of by the probe of writes.
    await writeWhole(this.options.file, JSON.stringify(this.#kept)).catch(() => undefined);
  }

  async #bytes(): Promise<number> {
    const { logFile } = this.options;
    const sizes = await Promise.all([logFile, `${logFile}-wal`].map(sizeOf));
    return sizes.reduce((sum, size) => sum + size, 0);
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

function read(file: string): Kept {
  try {
    return kept.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? { days: [] };
  } catch {
    return { days: [] };
  }
}
