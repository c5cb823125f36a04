import { upTo } from '@alongside/domain/imports/columns.js';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { cleanLine } from '@alongside/domain/text/hygiene.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { ImportTarget } from './import-plan.js';
import type { ImportProgress } from './import-progress.js';
import type { Brought } from './kept-imports.js';
import type { KeptMeta } from './kept-on-disk.js';

/** One list of a person, as a line that leads to it. `progress`: absent for one of before a restart that is not read again yet. */
export interface OwnList {
  readonly id: string;
  readonly target: ImportTarget;
  readonly at?: Instant | undefined;
  /** What its file is called. */
  readonly name?: string | undefined;
  /** It was confirmed, and the hub stopped before it was over. */
  readonly stopped: boolean;
  readonly progress: ImportProgress | undefined;
  /** Rows that were left out before anything was written. */
  readonly keptOut: number;
}

/** What a person brought, each list once: first what runs, then what is to be looked at, then what is over, the latest first. */
export function ownLists(inMemory: readonly Brought[], onDisk: readonly KeptMeta[]): readonly OwnList[] {
  const here = new Set(inMemory.map(({ id }) => id));
  const lists = [
    ...onDisk.flatMap(({ id, target, at, name, begun, over }): OwnList[] =>
      here.has(id)
        ? []
        : [{ id, target, at, name, stopped: begun ?? false, progress: over?.progress, keptOut: over?.summary.rowsWithErrors ?? 0 }],
    ),
    ...inMemory.map(({ id, target, at, name, stopped, job }): OwnList => {
      const progress = job.progress();
      return {
        id,
        target,
        at,
        name,
        stopped: stopped === true && progress.status === 'planned',
        progress,
        keptOut: job.plan.summary.rowsWithErrors,
      };
    }),
  ];
  return lists
    .toReversed()
    .toSorted((a, b) => turnOf(a) - turnOf(b) || Number((b.at ?? '') > (a.at ?? '')) - Number((b.at ?? '') < (a.at ?? '')));
}

const turnOf = ({ progress }: OwnList): number => {
  if (progress === undefined || progress.status === 'planned') return 1;
  return progress.status === 'running' ? 0 : 2;
};

/** A line as its person is told. */
export function lineOfList({ id, target, at, name, stopped, progress, keptOut }: OwnList, look: HubReader): object {
  const institution = target.kind === 'staff' ? target.institution : undefined;
  const where = institution && look.row('institution', institution)?.details.name;
  const { status, rows, done, added, asked, updated, notImported = 0, gone, closed } = progress ?? { status: 'planned' };
  return {
    id,
    kind: target.kind,
    institution,
    at,
    name,
    where,
    status,
    ...(stopped && { stopped }),
    rows,
    done,
    added,
    asked,
    updated,
    gone,
    closed,
    notImported: keptOut + notImported,
  };
}

/** The name of a file, as the browser says it beside the file: in no address, which others may keep. */
export const FILE_HEADER = 'x-file';
const NAME_LIMIT_CHARACTERS = 120;
/** Undefined where the browser did not say it. */
export function nameIn(header: string | undefined): string | undefined {
  const name = cleanLine(new URLSearchParams(header ?? '').get('name') ?? '')
    .replaceAll('\n', ' ')
    .trim();
  return name ? upTo(NAME_LIMIT_CHARACTERS, name) : undefined;
}
