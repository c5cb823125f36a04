import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sayFinding, type CheckReport, type Finding } from '../../event-store/findings.js';
import { errorCodeOf } from '../error-code.js';
import { readText } from '../read-text.js';
import { writeWhole } from './witness-file.js';

/** The name of the file in which a process notes that a check found the log damaged; gone once one finds it sound. */
export const VERDICT_FILE = 'log-damaged.json';

const shape = z.object({
  checkedAt: z.string(),
  events: z.number().int().min(0),
  /** Sentences. */
  findings: z.array(z.string()),
  /** Findings beyond these. */
  more: z.number().int().min(0),
  /** Streams of which something is not as it was written. */
  damaged: z.array(z.string()),
});
/** What a check found in a damaged log, as the next start is to know it. Ids and types alone: nothing of what people wrote. */
export type Verdict = z.infer<typeof shape>;

/** What is noted of a report. Details are left out: they may quote what cannot be read. `limit`: how many findings are told. */
export function verdictOf({ events, findings, more, damaged }: CheckReport, checkedAt: string, limit: number): Verdict {
  const told = findings.slice(0, limit).map((finding) => sayFinding(withoutDetail(finding)));
  return { checkedAt, events, findings: told, more: more + findings.length - told.length, damaged: [...damaged] };
}

const withoutDetail = (finding: Finding): Finding =>
  Object.fromEntries(Object.entries(finding).filter(([name]) => name !== 'detail')) as unknown as Finding;

/** Keeps a verdict, whole or not at all, and on disk before this settles. */
export const writeVerdict = (file: string, verdict: Verdict): Promise<void> => writeWhole(file, `${JSON.stringify(verdict)}\n`);

/** Forgets the verdict in a folder of a process. */
export const forgetVerdict = (ownDir: string): Promise<void> => rm(join(ownDir, VERDICT_FILE), { force: true });

/** The newest verdict that a process of a data folder noted, with every stream that any of them did; undefined where the log was sound. */
export async function verdictIn(dataDir: string): Promise<Verdict | undefined> {
  const root = join(dataDir, 'processes');
  const names = await readdir(root).catch(() => []);
  const all = (await Promise.all(names.map((name) => readVerdict(join(root, name, VERDICT_FILE))))).filter((one) => one !== undefined);
  const newest = all.toSorted((a, b) => (a.checkedAt < b.checkedAt ? -1 : 1)).at(-1);
  return newest && { ...newest, damaged: [...new Set(all.flatMap(({ damaged }) => damaged))] };
}

/** One that a power cut or a person left so that it cannot be read still says that there was damage. */
async function readVerdict(file: string): Promise<Verdict | undefined> {
  const text = await readText(file).catch((error: unknown) => {
    const code = errorCodeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : '';
  });
  if (text === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return { checkedAt: '', events: 0, findings: [], more: 0, damaged: [] };
  }
}
