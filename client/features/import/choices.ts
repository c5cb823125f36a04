import { count } from '../../ui/index.js';
import type { ImportPreview, Outcomes, RegisterCompared } from './import-answers.js';
import { changesIn, countRows, type RegisterActs } from './say-import.js';

type StaffPreview = Extract<ImportPreview, { kind: 'staff' }>;
type Change = StaffPreview['comparison']['changes']['of'][number];

/** What a new address with the name of a member is: theirs, or another person’s. */
export type Who = 'new' | `same:${string}`;
const SAME = 'same:';
export const sameAs = (person: string): Who => `${SAME}${person}`;

/** What a person chose of a comparison, where that is not what happens by itself. */
export interface Choices {
  /** By `keyOf` of a change: whether the file’s words are taken. */
  readonly taken: ReadonlyMap<string, boolean>;
  /** By row. */
  readonly who: ReadonlyMap<number, Who>;
  readonly leftOut: ReadonlySet<number>;
  /** Rows of people who left before and are imported all the same. */
  readonly again: ReadonlySet<number>;
  readonly leave: ReadonlySet<string>;
  /** Rows of closing schools: not closed, closed without a day of the register, and followed by what is likely. */
  readonly notClosed: ReadonlySet<number>;
  readonly closeToday: ReadonlySet<number>;
  readonly follows: ReadonlySet<number>;
  /** Rows of a register that may be about another school, or say otherwise than was set by hand, and are imported all the same. */
  readonly sure: ReadonlySet<number>;
  /** Rows of closing schools, or of what followed them, that are taken over what was set by hand. */
  readonly overHand: ReadonlySet<number>;
  /** What may have been added by hand, by the id that the register gives it: one that is here, or another one. */
  readonly schools: ReadonlyMap<string, Who>;
}
export const NO_CHOICES: Choices = {
  taken: new Map(),
  who: new Map(),
  leftOut: new Set(),
  again: new Set<number>(),
  leave: new Set(),
  notClosed: new Set<number>(),
  closeToday: new Set<number>(),
  follows: new Set<number>(),
  sure: new Set<number>(),
  overHand: new Set<number>(),
  schools: new Map<string, Who>(),
};

export const keyOf = ({ row, field }: Change): string => `${row} ${field}`;

/** Whether a row of a person is left out with these choices. `toChoose`: it is, until it is chosen. */
export const isOut = (
  one: { readonly row: number; readonly toChoose?: true | undefined } | undefined,
  { leftOut, who }: Pick<Choices, 'leftOut' | 'who'>,
): boolean => one !== undefined && (leftOut.has(one.row) || (one.toChoose === true && !who.has(one.row)));

/** Whether a change is made: not where it needs a person who is left out. */
export const isTaken = (change: Change, choices: Choices): boolean =>
  !isOut(change.needs, choices) && (choices.taken.get(keyOf(change)) ?? change.byItself === true);

/** As the hub is told, by rows of the file. */
export function sentChoices({ comparison }: StaffPreview, choices: Choices) {
  const rowsOf = (field: Change['field'], isWanted: boolean) =>
    comparison.changes.of.filter((one) => one.field === field && isTaken(one, choices) === isWanted).map(({ row }) => row);
  return {
    leftOut: [...choices.leftOut],
    same: [...choices.who].filter(([, who]) => who.startsWith(SAME)).map(([row, who]) => ({ row, person: who.slice(SAME.length) })),
    newPeople: [...choices.who].filter(([, who]) => who === 'new').map(([row]) => row),
    again: [...choices.again],
    names: rowsOf('name', true),
    jobs: rowsOf('job', true),
    starts: rowsOf('start', true),
    keptManagers: rowsOf('lineManager', false),
    keptTutors: rowsOf('inductionTutor', false),
    keptJobs: comparison.changes.of.filter((one) => one.field === 'job' && one.byItself && !isTaken(one, choices)).map(({ row }) => row),
    leave: [...choices.leave],
  };
}
export type SentChoices = ReturnType<typeof sentChoices>;

/** Of a register. */
export const sentRegisterChoices = ({ leftOut, sure, notClosed, closeToday, follows, overHand, schools }: Choices) => ({
  leftOut: [...leftOut],
  names: [...sure],
  notClosed: [...notClosed],
  closeToday: [...closeToday],
  follows: [...follows],
  overHand: [...overHand],
  sameSchools: [...schools].flatMap(([planned, who]) => (who.startsWith(SAME) ? { planned, institution: who.slice(SAME.length) } : [])),
  newSchools: [...schools].flatMap(([planned, who]) => (who === 'new' ? planned : [])),
});
export type SentRegisterChoices = ReturnType<typeof sentRegisterChoices>;

type ClosingRow = RegisterCompared['closing']['of'][number];
type FollowingRow = RegisterCompared['following']['of'][number];

/** Whether a school closes with these choices. */
export const closes = ({ row, on, later, byHand }: ClosingRow, { notClosed, closeToday, overHand }: Choices): boolean => {
  if (later) return false;
  if (on === null) return closeToday.has(row);
  return byHand ? overHand.has(row) : !notClosed.has(row);
};

/** Whether a closed school is joined to what came after it. */
export const joins = ({ row, known, byHand }: FollowingRow, { notClosed, overHand }: Choices): boolean =>
  !known && (byHand ? overHand.has(row) : !notClosed.has(row));

export function registerActs(preview: Exclude<ImportPreview, StaffPreview>, choices: Choices): RegisterActs {
  const { closing, following } = preview.register;
  const closed = closing.of.filter((one) => closes(one, choices));
  const redated = closed.filter(({ was }) => was !== undefined).length;
  return {
    // Of links no row is one of a school.
    imported:
      preview.kind === 'links'
        ? 0
        : Math.max(0, changesIn(preview.foreseen) - choices.leftOut.size + choices.sure.size + choices.schools.size),
    // What was not sent closes unless a person says otherwise of it.
    closed: closed.length - redated + (closing.total - closing.of.length),
    redated,
    joined: following.of.filter((one) => joins(one, choices)).length,
  };
}

/** What the rows of a staff list come to with these choices, how many of them a person leaves out, and how many are of people who left before. */
export function outcomesWith(
  { foreseen, comparison }: StaffPreview,
  choices: Choices,
): { readonly of: Outcomes; readonly byChoice: number; readonly leftBefore: number } {
  const byRow = new Map<number, Change[]>();
  for (const change of comparison.changes.of) byRow.set(change.row, [...(byRow.get(change.row) ?? []), change]);
  const changed = [...byRow.values()].reduce(
    (sum, changes) => sum + Number(changes.some((one) => isTaken(one, choices))) - Number(changes.some(({ byItself }) => byItself)),
    0,
  );
  const fresh = [...choices.who.values()].filter((who) => who === 'new').length;
  const byChoice = choices.leftOut.size;
  const { total, of } = comparison.returning;
  const back = of.filter(({ row }) => choices.again.has(row));
  // What was chosen before a reload is sent as well where its rows are not here yet.
  const again = of.length < total ? Math.min(choices.again.size, total) : back.length;
  const invited = back.filter(({ asks }) => asks).length;
  return {
    byChoice,
    leftBefore: total - again,
    of: {
      ...foreseen,
      added: Math.max(0, foreseen.added + fresh + again - invited - byChoice),
      asked: foreseen.asked + invited,
      updated: Math.max(0, foreseen.updated + choices.who.size - fresh + changed),
      unchanged: Math.max(0, foreseen.unchanged - changed),
      leftOut: Math.max(0, foreseen.leftOut - choices.who.size - total),
    },
  };
}

/** Rows that change something with these choices. */
export function changesWith(preview: ImportPreview, choices: Choices): number {
  if (preview.kind === 'staff') return changesIn(outcomesWith(preview, choices).of);
  const { imported, closed, redated, joined } = registerActs(preview, choices);
  return imported + closed + redated + joined;
}

const CHANGED = { name: ['name', 'names'], job: ['job', 'jobs'], start: ['first day', 'first days'] } as const;
const LINES = { lineManager: ['line manager', 'line managers'], inductionTutor: ['induction tutor', 'induction tutors'] } as const;

/** What the button does with rows, in words: only people who are new are imported. */
export function sayRows(preview: StaffPreview, choices: Choices): string {
  const rows = changesWith(preview, choices);
  if (rows === 0) return '';
  const { added, asked } = outcomesWith(preview, choices).of;
  if (added + asked > 0) return `Import ${countRows('staff', rows)}`;
  const taken = preview.comparison.changes.of.filter((one) => isTaken(one, choices));
  const [field, ...others] = new Set(taken.map((one) => one.field));
  // Rows change by themselves as well: capitals, and what a newcomer does.
  if (field === undefined || others.length > 0 || taken.length !== rows) return `Update ${countRows('staff', rows)}`;
  const [one, several] = { ...CHANGED, ...LINES }[field];
  return `Change ${count(rows, one, several)}`;
}
