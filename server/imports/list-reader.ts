import type { CalledMember } from '@alongside/domain/imports/staff-managers.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { ok, type Result } from '@alongside/domain/kernel/result.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { actorOf } from '@alongside/projections/facts/index.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import type { HubParts } from '../app/hub.js';
import { IdentitySecrets } from '../identity/secrets.js';
import { viewReaderOf } from '../queries/live-views.js';
import { personWith, type GiveAct } from './acts.js';
import { calledAt, joinedAt, likelyAt } from './called-at.js';
import { foresee } from './foreseen.js';
import { formerOwner, withNewerAddresses } from './former-addresses.js';
import { ImportJob } from './import-job.js';
import { planOf, type ImportTarget } from './import-plan.js';
import { joinedIn } from './joined-by.js';
import type { Brought, Said } from './kept-imports.js';
import { mayImport } from './may-import.js';
import type { FileSummary } from './reading-messages.js';
import { Readings, type Pieces, type ReadRefusal } from './readings.js';
import type { ClaimedFor } from './staff-wave.js';
import { withoutSettled } from './settled-managers.js';
import { tellApart } from './told-apart.js';

/** What is said of a file, and by whom. */
type SaidBy = Said & { readonly by: PersonId; readonly name?: string | undefined };

const MAY_NO_LONGER = 'You can no longer import this list, so we stopped.';

/** Reads lists beside the hub as it is: what each would do, and nothing of it done. */
export class ListReader {
  readonly #readings: Readings;
  readonly #secrets: IdentitySecrets;

  constructor(
    private readonly hub: Pick<HubParts, 'views' | 'clock' | 'logger' | 'log' | 'master'>,
    private readonly give: GiveAct,
    /** `inFile`: nothing can be chosen or corrected but in the file. */
    private readonly how: { readonly inFile?: true; readonly readings?: Readings },
  ) {
    this.#readings = how.readings ?? new Readings(hub.logger);
    this.#secrets = new IdentitySecrets(hub.master.bytes);
  }

  async read(
    pieces: Pieces,
    target: ImportTarget,
    { columns, cells, nation, list, another, sheet, by, name }: SaidBy,
    signal?: AbortSignal,
  ): Promise<Result<Pick<Brought, 'job' | 'encoding' | 'foreseen'>, ReadRefusal>> {
    const { inFile } = this.how;
    const order = {
      kind: target.kind,
      today: dayOf(this.hub.clock.now()),
      columns,
      cells,
      nation,
      list,
      sheet,
      name,
      ...(inFile && { inFile }),
    };
    const read = await this.#readings.read(pieces, {
      order,
      isMember: this.#isMemberOf(target),
      membersCalled: this.#membersCalledAt(target, by),
      ...(target.kind === 'staff' && { joined: joinedAt(target.institution, viewReaderOf(this.hub.views.store)) }),
      signal,
    });
    if (!read.ok) return read;
    const look = viewReaderOf(this.hub.views.store);
    const { plan: whole, former } = await withNewerAddresses(planOf(read.value, target), look, new Set(another));
    const foreseen = await foresee(whole, look, order.today, actorOf(by, look), former);
    const plan = { ...whole, summary: withoutSettled(whole.summary, foreseen.seen, look) };
    const job = new ImportJob(
      plan,
      this.give,
      look,
      (position) => this.hub.views.caughtUp(position),
      this.#claimedFor,
      this.#latest,
      joinedIn(this.hub.log),
      () => (this.how.inFile || mayImport(actorOf(by, look), target, look) ? undefined : MAY_NO_LONGER),
      this.#erasedSince(),
    );
    return ok({
      job,
      encoding: read.value.summary.encoding,
      foreseen,
    });
  }

  /** One row with every cell of it, as it was corrected. */
  async readRow(pieces: Pieces, { said, target, name }: Brought, onlyRow: number): Promise<Result<FileSummary['opened'], ReadRefusal>> {
    const { columns, cells, sheet } = said;
    const order = { kind: target.kind, today: dayOf(this.hub.clock.now()), columns, cells, sheet, name, onlyRow };
    const read = await this.#readings.read(pieces, { order, isMember: () => false });
    return read.ok ? ok(read.value.summary.opened) : read;
  }

  #erasedSince(): () => boolean {
    const erasures = this.erasures;
    return () => erasures !== this.erasures;
  }

  /** How many people were erased so far: a list that is older may name one of them. */
  get erasures(): number {
    return this.hub.views.store.erased().size;
  }

  close(): void {
    this.#readings.close();
  }

  readonly #claimedFor: ClaimedFor = (email) => {
    const claim = viewReaderOf(this.hub.views.store).row('claim', this.#secrets.address(email));
    return claim?.status === 'open' ? claim.person : undefined;
  };

  readonly #latest = async (): Promise<void> => {
    const head = await this.hub.log.head();
    if (head !== undefined) await this.hub.views.caughtUp(head);
  };

  #isMemberOf(target: ImportTarget): (email: string) => boolean {
    if (target.kind === 'institutions') return () => false;
    const look = viewReaderOf(this.hub.views.store);
    return (email) => {
      const person = personWith(email, look) ?? formerOwner(email, target.institution, look)?.person;
      // The row of a member who has left stays.
      return person !== undefined && look.row(memberView.name, `${target.institution}:${person}`)?.left === null;
    };
  }

  /** Members by their names, gone through once and only where a file names a person. */
  #membersCalledAt(target: ImportTarget, by: PersonId): (key: string) => readonly CalledMember[] {
    if (target.kind === 'institutions') return () => [];
    const look = viewReaderOf(this.hub.views.store);
    const apart = () => tellApart(actorOf(by, look), look);
    let [called, likely]: (ReadonlyMap<string, readonly CalledMember[]> | undefined)[] = [];
    return (key) => {
      const found = key.includes(' ')
        ? (likely ??= likelyAt(target.institution, look, apart()))
        : (called ??= calledAt(target.institution, look, apart()));
      return found.get(key) ?? [];
    };
  }
}
