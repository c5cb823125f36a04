import { setImmediate } from 'node:timers/promises';
import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { RowProblem } from '@alongside/domain/imports/columns.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { ListField } from '@alongside/domain/imports/staff-fields.js';
import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { memberId, memberView } from '@alongside/projections/views/member.view.js';
import { alikeIn, asChosen, chosenIds, notesOfAlike, NOTHING_ALIKE } from './alike-schools.js';
import { actsForInstitution, belongsAt, personWith, type Act } from './acts.js';
import {
  changeOf,
  closingOf,
  followingOf,
  NO_REGISTER,
  trustRenamed,
  type RegisterComparison,
  type SchoolChange,
  type TrustRenamed,
} from './register-comparison.js';
import type { LinksImport } from '@alongside/domain/imports/links.js';
import type { Actor } from '@alongside/domain/policies/actor.js';
import { KnownElsewhere } from './known-elsewhere.js';
import { Comparing, NO_COMPARISON, type Added, type Comparison } from './comparison.js';
import type { Former } from './former-addresses.js';
import type { ImportPlan } from './import-plan.js';
import { LookedAt } from './looked-at.js';
import { PROBLEM_LIMIT_ROWS } from './reading-messages.js';
import { asStored } from './stored-schools.js';
import { elsewhereOf, emailedBy, isAskedUntold, keptOf, movesLine, taskOf, type Kept, type Line, type StaffTask } from './staff-wave.js';

/** What a row comes to: new here, asked to join from elsewhere, here and changed, or here as the file has it. Left out where nobody chose to import it. */
export type Outcome = 'added' | 'asked' | 'updated' | 'unchanged' | 'leftOut';
export type Outcomes = Readonly<Record<Outcome, number>>;

/** Something to know of a row. `about`: whose words it says; an answer that comes after they were erased leaves it out. */
export type Note = RowProblem & { readonly about?: PersonId };

/** What the rows of a plan would come to as things stand, each counted once, and of the first of them which. */
export interface Foreseen {
  readonly rows: Outcomes;
  readonly first: readonly Outcome[];
  /** Since when the people of the first rows are or would be members; empty for schools. */
  readonly from: readonly Day[];
  /** Who would be emailed an invitation if the import is confirmed with “Now”. */
  readonly emails: number;
  /** Of these: who is emailed whatever is chosen, as they know Alongside. Absent in results that were kept before it was told. */
  readonly emailsAtOnce?: number;
  /** Who is asked to join and was told nothing of Alongside: their first invitation asks them. */
  readonly emailsWaiting?: number;
  /** What rows of people who are here already say otherwise than the hub, which keeps its own, and new addresses for names that are here. */
  readonly notes: readonly Note[];
  readonly notesTotal: number;
  /** Who the first rows name as managers and tutors: their names by the addresses of the plan. */
  readonly names: Readonly<Record<string, string>>;
  /** The lines of the first rows that are left out, as `lineOf` calls them. */
  readonly withoutLines?: readonly string[];
  /** A staff list beside the members of its institution, each part as long as it is. */
  readonly comparison: Comparison;
  /** A register beside what the hub has. */
  readonly register: RegisterComparison;
  /** What it was compared with; absent of links, and once it is over. */
  readonly seen?: LookedAt;
}

/** “3 lineManager”: a line of a row. */
export const lineOf = (row: number, line: Line): string => `${row} ${line}`;

/** Rows of the preview. */
const FIRST_LIMIT_ROWS = 20;

export const NO_OUTCOMES: Outcomes = { added: 0, asked: 0, updated: 0, unchanged: 0, leftOut: 0 };

/** What a row of a register comes to by what it asks for. */
export const outcomeOfActs = (acts: readonly Act[]): Outcome =>
  acts.length === 0 ? 'unchanged' : acts[0]?.type === 'RegisterInstitution' ? 'added' : 'updated';

/** What a row of a staff file comes to by what it asks for, its managers aside. */
export const outcomeOfTask = ({ invite, joins, asked, describe, rename, correct }: StaffTask): Outcome =>
  asked !== undefined ? 'asked' : (joins ?? invite) !== undefined ? 'added' : (describe ?? rename ?? correct) ? 'updated' : 'unchanged';

/** Goes through all rows, with a turn of the event loop before each batch: tens of thousands are looked up. `importer`: told who may be known already. */
export async function foresee(
  plan: ImportPlan,
  look: HubReader,
  today: Day,
  importer?: Actor,
  former: readonly Former[] = [],
): Promise<Foreseen> {
  if (plan.kind === 'links') return foreseeLinks(plan, look);
  const rows = { ...NO_OUTCOMES };
  const first: Outcome[] = [];
  const people = plan.kind === 'staff' ? new People(plan, look, importer, former) : undefined;
  const alike = plan.kind === 'institutions' ? await alikeIn(plan.rows, plan.summary.closed, look) : NOTHING_ALIKE;
  // As nothing is chosen yet.
  const idOf = chosenIds(alike, undefined);
  const changes: SchoolChange[] = [];
  const trusts: TrustRenamed[] = [];
  const newTrusts = new Map<InstitutionId, string>();
  const schools = new LookedAt(look);
  for (const { here } of alike.schools) for (const { institution } of here) schools.addSchool(institution);
  const ofSchool = (planned: InstitutionImport) => {
    const row = asChosen(planned, idOf);
    if (!row) return 'leftOut';
    // Trusts come before their schools.
    if (row.details.kind === 'trust') newTrusts.set(row.institution, row.details.name);
    const change = changeOf(row, look, newTrusts);
    if (change) changes.push(change);
    const renamed = trustRenamed(row, look);
    if (renamed) trusts.push(renamed);
    schools.addSchool(asStored(row, look).institution);
    return change?.doubtful ? 'leftOut' : outcomeOfActs(actsForInstitution(row, look));
  };
  const outcomes =
    plan.kind === 'staff'
      ? mapped(plan.rows.batches(), (row) => people?.outcomeOf(row) ?? 'unchanged')
      : mapped(plan.rows.batches(), ofSchool);
  for (const batch of outcomes) {
    await setImmediate();
    for (const outcome of batch()) {
      rows[outcome] += 1;
      if (first.length < FIRST_LIMIT_ROWS) first.push(outcome);
    }
  }
  const comparison = { ...((await people?.settled()) ?? NO_COMPARISON), ...(former.length > 0 && { former }) };
  const toChoose = new Set(comparison.sameNames.map(({ row }) => row));
  rows.added -= toChoose.size;
  rows.leftOut += toChoose.size;
  return {
    rows,
    comparison,
    first: first.map((outcome, at) => (toChoose.has(people?.firstRows[at] ?? 0) ? 'leftOut' : outcome)),
    from: people?.from ?? [],
    emails: (people?.emails ?? 0) - toChoose.size,
    emailsAtOnce: people?.emailsAtOnce ?? 0,
    emailsWaiting: people?.emailsWaiting ?? 0,
    register:
      plan.kind === 'staff' ? NO_REGISTER : { alike, changes, trusts, closing: await closingOf(plan.summary, look, today), following: [] },
    notes: people?.notes ?? notesOfAlike(alike),
    notesTotal: people?.notesTotal ?? notesOfAlike(alike).length,
    names: Object.fromEntries(people?.names ?? []),
    withoutLines: people?.withoutLines ?? [],
    seen: people?.seen ?? schools,
  };
}

/** What a file of links says of the schools that are closed here. All of it is needed: chains lead through schools that the hub does not have. */
async function foreseeLinks({ rows }: Extract<ImportPlan, { kind: 'links' }>, look: HubReader): Promise<Foreseen> {
  const links: LinksImport[] = [];
  for (const batch of rows.batches()) {
    await setImmediate();
    links.push(...batch);
  }
  const following = await followingOf(links, look);
  const updated = following.filter(({ known, byHand }) => !known && !byHand).length;
  const leftOut = following.filter(({ byHand }) => byHand).length;
  return {
    rows: {
      ...NO_OUTCOMES,
      updated,
      leftOut,
      unchanged: following.length - updated - leftOut,
    },
    register: {
      ...NO_REGISTER,
      following,
    },
    first: [],
    from: [],
    emails: 0,
    notes: [],
    notesTotal: 0,
    names: {},
    comparison: NO_COMPARISON,
  };
}

function* mapped<Row>(batches: Iterable<readonly Row[]>, outcomeOf: (row: Row) => Outcome): Iterable<() => readonly Outcome[]> {
  for (const batch of batches) yield () => batch.map(outcomeOf);
}

/** Two people may have one name: this keeps no row out. */
const sayNamesake = (name: string): string => `${name} is another person here with the same name.`;

/** The rows of a staff list, one after the other. */
class People {
  readonly notes: Note[] = [];
  notesTotal = 0;
  emails = 0;
  emailsAtOnce = 0;
  emailsWaiting = 0;
  readonly from: Day[] = [];
  readonly firstRows: number[] = [];
  readonly names = new Map<string, string>();
  readonly withoutLines: string[] = [];
  readonly seen: LookedAt;
  readonly #headings: ReadonlyMap<ListField | null, string>;
  readonly #comparing: Comparing;
  /** Rows that are about another person than the member who had their address, as the importer said. */
  readonly #others: ReadonlySet<number>;
  /** Whom the file invites: any of its rows may name them. */
  readonly #asked = new Set<PersonId>();
  /** Who left before, and is left out unless a person chooses them. */
  readonly #back = new Set<PersonId>();
  readonly #withLines: StaffImport[] = [];

  constructor(
    private readonly plan: Extract<ImportPlan, { kind: 'staff' }>,
    private readonly look: HubReader,
    private readonly importer?: Actor,
    former: readonly Former[] = [],
  ) {
    this.#others = new Set(former.flatMap(({ row, another }) => (another === 'chosen' ? row : [])));
    this.#comparing = new Comparing(plan.institution, look, importer?.person);
    this.seen = new LookedAt(look);
    this.#headings = new Map(plan.summary.columns.map(({ as, heading, letter }) => [as, heading || `Column ${letter}`]));
    const lines = plan.rows.first(FIRST_LIMIT_ROWS).flatMap(({ lineManager, inductionTutor }) => [lineManager, inductionTutor]);
    for (const email of lines) if (email !== null) this.names.set(email, this.#nameOnHub(email) ?? '');
  }

  outcomeOf(row: StaffImport): Outcome {
    const { institution } = this.plan;
    const task = taskOf(row, institution, this.look);
    const email = comparableEmail(row.email);
    if (this.names.get(email) === '') this.names.set(email, row.name);
    const isBack = this.#comparing.takesBack(task);
    const outcome = isBack ? 'leftOut' : outcomeOfTask(task);
    this.seen.addRow(row, task.person, institution);
    if (outcome === 'unchanged' || outcome === 'updated')
      for (const kept of keptOf(task, institution, this.look)) this.#note(row, kept, task.person);
    if (task.asked !== undefined && !isBack) this.#asked.add(task.person);
    if (isBack) this.#back.add(task.person);
    // Few are: once all rows were read they are gone through in one go.
    if (elsewhereOf(row, institution, this.look).length > 0) this.#withLines.push(row);
    if (!isBack) this.#countEmail(task);
    if (this.firstRows.length < FIRST_LIMIT_ROWS) this.firstRows.push(row.row);
    if (this.from.length < FIRST_LIMIT_ROWS) this.from.push(this.#since(task) ?? row.from);
    const isMoved = outcome === 'unchanged' && movesLine(row, institution, task.person, this.look);
    const isHere = outcome === 'unchanged' || outcome === 'updated';
    if (isBack) return outcome;
    const namesake = task.invite && !this.#others.has(row.row) ? this.#comparing.namesakeOf(row) : undefined;
    this.#comparing.take(task, namesake, isHere);
    return isMoved ? 'updated' : outcome;
  }

  #countEmail(task: StaffTask): void {
    const { institution } = this.plan;
    const emailed = emailedBy(task, institution, this.look);
    if (emailed === undefined) return;
    this.emails += 1;
    if (emailed === 'at-once') this.emailsAtOnce += 1;
    else if (task.asked !== undefined || isAskedUntold(institution, task.person, this.look)) this.emailsWaiting += 1;
  }

  /** Once all rows were gone through. Whom the list names by another row is another person of that name, which is noted. */
  async settled(): Promise<Comparison> {
    const { institution } = this.plan;
    const isAsked = (person: PersonId) => this.#asked.has(person) || this.look.row('invitation', `${institution}:${person}`) !== undefined;
    for (const row of this.#withLines)
      for (const kept of elsewhereOf(row, institution, this.look, isAsked, (person) => this.#back.has(person))) {
        this.#note(row, kept);
        if (this.firstRows.includes(row.row)) this.withoutLines.push(lineOf(row.row, kept.field));
      }
    const { notSame, likely, ...comparison } = await this.#comparing.settled(this.plan);
    this.seen.addLeavers(
      comparison.gone.map(({ person }) => person),
      institution,
    );
    this.seen.addNamesakes(comparison.sameNames.flatMap(({ members }) => members));
    if (this.#comparing.called) this.seen.addCalled(this.#comparing.called);
    for (const one of notSame) this.#note({ row: one.row, name: one.who }, { field: 'email', said: sayNamesake(one.who) });
    for (const { row, who, person, said } of likely) this.#note({ row, name: who }, { field: 'email', said }, person);
    if (this.importer && comparison.added.length > 0) await this.#noteKnown(comparison.added, this.importer);
    return comparison;
  }

  /** Who is new here and may be known elsewhere. */
  async #noteKnown(added: readonly Added[], importer: Actor): Promise<void> {
    const elsewhere = new KnownElsewhere(importer, this.plan.institution, this.look);
    await elsewhere.read();
    for (const { row, who } of added) {
      const maybe = elsewhere.sayMaybe(who);
      if (maybe) this.#note({ row, name: who }, { field: 'email', said: maybe.said }, maybe.person);
    }
  }

  /** Since when a member is one: an import does not change it. */
  #since({ person }: StaffTask): Day | undefined {
    const member = this.look.row(memberView.name, memberId({ institution: this.plan.institution, person }));
    return member?.left === null ? member.from : undefined;
  }

  #note({ row, name: who }: Pick<StaffImport, 'row' | 'name'>, { field, said }: Kept, about?: PersonId): void {
    this.notesTotal += 1;
    const column = this.#headings.get(field);
    if (this.notes.length < PROBLEM_LIMIT_ROWS)
      this.notes.push({ row, who, ...(column && { column }), message: said, weight: 'note', ...(about && { about }) });
  }

  /** Managers who are not in the file are members here: the importer sees their names. */
  #nameOnHub(email: string): string | undefined {
    const person = personWith(email, this.look);
    return person && belongsAt(person, this.plan.institution, this.look) ? this.look.row('profile', person)?.name : undefined;
  }
}
