import { createSignal, Show, type JSX } from 'solid-js';
import { isOfFile } from '@alongside/domain/imports/columns.js';
import type { ListGuess, ListOf } from '@alongside/domain/imports/which-list.js';
import { RadioGroup, Section, SelectField } from '../../ui/index.js';
import type { FileSaid, ImportPreview } from './import-answers.js';

type StaffPreview = Extract<ImportPreview, { kind: 'staff' }>;

const LISTS: readonly { readonly value: ListOf; readonly label: string }[] = [
  { value: 'staff', label: 'Everyone who works here' },
  { value: 'leavers', label: 'People who have left or are leaving' },
];

const sayWhy = ({ where, text }: NonNullable<ListGuess['because']>): string =>
  ({
    file: `the file is called “${text}”`,
    sheet: `the sheet is called “${text}”`,
    title: `“${text}” is above the list`,
    dates: `almost every row has a past date under “${text}”`,
  })[where];

/** Which sheet of a workbook is read, and whom a staff list names: both are a guess until a person says it. */
export function WhichList(props: {
  preview: ImportPreview;
  onSaid: (said: Partial<FileSaid>) => Promise<string | undefined>;
}): JSX.Element {
  const sheets = () => props.preview.sheet?.withRows ?? [];
  const staff = () => (props.preview.kind === 'staff' && props.preview.list ? props.preview : undefined);
  const [chosen, setChosen] = createSignal<string>();
  const [refused, setRefused] = createSignal<string>();
  const name = () => props.preview.sheet?.name ?? '';
  /** The box shows what is read: where that is still the sheet before, it is put back. */
  const read = async (sheet: string) => {
    if (sheet === name()) return;
    setRefused(undefined);
    setChosen(sheet);
    const why = await props.onSaid({ sheet });
    setChosen(undefined);
    setRefused(why && `${why} We go on with the sheet “${name()}”.`);
  };
  return (
    <Show when={staff() || sheets().length > 1}>
      <Section title="What is in your file">
        <Show when={sheets().length > 1}>
          <SelectField
            label="Sheet"
            hint="We read one sheet at a time. What you correct on a sheet is kept if you choose another."
            value={chosen() ?? name()}
            error={refused()}
            options={sheets().map((one) => ({ value: one, label: one }))}
            onChange={(sheet) => void read(sheet)}
          />
        </Show>
        <Show when={staff()}>{(of) => <Whom of={of()} onSaid={props.onSaid} />}</Show>
      </Section>
    </Show>
  );
}

function Whom(props: { of: StaffPreview; onSaid: (said: Partial<FileSaid>) => unknown }): JSX.Element {
  const as = () => props.of.list?.as ?? 'staff';
  const hint = () => {
    const guess = props.of.list?.guess;
    if (guess?.because && guess.as === as())
      return `We think that these people have left or are leaving, because ${sayWhy(guess.because)}.`;
    if (as() === 'staff' && props.of.problems.some(isOfFile)) return 'Names are enough for a list of people who have left.';
    return undefined;
  };
  return (
    <RadioGroup<ListOf> label="What is this list?" hint={hint()} value={as()} choices={LISTS} onChange={(list) => props.onSaid({ list })} />
  );
}
