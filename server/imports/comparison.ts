import type { KeptOut } from '@alongside/domain/imports/staff-kept-out.js';
import { otherDomain, type OtherDomain } from '@alongside/domain/imports/odd-domains.js';
import { sharesName } from '@alongside/domain/imports/staff-likely.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import { nameBesideBrackets } from '@alongside/domain/imports/staff-rows.js';
import { IN_LIST } from '@alongside/domain/imports/which-list.js';
import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { comparableEmail, sortedByName } from '@alongside/domain/text/folding.js';
import { comparableName } from '@alongside/domain/text/names.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import { personView } from '@alongside/projections/views/person.view.js';
import { personWith } from './acts.js';
import type { ImportPlan } from './import-plan.js';
import { changesOf, type Change } from './member-changes.js';
import { likelyMembers, type LikelyMember, type NewRow } from './likely-members.js';
import { formerOwner, type Former } from './former-addresses.js';
import { KEPT_OUT_LIMIT_ROWS } from './reading-messages.js';
import { emailedBy, LINES, type Line, type StaffTask } from './staff-wave.js';

/** A new address for the name of a member whom the list does not name otherwise: one person, or two. */
export interface SameName {
  readonly row: number;
  readonly who: string;
  readonly email: string;
  /** Whose address it may be; null where several members, or several rows, have the name. */
  readonly person: PersonId | null;
  readonly below?: readonly Under[];
  /** All members of that name whom the list does not name. */
  readonly members: readonly PersonId[];
}

/** A member whom the list does not name. `left`: why the list keeps them out, in which rows. `perhaps`: by name alone, or not for sure. `stays`: the last administrator. */
export interface Gone {
  readonly person: PersonId;
  readonly name: string;
  readonly from: Day;
  readonly left?: string;
  readonly rows?: readonly number[];
  readonly perhaps?: true;
  /** They leave on a day that has not come. */
  readonly later?: true;
  readonly stays?: true;
}

/** Why a list says that a member has left, and in which rows. */
interface Left {
  readonly why: string;
  readonly rows: readonly number[];
  /** By the name alone, or by a row that is not sure that they have left. */
  readonly isPerhaps?: true;
  readonly isLater?: true;
}

/** What a row says of a person who has the name of a member, and neither the address nor anything else of them. */
const sayPerhaps = (row: number, keptOut: KeptOut | undefined, called: number): string =>
  [
    `Perhaps the person of row ${row}, who has the same name${keptOut?.email ? ` (${keptOut.email})` : ''}.`,
    called > 1 && `${called} members have it.`,
    keptOut?.left !== IN_LIST && keptOut?.left?.replace(/[^.]$/, '$&.'),
  ]
    .filter(Boolean)
    .join(' ');

/** A person who is new. */
export interface Added {
  readonly row: number;
  readonly who: string;
  readonly email: string;
  /** Who names them as a manager or tutor. */
  readonly below?: readonly Under[];
}

/** A person whose row names another row as their manager or tutor. `isNew`: they are no member yet. */
export interface Under {
  readonly row: number;
  readonly who: string;
  readonly line: Line;
  readonly isNew?: true;
}
/** Of one person so many are told: a trust has more people under one leader. */
const BELOW_LIMIT_ROWS = 200;

/** A row of a person who was a member and left, or was removed: left out unless a person chooses them. `asks`: they are invited then. */
export interface Returning {
  readonly row: number;
  readonly who: string;
  readonly email: string;
  readonly left: Day;
  readonly asks?: true;
  /** They were told of Alongside: chosen, they are emailed at once. */
  readonly told?: true;
  readonly person: PersonId;
}

/** A member whose name a list writes otherwise, which is taken. */
export interface Renamed {
  readonly row: number;
  readonly was: string;
  readonly now: string;
  readonly person: PersonId;
}

/** A list beside what the hub knows. */
export interface Comparison {
  readonly added: readonly Added[];
  readonly returning: readonly Returning[];
  readonly changes: readonly Change[];
  /** Names that are written as the list has them, of members who have not signed in; absent where there are none. */
  readonly renamed?: readonly Renamed[];
  readonly sameNames: readonly SameName[];
  readonly gone: readonly Gone[];
  /** Rows that are kept out and name no member who is found: they may be about some of those who seem to be gone. */
  readonly unread: readonly { readonly row: number }[];
  /** New people whose start date is left out: they would be members from today. */
  readonly undated: readonly { readonly row: number; readonly who: string }[];
  readonly otherDomain?: OtherDomain;
  /** Rows with an earlier address of a member; absent where there are none. */
  readonly former?: readonly Former[];
  /** Rows of a list of leavers that name no member, or that may name several. */
  readonly unmatched?: readonly { readonly row: number; readonly several?: true }[];
}
export const NO_COMPARISON: Comparison = { added: [], returning: [], changes: [], sameNames: [], gone: [], unread: [], undated: [] };

/** What each part of a comparison shows one by one: more than a person looks through. */
export const COMPARED_LIMIT_ROWS = 500;

/** The rows of a staff list as they are gone through, beside the members of its institution. */
export class Comparing {
  readonly #added: Added[] = [];
  readonly #returning: Returning[] = [];
  readonly #newRows: NewRow[] = [];
  readonly #changes: Change[] = [];
  readonly #renamed: Renamed[] = [];
  readonly #maybeSame: Added[] = [];
  readonly #addresses: string[] = [];
  readonly #undated: { readonly row: number; readonly who: string }[] = [];
  readonly #named = new Set<PersonId>();
  /** By the address of whom they name. */
  readonly #below = new Map<string, Under[]>();
  #members: MembersByName | undefined;

  constructor(
    private readonly institution: InstitutionId,
    private readonly look: HubReader,
    /** The importer is here: not offered as having left, unless the list says so. */
    private readonly importer?: PersonId,
  ) {}

  /** The name of a member whom a newcomer is called like; undefined for anybody else. */
  namesakeOf(row: StaffImport): string | undefined {
    this.#members ??= membersByName(this.institution, this.look);
    return this.#members.get(comparableName(row.name))?.[0]?.name;
  }

  /** Everybody whose names were looked at; undefined where no row was of a new person. */
  get called(): readonly PersonId[] | undefined {
    return this.#members && [...this.#members.values()].flatMap((all) => all.map(({ person }) => person));
  }

  /** Takes a row that brings back a person who left; false where it is none. */
  takesBack(task: StaffTask): boolean {
    const { row, person, joins, asked } = task;
    const left = this.look.row(memberView.name, `${this.institution}:${person}`)?.left ?? null;
    if (left === null || (joins ?? asked) === undefined) return false;
    const told = emailedBy(task, this.institution, this.look) === 'at-once' && { told: true as const };
    this.#returning.push({
      row: row.row,
      who: row.name,
      email: row.email,
      left,
      ...(asked !== undefined && { asks: true }),
      ...told,
      person,
    });
    this.#named.add(person);
    this.#takeAbove(task);
    return true;
  }

  #takeAbove({ row, invite }: StaffTask): void {
    for (const line of LINES)
      if (row[line] !== null) this.#isBelow(row[line], { row: row.row, who: row.name, line, ...(invite && { isNew: true }) });
  }

  take(task: StaffTask, namesake: string | undefined, isChanged: boolean): void {
    const { row, person } = task;
    const one = { row: row.row, who: row.name, email: row.email };
    this.#addresses.push(row.email);
    this.#takeAbove(task);
    if (namesake !== undefined) return void this.#maybeSame.push(one);
    if (row.startLeftOut && (task.joins ?? task.asked) !== undefined) this.#undated.push({ row: row.row, who: row.name });
    if (task.invite) {
      const { name, names, jobTitle, startDate, lineManager } = row;
      this.#newRows.push({ row: row.row, name, names, jobTitle, startDate, lineManager });
      return void this.#added.push(one);
    }
    this.#named.add(person);
    if (!isChanged) return;
    this.#changes.push(...changesOf(task, this.institution, this.look));
    const was = task.rename && this.look.row('person', person)?.name;
    if (was) this.#renamed.push({ row: row.row, was, now: row.name, person });
  }

  #isBelow(above: string, one: Under): void {
    const key = comparableEmail(above);
    const all = this.#below.get(key) ?? [];
    if (all.length < BELOW_LIMIT_ROWS) this.#below.set(key, [...all, one]);
  }

  readonly #withBelow = <One extends Added>(one: One): One => {
    const below = this.#below.get(comparableEmail(one.email))?.filter(({ row }) => row !== one.row) ?? [];
    return below.length > 0 ? { ...one, below } : one;
  };

  /** Managers and tutors who are new are told by their names and rows. */
  #changesBeside(newPeople: readonly Added[], toChoose: readonly Added[]): readonly Change[] {
    const rows = new Map([...newPeople, ...toChoose].map((one) => [comparableEmail(one.email), one]));
    const choosing = new Set(toChoose.map(({ row }) => row));
    return this.#changes.map((change) => {
      const needed = change.people.length < 3 && isLine(change.field) ? rows.get(comparableEmail(change.now)) : undefined;
      if (!needed) return change;
      return { ...change, now: needed.who, needs: { row: needed.row, ...(choosing.has(needed.row) && { toChoose: true as const }) } };
    });
  }

  /** With `keptOut` of the plan, whom the list names as well. */
  async settled({
    summary,
    rows,
  }: ImportPlan): Promise<Comparison & { readonly notSame: readonly Added[]; readonly likely: readonly LikelyMember[] }> {
    const keptOut = this.#findKeptOut(summary.keptOut);
    const { sameNames, notSame, maybe } = this.#namesakes(keptOut.left);
    // A member who has left, as the list says, can be removed, also where another row has their name.
    const named = new Set([...this.#named, ...[...maybe].filter((person) => !keptOut.left.has(person)), ...keptOut.named]);
    // Where no row can be read, or more are kept out than are told, nothing is known of those who are not found.
    const isRead = rows.length > 0 && summary.keptOut.length < KEPT_OUT_LIMIT_ROWS;
    const gone = this.#goneBeside(named, keptOut.left).filter(({ left }) => isRead || left !== undefined);
    const other = otherDomain(this.#addressesHere(), this.#addresses);
    return {
      added: [...this.#added, ...notSame].map(this.#withBelow),
      returning: this.#returning,
      changes: this.#changesBeside([...this.#added, ...notSame], sameNames),
      sameNames: sameNames.map(this.#withBelow),
      // Whom the file says to have left come first: those are looked for.
      gone: sortedByName(gone, ({ name }) => name).toSorted((a, b) => sureness(b) - sureness(a)),
      unread: gone.some(({ left }) => left === undefined) ? keptOut.unread : [],
      undated: this.#undated,
      ...(other && { otherDomain: other }),
      ...(this.#renamed.length > 0 && { renamed: this.#renamed }),
      ...(summary.list?.as === 'leavers' && { unmatched: keptOut.unmatched }),
      notSame,
      likely: await likelyMembers(this.#newRows, this.institution, new Set([...named, ...keptOut.left.keys()]), this.look),
    };
  }

  #addressesHere(): readonly string[] {
    const members = this.look.rows(memberView.name, { institution: this.institution }).filter(({ left }) => left === null);
    return members.flatMap(({ person }) => this.look.row('account', person)?.email ?? []);
  }

  /** Whom rows that are kept out name: by address, or else by name, for the address may be what could not be read. */
  #findKeptOut(keptOut: readonly KeptOut[]): {
    readonly named: ReadonlySet<PersonId>;
    readonly left: ReadonlyMap<PersonId, Left>;
    readonly unread: readonly { readonly row: number }[];
    readonly unmatched: NonNullable<Comparison['unmatched']>;
  } {
    const left = new Map<PersonId, Left>();
    // Of members here alone: whose any other address is, and whether it is anybody’s, the importer may not know.
    const byAddress = keptOut.map(({ email, name }) => {
      const person = email === undefined ? undefined : (personWith(email, this.look) ?? this.#formerlyWith(email, name));
      return person && this.look.row(memberView.name, `${this.institution}:${person}`)?.left === null ? person : undefined;
    });
    keptOut.forEach(({ row, left: why, isLater, isUnsure }, at) => {
      const person = byAddress[at];
      if (person && why === undefined) this.#named.add(person);
      else if (person && why !== undefined) {
        const before = left.get(person);
        const now: Left = { why, rows: [row], ...(isLater && { isLater }), ...(isUnsure && { isPerhaps: true }) };
        // One row that is not sure of it makes the others so.
        const kept = before?.isPerhaps || before?.isLater ? before : now;
        left.set(person, { ...kept, rows: [...(before?.rows ?? []), row] });
      }
    });
    const named = new Set<PersonId>();
    const unread = new Set<number>();
    const found = new Set<number>();
    const unmatched = new Map<number, NonNullable<Comparison['unmatched']>[number]>();
    const isNamed = keptOut.some(({ name }) => name !== undefined);
    const members = isNamed ? membersByName(this.institution, this.look, nameBesideBrackets) : NO_MEMBERS;
    keptOut.forEach(({ row, name, left: why, isKnown, isLater }, at) => {
      const all = name === undefined ? [] : (members.get(name) ?? []);
      // One whose name and address go together is no namesake.
      const isOwn = all.some(({ person }) => person === byAddress[at]);
      const called = isOwn ? [] : all.map(({ person }) => person).filter((person) => !this.#named.has(person) && !left.has(person));
      // The personnel system takes the address from a person who leaves: their name is what is left of them. Which of several it is, a person says.
      for (const person of called)
        if (why === undefined || byAddress[at]) named.add(person);
        else left.set(person, { why: sayPerhaps(row, keptOut[at], called.length), rows: [], isPerhaps: true, ...(isLater && { isLater }) });
      const isSeveral = !byAddress[at] && called.length > 1;
      if (isSeveral || (!byAddress[at] && all.length === 0)) unmatched.set(row, { row, ...(isSeveral && { several: true as const }) });
      if (byAddress[at] || all.length > 0 || isKnown) found.add(row);
      else if (why === undefined) unread.add(row);
    });
    return {
      named,
      left,
      unmatched: [...unmatched.values()],
      unread: [...unread].filter((row) => !found.has(row)).map((row) => ({ row })),
    };
  }

  /** The member who had an address before, where nothing says that it is another person’s by now. */
  #formerlyWith(email: string, name: string | undefined): PersonId | undefined {
    const person = formerOwner(email, this.institution, this.look)?.person;
    const had = person && this.look.row('profile', person);
    return had && (name === undefined || sharesName({ name }, had)) ? person : undefined;
  }

  /** Newcomers who are called like members whom the list does not name otherwise, and those who are not. Of several, one who left has no new address. */
  #namesakes(left: ReadonlyMap<PersonId, Left>): {
    readonly sameNames: readonly SameName[];
    readonly notSame: readonly Added[];
    readonly maybe: ReadonlySet<PersonId>;
  } {
    const [sameNames, notSame]: [SameName[], Added[]] = [[], []];
    const maybe = new Set<PersonId>();
    const called = new Map<string, number>();
    for (const { who } of this.#maybeSame) called.set(comparableName(who), (called.get(comparableName(who)) ?? 0) + 1);
    for (const one of this.#maybeSame) {
      const unnamed = (this.#members?.get(comparableName(one.who)) ?? []).filter(({ person }) => !this.#named.has(person));
      const here = unnamed.filter(({ person }) => !left.has(person));
      const free = here.length > 0 ? here : unnamed;
      for (const { person } of free) maybe.add(person);
      const isOnly = free.length === 1 && called.get(comparableName(one.who)) === 1;
      if (free.length > 0)
        sameNames.push({ ...one, person: isOnly ? (free[0]?.person ?? null) : null, members: free.map(({ person }) => person) });
      else notSame.push(one);
    }
    return { sameNames, notSame, maybe };
  }

  #goneBeside(named: ReadonlySet<PersonId>, left: ReadonlyMap<PersonId, Left>): readonly Gone[] {
    const members = this.look.rows(memberView.name, { institution: this.institution }).filter((member) => member.left === null);
    const administrators = members.filter(({ roles }) => roles.includes('administrator'));
    const last = administrators.length === 1 && !this.look.row('institution', this.institution)?.closed ? administrators[0]?.person : null;
    return members.flatMap(({ person, from }): readonly Gone[] => {
      if (named.has(person)) return [];
      const said = left.get(person);
      if (!said && person === this.importer) return [];
      const name = this.look.row('person', person)?.name ?? '';
      if (!name) return [];
      return [
        {
          person,
          name,
          from,
          ...(said && {
            left: said.why,
            rows: said.rows,
            ...(said.isPerhaps && { perhaps: true as const }),
            ...(said.isLater && { later: true as const }),
          }),
          ...(person === last && { stays: true }),
        },
      ];
    });
  }
}

const isLine = (field: Change['field']): boolean => LINES.some((line) => line === field);

/** How surely the list says that a member has left. */
const sureness = ({ left, perhaps, later }: Gone): number => (left === undefined ? 0 : perhaps ? 1 : later ? 2 : 3);

type MembersByName = ReadonlyMap<string, readonly { readonly person: PersonId; readonly name: string }[]>;
const NO_MEMBERS: MembersByName = new Map();

/** Members by their names, as they are compared. */
export function membersByName(
  institution: InstitutionId,
  look: HubReader,
  keyOf: (name: string) => string = comparableName,
): MembersByName {
  const found = new Map<string, { readonly person: PersonId; readonly name: string }[]>();
  for (const { person, name } of look.rows(personView.name, { institutions: institution })) {
    // What the view keeps for itself lies in the same index and has no name.
    if (!name) continue;
    const key = keyOf(name);
    found.set(key, [...(found.get(key) ?? []), { person, name }]);
  }
  return found;
}
