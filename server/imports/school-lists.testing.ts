import type { Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { personWith } from './acts.js';
import { choicesMade, type ChoicesMade } from './choices.js';
import type { ImportTarget } from './import-plan.js';
import { Imports } from './imports.js';
import type { Brought } from './kept-imports.js';

export const HILLSIDE = 'hillside' as InstitutionId;
export const STAFF_OF_HILLSIDE = { kind: 'staff', institution: HILLSIDE } as const;

/** A hub with one school and its lists, as at a terminal. Views have all of the log after each act. */
export class SchoolLists {
  private constructor(
    readonly hub: Hub,
    readonly imports: Imports,
    private readonly clean: () => Promise<void>,
  ) {}

  static async open(): Promise<SchoolLists> {
    const folders = await testFolders();
    const hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
    await makeSchool(hub, ['helen']);
    return new SchoolLists(hub, new Imports(hub.parts, { inFile: true }), () => folders.clean());
  }

  async close(): Promise<void> {
    await this.imports.close();
    await this.hub.close();
    await this.clean();
  }

  /** A file as it is shown, of its lines. */
  async bring(lines: readonly string[], target: ImportTarget = STAFF_OF_HILLSIDE): Promise<Brought> {
    const list = await this.imports.bring([Buffer.from(lines.join('\n'))], target, HUB);
    if (!list.ok) throw new Error(list.error.code);
    return list.value;
  }

  /** What came of a list, done as it was chosen. */
  async done(list: Brought, choices: Partial<ChoicesMade> = {}): Promise<ReturnType<Brought['job']['progress']>> {
    await this.imports.run(list, null, choicesMade.parse(choices));
    await this.settled();
    return list.job.progress();
  }

  async say(type: string, data: object): Promise<void> {
    await this.hub.parts.views.caughtUp(await must(this.hub, HUB, type, data));
  }

  async settled(): Promise<void> {
    const head = await this.hub.parts.log.head();
    if (head !== undefined) await this.hub.parts.views.caughtUp(head);
  }

  get look(): ReturnType<typeof viewReaderOf> {
    return viewReaderOf(this.hub.parts.views.store);
  }

  /** Whose an address is. */
  whose(email: string): PersonId {
    return personWith(email, this.look) ?? ('' as PersonId);
  }

  memberOf(person: PersonId) {
    return this.look.row('member', `${HILLSIDE}:${person}`);
  }
}
