import type { ChosenColumns } from '@alongside/domain/imports/staff-fields.js';
import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import { uuidv7 } from 'uuidv7';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { viewReaderOf } from '../queries/live-views.js';
import { personWith } from './acts.js';
import { foresee } from './foreseen.js';
import { planOf, type ImportTarget } from './import-plan.js';
import { ImportJob, type GiveAct } from './import-job.js';
import { KeptImports, type Brought } from './kept-imports.js';
import { membersByName } from './members-by-name.js';
import { Readings, type Pieces, type ReadRefusal } from './readings.js';

const compressed = promisify(gzip);
const restored = promisify(gunzip);

/** Passes a file on while it comes in, and keeps a copy. */
async function* copied(pieces: Pieces, copy: Uint8Array[]): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    copy.push(piece);
    yield piece;
  }
}

/** Imports that give commands at the same time. A third would make everybody else's commands wait longer without being done any sooner. */
export const RUNNING_LIMIT_IMPORTS = 2;

/** Files on their way in: read and shown first, done only when whoever brought them says so. */
export class Imports {
  readonly #kept = new KeptImports();
  readonly #readings: Readings;

  constructor(
    private readonly hub: Pick<HubParts, 'dispatcher' | 'views' | 'clock' | 'logger'>,
    readings?: Readings,
  ) {
    this.#readings = readings ?? new Readings(hub.logger);
  }

  /** Reads a file while it comes in and says what it would do. Writes nothing. Called off by the signal, it keeps nothing. */
  async bring(pieces: Pieces, target: ImportTarget, by: PersonId, signal?: AbortSignal): Promise<Result<Brought, ReadRefusal>> {
    const copy: Uint8Array[] | null = target.kind === 'staff' ? [] : null;
    const read = await this.#read(copy ? copied(pieces, copy) : pieces, target, { signal });
    if (!read.ok) return read;
    const file = copy && (await compressed(Buffer.concat(copy)));
    if (signal?.aborted) return refuse({ code: 'IMPORT.CALLED_OFF' });
    const brought: Brought = { id: uuidv7(), by, target, file, ...read.value };
    this.#kept.add(brought);
    return ok(brought);
  }

  /** Reads a staff list again, now that somebody has said what its columns hold. What is running or done stays as it is. */
  async withColumns(before: Brought, columns: ChosenColumns): Promise<Result<Brought, ReadRefusal>> {
    if (!before.file) return ok(before);
    const read = await this.#read([await restored(before.file)], before.target, { columns });
    if (!read.ok) return read;
    const now = this.#kept.find(before.id);
    if (!now || now.job.progress().status !== 'planned') return ok(now ?? before);
    const brought: Brought = { ...before, ...read.value };
    this.#kept.replace(brought);
    return ok(brought);
  }

  async #read(
    pieces: Pieces,
    target: ImportTarget,
    { columns, signal }: { readonly columns?: ChosenColumns; readonly signal?: AbortSignal | undefined },
  ): Promise<Result<Pick<Brought, 'job' | 'encoding' | 'foreseen'>, ReadRefusal>> {
    const order = { kind: target.kind, today: dayOf(this.hub.clock.now()), ...(columns && { columns }) };
    const read = await this.#readings.read(pieces, {
      order,
      isMember: this.#isMemberOf(target),
      memberCalled: this.#memberCalledAt(target),
      signal,
    });
    if (!read.ok) return read;
    const look = viewReaderOf(this.hub.views.store);
    const plan = planOf(read.value, target);
    const job = new ImportJob(plan, this.#give, look, (position) => this.hub.views.caughtUp(position));
    return ok({ job, encoding: read.value.summary.encoding, foreseen: await foresee(plan, look) });
  }

  /** Only whoever brought it ever sees it. */
  find(id: string, by: PersonId): Brought | undefined {
    const found = this.#kept.find(id);
    return found?.by === by ? found : undefined;
  }

  /** Whether as many imports give commands as may. */
  get busy(): boolean {
    return this.#kept.running >= RUNNING_LIMIT_IMPORTS;
  }

  /** Starts what was planned; settles when it is over. `inviteOn`: the day on which staff are told that they can sign in, in the name of the importer; today is at once. */
  run({ id, job, by }: Brought, inviteOn: Day | null = null): Promise<void> {
    return job.run(
      (error) => this.hub.logger.error('An import stopped half-way.', { import: id, ...failureFields(error) }),
      inviteOn && { on: inviteOn === dayOf(this.hub.clock.now()) ? 'now' : inviteOn, from: by },
    );
  }

  /** Stops reading, and stops what is running before its next row: the hub stops. */
  close(): void {
    this.#readings.close();
    this.#kept.close();
  }

  #isMemberOf(target: ImportTarget): (email: string) => boolean {
    if (target.kind === 'institutions') return () => false;
    const look = viewReaderOf(this.hub.views.store);
    return (email) => {
      const person = personWith(email, look);
      // The row of a member who has left stays.
      return person !== undefined && look.row(memberView.name, `${target.institution}:${person}`)?.left === null;
    };
  }

  /** Members by their names, gone through once and only where a file names somebody. */
  #memberCalledAt(target: ImportTarget): (key: string) => string | null | undefined {
    if (target.kind === 'institutions') return () => undefined;
    let found: ReadonlyMap<string, string | null> | undefined;
    return (key) => (found ??= membersByName(target.institution, viewReaderOf(this.hub.views.store))).get(key);
  }

  readonly #give: GiveAct = (act, commandId, after) =>
    this.hub.dispatcher.dispatch({ commandId, type: act.type, stampedAt: this.hub.clock.now(), data: act.data }, HUB, {
      ...(after !== undefined && { after }),
    });
}
