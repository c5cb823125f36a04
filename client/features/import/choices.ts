import { changesIn, type ImportPreview } from './import-answers.js';

type StaffPreview = Extract<ImportPreview, { kind: 'staff' }>;
type Change = StaffPreview['comparison']['changes']['of'][number];

/** What a new address with the name of a member is: theirs, or another person’s. */
export type Who = 'same' | 'new';

/** What a person chose of a comparison, where that is not what happens by itself. */
export interface Choices {
  /** By `keyOf` of a change: whether the file’s words are taken. */
  readonly taken: ReadonlyMap<string, boolean>;
  /** By row. */
  readonly who: ReadonlyMap<number, Who>;
  readonly leftOut: ReadonlySet<number>;
  readonly leave: ReadonlySet<string>;
}
export const NO_CHOICES: Choices = { taken: new Map(), who: new Map(), leftOut: new Set(), leave: new Set() };

export const keyOf = ({ row, field }: Change): string => `${row} ${field}`;
export const isLine = ({ field }: Change): boolean => field === 'lineManager' || field === 'inductionTutor';

/** Whether a change is made: a line unless a person keeps it, a name or a job only where a person says so. */
export const isTaken = (change: Change, { taken }: Choices): boolean => taken.get(keyOf(change)) ?? isLine(change);

/** As the hub is told, by rows of the file. */
export function sentChoices({ comparison }: StaffPreview, choices: Choices) {
  const rowsOf = (field: Change['field'], isWanted: boolean) =>
    comparison.changes.of.filter((one) => one.field === field && isTaken(one, choices) === isWanted).map(({ row }) => row);
  const whoAre = (who: Who) => [...choices.who].filter(([, one]) => one === who).map(([row]) => row);
  return {
    leftOut: [...choices.leftOut],
    same: whoAre('same'),
    newPeople: whoAre('new'),
    names: rowsOf('name', true),
    jobs: rowsOf('job', true),
    keptManagers: rowsOf('lineManager', false),
    keptTutors: rowsOf('inductionTutor', false),
    leave: [...choices.leave],
  };
}
export type SentChoices = ReturnType<typeof sentChoices>;

/** Rows that change something with these choices. */
export function changesWith(preview: ImportPreview, choices: Choices): number {
  if (preview.kind !== 'staff') return changesIn(preview.foreseen);
  const byRow = new Map<number, Change[]>();
  for (const change of preview.comparison.changes.of) byRow.set(change.row, [...(byRow.get(change.row) ?? []), change]);
  let more = choices.who.size - choices.leftOut.size;
  for (const changes of byRow.values()) {
    // A row with a line counts as changed by itself.
    more += Number(changes.some((one) => isTaken(one, choices))) - Number(changes.some(isLine));
  }
  return Math.max(0, changesIn(preview.foreseen) + more);
}
