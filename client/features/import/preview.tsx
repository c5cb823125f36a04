import { createSignal, Show, type JSX } from 'solid-js';
import type { ChosenColumns } from '@alongside/domain/imports/staff-fields.js';
import { plainKey } from '@alongside/domain/text/folding.js';
import { Button, Figures, Notice, PageHeader, sayDateShort, Section, Table } from '../../ui/index.js';
import { submitting } from '../pair/forms.js';
import { ChooseWhen, dayOfChoice, INVITE_LATER } from '../desk/when-to-invite.js';
import { Columns } from './columns.js';
import { countRows, type ImportPreview, type SchoolRow, type StaffRow } from './import-answers.js';
import { Problems } from './problems.js';

/** What the file would do, before anything is written. */
export function Preview(props: {
  preview: ImportPreview;
  where: string;
  starting: boolean;
  /** `inviteOn`: the day on which they are told that they can sign in; null for later. */
  onConfirm: (inviteOn: string | null) => void;
  /** The file is being read again, with what was said of its columns. */
  reading: boolean;
  onColumns: (columns: ChosenColumns) => void;
  onBack: () => void;
}): JSX.Element {
  const ready = () => countRows(props.preview.kind, props.preview.rows);
  const columns = () => (props.preview.kind === 'staff' ? (props.preview.columns ?? []) : []);
  const notOpen = () => (props.preview.kind === 'institutions' ? props.preview.notOpen : 0);
  const [invite, setInvite] = createSignal(INVITE_LATER);
  const [missing, setMissing] = createSignal(false);
  const confirm = () => {
    const on = dayOfChoice(invite());
    setMissing(on === undefined);
    if (on !== undefined) props.onConfirm(on);
  };
  const notes = () => props.preview.problemsTotal - props.preview.errorsTotal;
  const figures = () => [
    { value: props.preview.rows, label: `${nounOf(props.preview)} ready to import` },
    {
      value: props.preview.errorsTotal,
      label: `${props.preview.errorsTotal === 1 ? 'row' : 'rows'} not imported${props.preview.errorsTotal ? ', with a reason below' : ''}`,
    },
    ...(notOpen() ? [{ value: notOpen(), label: 'closed or not yet open, not imported' }] : []),
    ...(notes() ? [{ value: notes(), label: notes() === 1 ? 'note' : 'notes about rows that we import' }] : []),
  ];
  return (
    <>
      <PageHeader
        context={props.preview.kind === 'staff' ? props.where : 'Schools and trusts'}
        title="Check before you import"
        lead={
          props.preview.rows
            ? 'This is what would change. Nothing is saved yet.'
            : columns().length
              ? 'We cannot import any of its rows yet. Choose what its columns hold, or check the rows below. Nothing has changed.'
              : 'We cannot import any of its rows. Nothing has changed.'
        }
      />
      <Figures of={figures()} />
      <Show when={columns().length}>
        <Columns of={columns()} reading={props.reading} onChange={props.onColumns} />
        <p class="unseen" role="status">
          {props.reading ? 'Loading the rows again' : `${ready()} ready to import`}
        </p>
      </Show>
      <form class="stack" novalidate onSubmit={submitting(confirm)}>
        <Show when={props.preview.kind === 'staff' && props.preview.rows}>
          <ChooseWhen
            label="When to tell new colleagues by email"
            later="You choose a day on your Today page."
            value={invite()}
            onChange={setInvite}
            error={missing() ? 'Choose a date.' : undefined}
          />
        </Show>
        <div class="line line--wrap">
          <Show when={props.preview.rows}>
            <Button type="submit" pending={props.starting || props.reading}>
              Import {ready()}
            </Button>
          </Show>
          <Button tone="quiet" onPress={props.onBack}>
            Choose another file
          </Button>
        </div>
      </form>
      <Show when={plainKey(props.preview.encoding) !== 'utf8'}>
        <Notice>The file uses an older text format ({props.preview.encoding}). Check names with accents in the rows below.</Notice>
      </Show>
      <Show when={props.preview.problems.length}>
        <Section title={props.preview.errorsTotal ? 'Rows to check' : 'Notes'}>
          <Problems caption="Problems by row" of={props.preview.problems} total={props.preview.problemsTotal} />
        </Section>
      </Show>
      <Show when={props.preview.sample.length}>
        <Section title={props.preview.sample.length < props.preview.rows ? `The first ${props.preview.sample.length} rows` : 'The rows'}>
          <Sample preview={props.preview} />
        </Section>
      </Show>
    </>
  );
}

const nounOf = ({ kind, rows }: ImportPreview): string =>
  kind === 'staff' ? (rows === 1 ? 'person' : 'people') : rows === 1 ? 'school or trust' : 'schools and trusts';

function Sample(props: { preview: ImportPreview }): JSX.Element {
  return props.preview.kind === 'institutions' ? (
    <Table<SchoolRow>
      caption="The first schools in the file"
      unseenCaption
      rows={props.preview.sample}
      columns={[
        { title: 'Name', cell: (row) => row.details.name },
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
        { title: 'Email address', cell: (row) => row.email },
        { title: 'Job title', cell: (row) => row.jobTitle || '–' },
        { title: 'From', cell: (row) => sayDateShort(row.from) },
        { title: 'Line manager', cell: (row) => row.lineManager ?? '–' },
      ]}
    />
  );
}
