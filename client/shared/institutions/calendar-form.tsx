import { createMemo, createSignal, Index, Show, type JSX } from 'solid-js';
import type { Closure, Nation, Term } from '@alongside/domain/institutions/institution.events.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { suggestedTerms } from '@alongside/domain/uk/suggested-terms.js';
import { createSending } from '../../replica/index.js';
import { Button, DateField, dayOf, Group, Notice, saying, TextField } from '../../ui/index.js';
import { isWhole, problemsIn, type CalendarProblems, type Part, type Stretch } from './calendar-problems.js';
import { Refused } from '../forms.js';
import { NATION_WORDS } from '@alongside/domain/uk/nations.js';

const EMPTY: Stretch = { name: '', from: '', to: '' };
const ofTerm = ({ name, from, to }: Term): Stretch => ({ name, from, to });
const ofClosure = ({ why, from, to }: Closure): Stretch => ({ name: why, from, to });
const isEmpty = ({ name, from, to }: Stretch): boolean => !name.trim() && !from && !to;

/**
 * Terms and closed days. A calendar that was never set begins with a suggestion that says so. `institutions` all get these dates; a refusal
 * stops at the first.
 */
export function CalendarForm(props: {
  institutions: readonly string[];
  nation: Nation;
  terms: readonly Term[];
  closures: readonly Closure[];
  submit: string;
  onSent: () => void;
  beside?: JSX.Element;
}): JSX.Element {
  const suggested = props.terms.length === 0 && props.closures.length === 0;
  const start = suggested ? suggestedTerms(props.nation, dayOf() as Day) : props;
  const [terms, setTerms] = createSignal<readonly Stretch[]>(start.terms.map(ofTerm));
  const [closures, setClosures] = createSignal<readonly Stretch[]>(start.closures.map(ofClosure));
  const [found, setFound] = createSignal<CalendarProblems>({ terms: [], closures: [] });
  const now = createMemo(() => problemsIn(terms(), closures()));
  /** What was found, while it is still wrong: the other of two terms may have been mended. */
  const problem = (of: keyof CalendarProblems, row: number, field: Part) => {
    const said = found()[of][row]?.[field];
    return (said && now()[of][row]?.[field]) ?? sending.problem(`${of}.${row}.${of === 'closures' && field === 'name' ? 'why' : field}`);
  };
  const remove = (of: keyof CalendarProblems, row: number) =>
    setFound((before) => ({ ...before, [of]: before[of].filter((_, at) => at !== row) }));
  const sending = createSending();

  /** Fields that say their own problem. */
  const beside = () => [
    ...terms().flatMap((_, row) => ['name', 'from', 'to'].map((field) => `terms.${row}.${field}`)),
    ...closures().flatMap((_, row) => ['why', 'from', 'to'].map((field) => `closures.${row}.${field}`)),
  ];

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (sending.pending()) return;
    const [named, shut] = [terms().filter((one) => !isEmpty(one)), closures().filter((one) => !isEmpty(one))];
    // What was left empty is not sent: fields are numbered as they are sent, so that a refusal stands beside the right one.
    setTerms(named);
    setClosures(shut);
    setFound(problemsIn(named, shut));
    if (!isWhole(found())) return;
    const dates = {
      terms: named.map(({ name, from, to }) => ({ name: name.trim(), from, to })),
      closures: shut.map(({ name, from, to }) => ({ why: name.trim(), from, to })),
    };
    const last = props.institutions.at(-1);
    const saved = saying('Term dates saved');
    for (const institution of props.institutions) {
      const going = institution === last ? { after: sending, saved } : { after: sending };
      if (!(await sending.send('SetCalendar', { institution, ...dates }, going))) return;
    }
    props.onSent();
  };
  return (
    <form class="stack stack--loose" novalidate onSubmit={(event) => void save(event)}>
      <Show when={suggested}>
        <Notice title="These dates are a suggestion">
          They are usual in {NATION_WORDS[props.nation]}. Check them against your school’s own calendar, and change what is different.
        </Notice>
      </Show>
      <Refused sending={sending} beside={beside()} />
      <Stretches
        label="Terms"
        what="Term"
        rows={terms()}
        onRows={setTerms}
        add="Add a term"
        onRemove={(row) => remove('terms', row)}
        problem={(row, field) => problem('terms', row, field)}
      />
      <Stretches
        label="Closed during term"
        hint="Half terms, INSET days and local holidays. You do not need to enter bank holidays or weekends."
        what="Reason"
        rows={closures()}
        onRows={setClosures}
        add="Add a closure"
        onRemove={(row) => remove('closures', row)}
        problem={(row, field) => problem('closures', row, field)}
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
  onRemove: (row: number) => void;
  add: string;
  problem: (row: number, field: Part) => string | undefined;
}): JSX.Element {
  let place: HTMLDivElement | undefined;
  const change = (row: number, next: Partial<Stretch>) =>
    props.onRows(props.rows.map((one, index) => (index === row ? { ...one, ...next } : one)));
  const remove = (row: number) => {
    props.onRemove(row);
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
