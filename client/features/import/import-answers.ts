import type { CorrectedCell } from '@alongside/domain/imports/columns.js';
import type { NationsSaid } from '@alongside/domain/imports/nations-of-rows.js';
import type { FormulaCells } from '@alongside/domain/imports/formulas.js';
import type { ChosenColumns, Column } from '@alongside/domain/imports/staff-fields.js';
import type { OtherDomain } from '@alongside/domain/imports/odd-domains.js';
import type { ListGuess, ListOf } from '@alongside/domain/imports/which-list.js';
import type { ToldApart } from '@alongside/domain/imports/told-apart.js';
import type { InstitutionDetails, Nation } from '@alongside/domain/institutions/institution.events.js';

/** One thing wrong with one row, in words. The first row of a file, its headers, is row 1. */
export interface RowProblem {
  readonly row: number;
  /** Whose row it is, where a name could be read in it. */
  readonly who?: string;
  readonly column?: string;
  /** Where a cell can be corrected: the letter of its column, what it holds, and what it may be meant to hold. */
  readonly letter?: string;
  readonly text?: string;
  readonly choices?: readonly string[];
  readonly message: string;
  readonly weight: 'error' | 'left' | 'pupil' | 'note';
  /** A note about something that the row asks for and that the import does not do. */
  readonly isUndone?: true;
  /** Its person would be added, and can be left out instead. */
  readonly isNew?: true;
}

/** What a row comes to: new here, asked to join from elsewhere, here and changed, or here as the file has it. */
export type RowOutcome = 'added' | 'asked' | 'updated' | 'unchanged' | 'leftOut';
export type Outcomes = Readonly<Record<RowOutcome, number>>;

/** A column of the file with its first cells that are not empty. */
export type SeenColumn = Column & { readonly sample: readonly string[]; readonly formulas?: FormulaCells };

/** What a person says of a file: what its columns hold, and what single cells should. */
export interface FileSaid {
  readonly columns: ChosenColumns;
  readonly cells: readonly CorrectedCell[];
  /** Whose register it is. */
  readonly nation?: Nation | undefined;
  /** Whom a staff list names. */
  readonly list?: ListOf | undefined;
  /** Rows with an earlier address of a member that are about another person. */
  readonly another?: readonly number[] | undefined;
  /** The sheet that the rest is said of. Alone: another sheet that is to be read. */
  readonly sheet?: string | undefined;
}

/** How far an import has come: each row that is done is counted once. */
export interface ImportProgress extends Outcomes {
  readonly status: 'planned' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly rows: number;
  readonly done: number;
  readonly notImported: number;
  /** Members who left, as the importer chose. */
  readonly gone: number;
  /** Members whose email address changed, as the importer chose. */
  readonly newAddresses?: number;
  /** Schools that closed, or whose successors are known now. */
  readonly closed: number;
  readonly refused: readonly RowProblem[];
  /** It ended before the managers and tutors of people in it were set. */
  readonly linesLeft?: true;
  /** What it did, by name, as far as it is told; once it is over. */
  readonly did?: Done;
  /** What staff are told: how many were sent an email, and on which day others are. Absent for schools, and where nothing is known of it. */
  readonly told?: Told | undefined;
}

/** A person to whom an import did something. */
export interface Named {
  readonly person: string;
  readonly name: string;
}

/** By name, the first of each kind. */
export interface Done {
  readonly added?: readonly Named[];
  readonly asked?: readonly Named[];
  readonly updated?: readonly Named[];
  readonly gone?: readonly Named[];
  readonly readdressed?: readonly Named[];
  /** Whom the importer left out, and how many they are; hubs before did not count them apart. */
  readonly leftOut?: readonly string[];
  readonly leftOutTotal?: number;
  /** Who was left out because nothing was chosen of them. */
  readonly undecided?: readonly string[];
  readonly undecidedTotal?: number;
  /** Who left before and was not chosen. */
  /** Members who have left by the list, and were not chosen to leave. Absent from older hubs. */
  readonly stayed?: readonly string[];
  readonly stayedTotal?: number;
  readonly leftBefore?: readonly string[];
  readonly leftBeforeTotal?: number;
  /** Who has not the manager or tutor of the list, because that person was left out: members keep whom they have. */
  readonly below?: readonly {
    readonly above: string;
    readonly line: 'lineManager' | 'inductionTutor';
    readonly kept: readonly string[];
    readonly none: readonly string[];
  }[];
}

/** Emails to new colleagues. `on`: the day on which `planned` people are sent one. */
export interface Told {
  readonly emailed: number;
  /** Of these: who knew Alongside, and was emailed whatever was chosen. */
  readonly atOnce?: number;
  /** Asked to join with their first invitation, which they have not had. */
  readonly waiting?: number;
  readonly planned: number;
  readonly on: string | null;
}

export interface SchoolRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly institution: string;
  readonly details: {
    readonly name: string;
    readonly kind: string;
    readonly phase?: string;
    readonly town?: string;
    readonly reference?: string;
  };
  readonly trust?: string;
}

/** A row as it will be where nothing is chosen otherwise. */
export interface StaffRow {
  readonly outcome: RowOutcome;
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  /** As the file has it. */
  readonly startDate?: string | null;
  /** Since when they are or would be a member. */
  readonly from: string;
  /** Null where those of a member stay. */
  readonly subjects: readonly string[] | null;
  /** By name where it is known. */
  readonly lineManager: string | null;
  readonly inductionTutor: string | null;
}

/** A part of a comparison: how long it is, and the first of it. */
interface Part<One> {
  readonly total: number;
  readonly of: readonly One[];
}

/** A person whose row names another row as their manager or tutor. `isNew`: they are no member yet. */
export interface Under {
  readonly row: number;
  readonly who: string;
  readonly line: 'lineManager' | 'inductionTutor';
  readonly isNew?: true;
}

/** A staff list beside the members of its institution. */
export interface Compared {
  readonly added: Part<{ readonly row: number; readonly who: string; readonly email: string; readonly below?: readonly Under[] }>;
  /** People who left before, since when, and whether they are asked: left out unless they are chosen. */
  readonly returning: Part<{
    readonly row: number;
    readonly who: string;
    readonly email: string;
    readonly left: string;
    readonly asks?: true;
    /** They were told of Alongside: chosen, they are emailed at once. */
    readonly told?: true;
  }>;
  readonly changes: Part<{
    readonly row: number;
    readonly who: string;
    readonly field: 'name' | 'job' | 'start' | 'lineManager' | 'inductionTutor';
    readonly was: string;
    readonly now: string;
    /** Made unless a person keeps what is; others are made only where a person says so. */
    readonly byItself?: true;
    /** The row of a new person whom it needs, who may be left out. */
    readonly needs?: { readonly row: number; readonly toChoose?: true };
  }>;
  /** New addresses for the names of members. `isOne`: only one member it may be, and no other row. */
  readonly sameNames: Part<{
    readonly row: number;
    readonly who: string;
    readonly email: string;
    readonly isOne: boolean;
    readonly below?: readonly Under[];
    readonly members: readonly (ToldApart & { readonly person: string; readonly uninvited?: true })[];
  }>;
  /** `left`: what the file says of their leaving. */
  readonly gone: Part<
    ToldApart & {
      readonly person: string;
      readonly name: string;
      readonly from: string;
      readonly left?: string;
      /** By the name alone. */
      readonly perhaps?: true;
      /** On a day that has not come. */
      readonly later?: true;
      readonly rows?: readonly number[];
      readonly stays?: true;
    }
  >;
  /** Rows that could not be read, and may be about some of those who seem to be gone. */
  readonly unread: Part<{ readonly row: number }>;
  /** New people whose start date is left out. */
  readonly undated: Part<{ readonly row: number; readonly who: string }>;
  /** Rows with an earlier address of a member, who `has` another `since` a day. `another`: why they are new people; absent in what older hubs answer. */
  readonly former?: Part<{
    readonly row: number;
    readonly who: string;
    readonly email: string;
    readonly name: string;
    readonly has?: string;
    readonly since?: string;
    readonly another?: 'chosen' | 'name' | 'listed';
  }>;
}

/** Since when the school of a staff list is closed, and the open schools that follow it. `may`: where this person imports lists. */
export interface ClosedSchool {
  readonly on: string;
  readonly followedBy: readonly { readonly institution: string; readonly name: string; readonly may: boolean }[];
}

/** A register beside what the hub has. */
export interface RegisterCompared {
  /** What may be here already, added by hand: left out unless it is chosen. `planned`: the id that the register gives it. Absent in what older hubs answer. */
  readonly alike?: Part<{
    readonly row: number;
    readonly planned: string;
    readonly who: string;
    readonly kind: InstitutionDetails['kind'];
    readonly town?: string;
    readonly postcode?: string;
    readonly reference: string;
    /** Several here have its number, and so it is no other one. */
    readonly byNumber?: true;
    readonly here: readonly {
      readonly institution: string;
      readonly name: string;
      readonly town?: string;
      readonly postcode?: string;
      readonly reference?: string;
      readonly closed?: string;
    }[];
  }>;
  /** `doubtful`: another school under the same number perhaps, or one that `reopens`; left out unless it is chosen. */
  readonly changes: Part<{
    readonly row: number;
    readonly who: string;
    /** Its number in the file. */
    readonly reference: string;
    readonly what: readonly { readonly field: string; readonly was: string; readonly now: string }[];
    readonly doubtful: boolean;
    readonly reopens?: true;
    /** What of it was set by hand. */
    readonly byHand?: readonly string[];
  }>;
  /** `on`: null where the register has no day, or `saidOn` that is none. `later`: it has not come. `maybe`: what may have come after it. */
  readonly closing: Part<{
    readonly row: number;
    readonly who: string;
    readonly on: string | null;
    readonly saidOn?: string;
    /** Both days that this may be. */
    readonly either?: readonly string[];
    readonly later?: true;
    readonly maybe?: string;
    /** The day on which it closed here, where the register has another. `byHand`: that day, or that it is open again, was set by hand. */
    readonly was?: string;
    readonly byHand?: true;
    readonly people: number;
  }>;
  readonly following: Part<{
    readonly row: number;
    readonly who: string;
    readonly on: string;
    readonly names: readonly string[];
    /** Came after it and are closed, too. */
    readonly closed: readonly string[];
    readonly missing: readonly string[];
    readonly known: boolean;
    /** What was said by hand that followed it, where the file says otherwise. */
    readonly byHand?: readonly string[];
  }>;
}

/** What a file would do, before it is confirmed. */
export type ImportPreview = ImportProgress & {
  readonly id: string;
  /** Which reading of the list this is: what is chosen is said of it alone. */
  readonly reading: number;
  /** It was confirmed, and Alongside restarted before it was over. */
  readonly stopped?: true;
  /** It is over, and an account was deleted since: only its counts are kept. */
  readonly withoutWords?: true;
  readonly encoding: string;
  /** The row of the headings. */
  readonly headingsRow: number;
  /** Which sheet of a workbook was read, beside which others, and how many of its rows are hidden in the spreadsheet. */
  readonly sheet?: {
    readonly name: string;
    readonly others: readonly string[];
    /** It is hidden in the spreadsheet, and no other has a list. */
    readonly isHidden?: true;
    readonly withRows?: readonly string[];
    readonly hiddenRows: number;
  };
  readonly problems: readonly RowProblem[];
  readonly problemsTotal: number;
  /** Rows that are kept out, each counted once. */
  readonly rowsWithErrors: number;
  /** Rows of people who are here no longer; absent where there can be none. */
  readonly rowsOfLeavers?: number;
  /** Rows of accounts of pupils and students. */
  readonly rowsOfPupils?: number;
  /** Cells that were corrected here. */
  readonly cells: readonly CorrectedCell[];
  /** What the rows would come to, as things stood when the file was read. */
  readonly foreseen: Outcomes;
  /** Who would be emailed if it is confirmed with “Now”, those with an account already included. */
  readonly emails: number;
  /** Of these: who is emailed whatever is chosen, and who is asked to join with their first invitation. Absent in what older hubs answer. */
  readonly emailsAtOnce?: number;
  readonly emailsWaiting?: number;
} & (
    | {
        /** A register, or England’s file of links between its schools. */
        readonly kind: 'institutions' | 'links';
        readonly sample: readonly SchoolRow[];
        readonly notOpen: number;
        readonly columns: readonly SeenColumn[];
        readonly columnsTotal: number;
        readonly nation?: Nation;
        /** Of the nations of its rows; absent in what older hubs answer. */
        readonly nations?: NationsSaid;
        /** Whether its columns can be chosen: a file that is too large is not kept for it. */
        readonly canChoose: boolean;
        /** Links that say nothing of successors. */
        readonly otherLinks: number;
        readonly register: RegisterCompared;
      }
    | {
        readonly kind: 'staff';
        readonly institution: string;
        /** Whom it names, and what that was taken from; absent in what older hubs answer. */
        readonly list?: { readonly as: ListOf; readonly guess: ListGuess };
        /** Set where it has closed: nothing is imported there. */
        readonly closedSchool?: ClosedSchool;
        readonly sample: readonly StaffRow[];
        readonly columns: readonly SeenColumn[];
        readonly columnsTotal: number;
        /** The letters of columns that are read as in an earlier list of the institution. */
        readonly remembered: readonly string[];
        /** Columns without a heading that an earlier list had beside other headings; absent in what older hubs answer. */
        readonly notRemembered?: readonly string[];
        readonly comparison: Compared;
        readonly otherDomain?: OtherDomain;
        /** Who invites its people: null for nobody yet. Absent in what older hubs answer. */
        readonly desk?: 'coordinator' | 'administrator' | null;
      }
  );
