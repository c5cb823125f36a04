import type { JSX } from 'solid-js';
import { subjectName } from '@alongside/domain/uk/taxonomy/subjects.js';
import { dayOf, sayDateShort, Table } from '../../ui/index.js';
import { CorrectRow } from './correct-row.js';
import { isOut, isTaken, type Choices } from './choices.js';
import type { ImportPreview, RowOutcome, SchoolRow, StaffRow } from './import-answers.js';

const OUTCOMES: Readonly<Record<RowOutcome, string>> = {
  added: 'New',
  asked: 'To invite',
  updated: 'To update',
  unchanged: 'Already here',
  leftOut: 'To choose',
};

/** What a row comes to with what was chosen of it. */
function resultOf(of: Pick<StaffRow, 'row' | 'outcome'> & { readonly planned?: string }, preview: ImportPreview, choices: Choices): string {
  const { row, outcome, planned = '' } = of;
  const school = choices.schools.get(planned);
  if (school) return school === 'new' ? OUTCOMES.added : OUTCOMES.updated;
  if (choices.leftOut.has(row)) return 'Left out';
  const who = choices.who.get(row);
  const back = preview.kind === 'staff' ? preview.comparison.returning.of.find((one) => one.row === row) : undefined;
  if (back) return choices.again.has(row) ? OUTCOMES[back.asks ? 'asked' : 'added'] : 'Left before';
  if (outcome === 'leftOut' && who) return who === 'new' ? 'New' : 'New email address';
  if (outcome === 'leftOut' && choices.sure.has(row)) return 'To update';
  if (preview.kind !== 'staff' || outcome !== 'unchanged') return OUTCOMES[outcome];
  return preview.comparison.changes.of.some((one) => one.row === row && isTaken(one, choices)) ? 'To update' : OUTCOMES[outcome];
}

type StaffCompared = Extract<ImportPreview, { kind: 'staff' }>['comparison'];
type Field = 'name' | 'job' | 'lineManager' | 'inductionTutor';

/** The person above is new as well, and is left out. */
const isWithout = (row: number, field: Field, { added, sameNames }: StaffCompared, choices: Choices): boolean =>
  [...added.of, ...sameNames.of.map((one) => ({ ...one, toChoose: true as const }))].some(
    (one) => isOut(one, choices) && one.below?.some((below) => below.row === row && below.line === field),
  );

/** What a field of a row will hold with what was chosen of it; `otherwise` where the list and Alongside say the same. */
function willBe(row: number, field: Field, otherwise: string | null, preview: ImportPreview, choices: Choices): string {
  const change = preview.kind === 'staff' && preview.comparison.changes.of.find((one) => one.row === row && one.field === field);
  if (!change && preview.kind === 'staff' && isWithout(row, field, preview.comparison, choices)) return '–';
  return (change ? (isTaken(change, choices) ? change.now : change.was) : otherwise) || '–';
}

function sayFrom({ row, from, startDate }: StaffRow, preview: ImportPreview, choices: Choices): string {
  const isChanged =
    preview.kind === 'staff' &&
    preview.comparison.changes.of.some((one) => one.row === row && one.field === 'start' && isTaken(one, choices));
  const day = isChanged ? (startDate ?? from) : from;
  return day === dayOf() ? 'Today' : sayDateShort(day);
}

/** The first rows to import, each with what it comes to. */
export function Sample(props: { preview: ImportPreview; choices: Choices }): JSX.Element {
  return props.preview.kind !== 'staff' ? (
    <Table<SchoolRow>
      caption="The first schools in the file"
      unseenCaption
      rows={props.preview.sample}
      columns={[
        { title: 'Name', cell: (row) => row.details.name },
        { title: 'Result', oneLine: true, cell: (row) => resultOf({ ...row, planned: row.institution }, props.preview, props.choices) },
        { title: 'Reference', cell: (row) => row.details.reference ?? '–' },
        { title: 'Phase', cell: (row) => row.details.phase ?? '–' },
        { title: 'Town', cell: (row) => row.details.town ?? '–' },
      ]}
    />
  ) : (
    <Table<StaffRow>
      caption="The first people in the file"
      unseenCaption
      rows={props.preview.sample}
      columns={[
        {
          title: 'Name',
          cell: (row) => (
            <>
              {willBe(row.row, 'name', row.name, props.preview, props.choices)}
              <div>
                <CorrectRow row={row.row} who={row.name} />
              </div>
            </>
          ),
        },
        { title: 'Result', oneLine: true, cell: (row) => resultOf(row, props.preview, props.choices) },
        { title: 'Email address', cell: (row) => row.email },
        { title: 'Job title', cell: (row) => willBe(row.row, 'job', row.jobTitle, props.preview, props.choices) },
        { title: 'Subjects', cell: (row) => (row.subjects ? row.subjects.map(subjectName).join(' · ') || '–' : 'No change') },
        { title: 'From', oneLine: true, cell: (row) => sayFrom(row, props.preview, props.choices) },
        { title: 'Line manager', cell: (row) => willBe(row.row, 'lineManager', row.lineManager, props.preview, props.choices) },
        { title: 'Induction tutor', cell: (row) => willBe(row.row, 'inductionTutor', row.inductionTutor, props.preview, props.choices) },
      ]}
    />
  );
}
