import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BEGINS = 'alongside-check-';
/** What ends a command early; a copy has every key that the log has, and must not outlive it. */
const ENDS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Lends a folder for the copy of a log. It goes with the command that made it, and otherwise with the next check or erasure here. */
export async function withCopyFolder<Made>(act: (folder: string) => Promise<Made>): Promise<Made> {
  await sweepCopies();
  const folder = await mkdtemp(join(tmpdir(), `${BEGINS}${process.pid}-`));
  const leave = (signal: keyof typeof ENDS) => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(ENDS[signal]);
  };
  const signals = Object.keys(ENDS) as (keyof typeof ENDS)[];
  for (const signal of signals) process.once(signal, leave);
  try {
    return await act(folder);
  } finally {
    for (const signal of signals) process.off(signal, leave);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the copies of commands that are no more: a kill leaves no time to. What another user left here may not be removed, and stops nothing. */
export async function sweepCopies(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const pid = new RegExp(`^${BEGINS}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isThere(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process is there, and may not be asked.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
