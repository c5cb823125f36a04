import type { JSX } from 'solid-js';
import { subjectName } from '@alongside/domain/uk/taxonomy/subjects.js';
import { dayOf, sayDateShort, Table } from '../../ui/index.js';
import { isTaken, type Choices } from './choices.js';
import type { ImportPreview, RowOutcome, SchoolRow, StaffRow } from './import-answers.js';

const OUTCOMES: Readonly<Record<RowOutcome, string>> = {
  added: 'New',
  asked: 'To invite',
  updated: 'To update',
  unchanged: 'Already here',
  leftOut: 'To choose',
};

/** What a row comes to with what was chosen of it. */
function resultOf({ row, outcome }: Pick<StaffRow, 'row' | 'outcome'>, preview: ImportPreview, choices: Choices): string {
  if (choices.leftOut.has(row)) return 'Left out';
  const who = choices.who.get(row);
  if (outcome === 'leftOut' && who) return who === 'new' ? 'New' : 'New email address';
  if (outcome === 'leftOut' && choices.sure.has(row)) return 'To update';
  if (preview.kind !== 'staff' || outcome !== 'unchanged') return OUTCOMES[outcome];
  return preview.comparison.changes.of.some((one) => one.row === row && isTaken(one, choices)) ? 'To update' : OUTCOMES[outcome];
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
        { title: 'Result', oneLine: true, cell: (row) => resultOf(row, props.preview, props.choices) },
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
        { title: 'Name', cell: (row) => row.name },
        { title: 'Result', oneLine: true, cell: (row) => resultOf(row, props.preview, props.choices) },
        { title: 'Email address', cell: (row) => row.email },
        { title: 'Job title', cell: (row) => row.jobTitle || '–' },
        { title: 'Subjects', cell: (row) => row.subjects.map(subjectName).join(' · ') || '–' },
        { title: 'From', cell: (row) => (row.from === dayOf() ? 'Today' : sayDateShort(row.from)) },
        { title: 'Line manager', cell: (row) => row.lineManager ?? '–' },
        { title: 'Induction tutor', cell: (row) => row.inductionTutor ?? '–' },
      ]}
    />
  );
}
