import { statfs } from 'node:fs/promises';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { ChosenMailer } from '../../mail/chosen-mailer.js';
import type { Held } from '../../mail/mail-hold.js';
import type { MailCondition } from '../../mail/mail-watch.js';
import type { RunnerCondition } from '../../reactors/reactor-runner.js';
import type { ClockCondition } from '../../clock/clock-guard.js';
import type { IndexCondition } from '../../discovery/index-condition.js';
import type { LearningCondition } from '../../learning/hub-learning.js';
import type { HubParts } from '../hub.js';
import type { CertificateCondition } from './certificate.js';
import { lastBackupOf, type LastBackup } from './last-backup.js';
import type { ReadCondition } from './read-probe.js';
import type { ViewsCondition } from './views-watch.js';
import type { WriteCondition } from './write-probe.js';

/** Rows may be so old before a process counts as not ready: another one should answer. */
export const READY_LIMIT_MS = 60_000;

/** How everything stands that a hub hangs on, for its administrators. Sizes are in bytes, times ISO 8601, UTC. */
export interface HubCondition {
  /** The clock of this machine. */
  readonly now: string;
  /** Absent where the system does not say. */
  readonly disk?: { readonly freeBytes: number; readonly totalBytes: number };
  /** Absent for a log on a server. */
  readonly log?: { readonly bytes: number; readonly perDayBytes?: number };
  readonly writes: WriteCondition;
  readonly reads: ReadCondition;
  readonly views: ViewsCondition;
  readonly mail: MailCondition & { readonly waiting: number; readonly leaves: boolean; readonly held?: Held };
  readonly reactors: Following;
  readonly clock: { readonly behindMs: number };
  /** `elsewhere`: the log is on a server, which is backed up by its own means. */
  readonly backup: LastBackup | 'none' | 'elsewhere';
  readonly certificate: CertificateCondition;
  /** Whether the model that should serve does. */
  readonly learning: LearningCondition;
  /** The directory's index, where a server of its own keeps it, or while it is made. */
  readonly search?: IndexCondition;
}

/** How far those who act on the log are. */
export interface Following {
  readonly behindEvents: number;
  readonly failingSince?: string;
  readonly trying?: string;
}

export async function conditionOf(hub: HubParts): Promise<HubCondition> {
  const { health, config, clock, clockGuard, reactors, emails, mailHold, mailWatch, mailQueue, heldEmails, projector } = hub;
  const onServer = config.eventStoreUrl !== undefined;
  const disk = await diskOf(config.dataDir);
  const search = health.search.condition?.();
  const { held } = mailHold;
  return {
    now: clock.now(),
    ...(disk && { disk }),
    ...(!onServer && { log: await health.sizes.log() }),
    writes: await health.writes.now(),
    reads: await health.reads.now(),
    views: health.views.condition,
    mail: {
      ...mailWatch.condition,
      waiting: mailQueue.size + emails.aside.length + (held ? await heldEmails.count() : 0),
      leaves: await leaves(hub),
      ...(held && { held }),
    },
    reactors: followingOf(reactors.condition, projector.through),
    clock: { behindMs: await clockGuard.behindMs().catch(() => 0) },
    backup: onServer ? 'elsewhere' : ((await lastBackupOf(config.dataDir)) ?? 'none'),
    certificate: health.certificate.condition,
    learning: hub.learning.condition,
    ...(search && { search }),
  };
}

/** Whether what people see follows what is saved: the disk lets it, and no event stopped a view. */
export const viewsFollow = ({ health, projector }: Pick<HubParts, 'health' | 'projector'>): boolean =>
  health.views.condition.state === 'ok' && projector.stopped.length === 0;

/** The clock as it stands by the newest event, or as it was found last where that cannot be read. */
export const clockOf = async ({ clockGuard }: Pick<HubParts, 'clockGuard'>): Promise<ClockCondition> =>
  clockGuard.check().catch(() => clockGuard.condition);

async function leaves({ mailer }: HubParts): Promise<boolean> {
  return mailer instanceof ChosenMailer && (await mailer.leaves().catch(() => true));
}

async function diskOf(folder: string): Promise<HubCondition['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return undefined;
  }
}

/** How many events a runner is behind the views. Positions that are no numbers only tell whether it is. */
export function followingOf({ reached, failingSince, trying }: RunnerCondition, through: Position | undefined): Following {
  const behind = through !== undefined && reached !== undefined && reached < through;
  const events = behind ? Number(through) - Number(reached) : 0;
  return {
    behindEvents: Number.isNaN(events) ? 1 : events,
    ...(failingSince && { failingSince }),
    ...(trying && { trying }),
  };
}
