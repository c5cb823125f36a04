import { planInstitutions } from '@alongside/domain/imports/institutions.js';
import { planStaff } from '@alongside/domain/imports/staff.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ok, type Result } from '@alongside/domain/kernel/result.js';
import { phaseAsWritten, subjectAsWritten } from '@alongside/domain/imports/lookups.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { memberView, type MemberRow } from '@alongside/projections/views/member.view.js';
import { uuidv7 } from 'uuidv7';
import type { HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { lookIn } from '../queries/live-views.js';
import { personWith } from './acts.js';
import { ImportJob, type GiveAct, type ImportPlan } from './import-job.js';
import { readCsv, type Csv, type CsvRefusal } from './read-csv.js';

/** Imports kept at once, planned or finished; the oldest go first. They hold people's names in memory, so they are few and short-lived. */
const JOBS_LIMIT = 16;
/** Of these, one person's: whoever brings file after file loses their own earlier ones, and nobody else's. */
const JOBS_LIMIT_PER_PERSON = 3;
/** How long a plan waits to be confirmed, and a finished import can be looked at. */
const JOB_LIFE_MS = 60 * 60 * 1_000;

export type ImportTarget = { readonly kind: 'institutions' } | { readonly kind: 'staff'; readonly institution: InstitutionId };

/** An import, who brought it, and how its file was read. */
export interface Brought {
  readonly id: string;
  readonly by: PersonId;
  readonly target: ImportTarget;
  readonly job: ImportJob;
  readonly encoding: Csv['encoding'];
}

/** Files on their way in: read and shown first, done only when whoever brought them says so. */
export class Imports {
  readonly #jobs = new Map<string, { readonly brought: Brought; readonly at: number }>();

  constructor(private readonly hub: Pick<HubParts, 'dispatcher' | 'views' | 'clock' | 'logger'>) {}

  /** Reads a file and says what it would do. Writes nothing. */
  bring(bytes: Buffer, target: ImportTarget, by: PersonId): Result<Brought, CsvRefusal> {
    const csv = readCsv(bytes);
    if (!csv.ok) return csv;
    const job = new ImportJob(this.#plan(csv.value, target), this.#give, lookIn(this.hub.views.store), (position) =>
      this.hub.views.caughtUp(position),
    );
    const brought: Brought = { id: uuidv7(), by, target, job, encoding: csv.value.encoding };
    this.#keep(brought);
    return ok(brought);
  }

  /** Only whoever brought it ever sees it. */
  find(id: string, by: PersonId): Brought | undefined {
    const found = this.#jobs.get(id)?.brought;
    return found?.by === by ? found : undefined;
  }

  /** Starts what was planned; settles when it is over. */
  run({ id, job }: Brought): Promise<void> {
    return job.run((error) => this.hub.logger.error('An import stopped half-way.', { import: id, ...failureFields(error) }));
  }

  #plan({ headers, rows }: Csv, target: ImportTarget): ImportPlan {
    if (target.kind === 'institutions') {
      const { institutions, problems, notOpen } = planInstitutions(headers, rows);
      return { kind: 'institutions', rows: institutions, problems, notOpen };
    }
    const look = lookIn(this.hub.views.store);
    const isMember = (email: string): boolean => {
      const person = personWith(email, look);
      return person !== undefined && look.row<MemberRow>(memberView.name, `${target.institution}:${person}`) !== undefined;
    };
    const { staff, problems } = planStaff(headers, rows, {
      subject: subjectAsWritten,
      phase: phaseAsWritten,
      isMember,
      today: dayOf(this.hub.clock.now()),
    });
    return { kind: 'staff', institution: target.institution, rows: staff, problems };
  }

  readonly #give: GiveAct = (act, commandId, after) =>
    this.hub.dispatcher.dispatch({ commandId, type: act.type, stampedAt: this.hub.clock.now(), data: act.data }, HUB, {
      ...(after !== undefined && { after }),
    });

  #keep(brought: Brought): void {
    const now = Date.parse(this.hub.clock.now());
    for (const [id, { at, brought: old }] of this.#jobs) {
      const running = old.job.progress().status === 'running';
      const tooMany = this.#jobs.size >= JOBS_LIMIT || (old.by === brought.by && this.#countOf(brought.by) >= JOBS_LIMIT_PER_PERSON);
      if (!running && (now - at > JOB_LIFE_MS || tooMany)) this.#jobs.delete(id);
    }
    this.#jobs.set(brought.id, { brought, at: now });
  }

  #countOf(person: PersonId): number {
    let count = 0;
    for (const { brought } of this.#jobs.values()) if (brought.by === person) count += 1;
    return count;
  }
}
