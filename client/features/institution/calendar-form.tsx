import { createSignal, Index, Show, type JSX } from 'solid-js';
import type { Closure, Nation, Term } from '@alongside/domain/institutions/institution.events.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { suggestedTerms } from '@alongside/domain/uk/suggested-terms.js';
import { createSending } from '../../replica/index.js';
import { Button, DateField, dayOf, Group, Notice, TextField } from '../../ui/index.js';
import { NATION_WORDS } from './words.js';

/** A term or a closure while it is typed. */
interface Stretch {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
const EMPTY: Stretch = { name: '', from: '', to: '' };
const ofTerm = ({ name, from, to }: Term): Stretch => ({ name, from, to });
const ofClosure = ({ why, from, to }: Closure): Stretch => ({ name: why, from, to });
type Part = keyof Stretch;
type Problems = Partial<Readonly<Record<Part, string>>>;
const isEmpty = ({ name, from, to }: Stretch): boolean => !name.trim() && !from && !to;

/** What a row still lacks, each with its sentence. */
const missingIn = ({ name, from, to }: Stretch, what: string): Problems => ({
  ...(name.trim() ? {} : { name: `Enter ${what}, or remove this row.` }),
  ...(from ? {} : { from: 'Enter the first day.' }),
  ...(to ? {} : { to: 'Enter the last day.' }),
});
const isWhole = (problems: Problems): boolean => Object.keys(problems).length === 0;

/**
 * Terms and the days on which a school is closed. A calendar that was never set begins with a suggestion, which says that it is one.
 * `institutions`: all that get these dates; a refusal stops at the first.
 */
export function CalendarForm(props: {
  institutions: readonly string[];
  nation: Nation;
  terms: readonly Term[];
  closures: readonly Closure[];
  submit: string;
  onSaved: () => void;
  beside?: JSX.Element;
}): JSX.Element {
  const suggested = props.terms.length === 0 && props.closures.length === 0;
  const start = suggested ? suggestedTerms(props.nation, dayOf() as Day) : props;
  const [terms, setTerms] = createSignal<readonly Stretch[]>(start.terms.map(ofTerm));
  const [closures, setClosures] = createSignal<readonly Stretch[]>(start.closures.map(ofClosure));
  const [missing, setMissing] = createSignal<Readonly<Record<'terms' | 'closures', readonly Problems[]>>>({ terms: [], closures: [] });
  const sending = createSending();

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (sending.pending()) return;
    const [named, shut] = [terms().filter((one) => !isEmpty(one)), closures().filter((one) => !isEmpty(one))];
    // What was left empty is not sent: fields are numbered as they are sent, so that a refusal stands beside the right one.
    setTerms(named);
    setClosures(shut);
    setMissing({
      terms: named.map((one) => missingIn(one, 'a name for this term')),
      closures: shut.map((one) => missingIn(one, 'the reason')),
    });
    if (![...missing().terms, ...missing().closures].every(isWhole)) return;
    const dates = {
      terms: named.map(({ name, from, to }) => ({ name: name.trim(), from, to })),
      closures: shut.map(({ name, from, to }) => ({ why: name.trim(), from, to })),
    };
    for (const institution of props.institutions) if (!(await sending.send('SetCalendar', { institution, ...dates }))) return;
    props.onSaved();
  };
  return (
    <form class="stack stack--loose" novalidate onSubmit={(event) => void save(event)}>
      <Show when={suggested}>
        <Notice title="These dates are a suggestion">
          They are usual in {NATION_WORDS[props.nation]}. Check them against your school’s own calendar, and change what is different.
        </Notice>
      </Show>
      <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
      <Stretches
        label="Terms"
        what="Term"
        rows={terms()}
        onRows={setTerms}
        add="Add a term"
        problem={(row, field) => missing().terms[row]?.[field] ?? sending.problem(`terms.${row}.${field}`)}
      />
      <Stretches
        label="Closed during term"
        hint="Half terms, INSET days and local holidays. You do not need to enter bank holidays or weekends."
        what="Reason"
        rows={closures()}
        onRows={setClosures}
        add="Add a closure"
        problem={(row, field) => missing().closures[row]?.[field] ?? sending.problem(`closures.${row}.${field === 'name' ? 'why' : field}`)}
      />
      <div class="line line--wrap">
        <Button type="submit" pending={sending.pending()}>
          {props.submit}
        </Button>
        {props.beside}
      </div>
    </form>
  );
}

function Stretches(props: {
  label: string;
  hint?: string;
  what: string;
  rows: readonly Stretch[];
  onRows: (rows: readonly Stretch[]) => void;
  add: string;
  problem: (row: number, field: Part) => string | undefined;
}): JSX.Element {
  let place: HTMLDivElement | undefined;
  const change = (row: number, next: Partial<Stretch>) =>
    props.onRows(props.rows.map((one, index) => (index === row ? { ...one, ...next } : one)));
  const remove = (row: number) => {
    props.onRows(props.rows.filter((_, index) => index !== row));
    queueMicrotask(() => place?.querySelector<HTMLElement>(':scope > .line button')?.focus());
  };
  const add = () => {
    props.onRows([...props.rows, EMPTY]);
    queueMicrotask(() => place?.querySelector<HTMLElement>('.institution__stretch:last-of-type input')?.focus());
  };
  return (
    <Group label={props.label} hint={props.hint}>
      <div class="stack" ref={(element) => (place = element)}>
        <Index each={props.rows}>
          {(row, index) => (
            <div class="institution__stretch">
              <TextField
                label={props.what}
                autocomplete="off"
                value={row().name}
                onInput={(name) => change(index, { name })}
                error={props.problem(index, 'name')}
              />
              <DateField
                label="First day"
                value={row().from}
                onInput={(from) => change(index, { from })}
                error={props.problem(index, 'from')}
              />
              <DateField label="Last day" value={row().to} onInput={(to) => change(index, { to })} error={props.problem(index, 'to')} />
              <Button tone="plain" small onPress={() => remove(index)}>
                Remove<span class="unseen"> {row().name || `row ${index + 1}`}</span>
              </Button>
            </div>
          )}
        </Index>
        <div class="line">
          <Button tone="quiet" small onPress={add}>
            {props.add}
          </Button>
        </div>
      </div>
    </Group>
  );
}
