import { createSignal, For, Show, type JSX } from 'solid-js';
import { atStart, Button, Checkbox, count, Notice, sayDate, Section } from '../../ui/index.js';
import type { Compared } from './chosen.js';
import { CorrectRow } from './correct-row.js';
import type { FileSaid } from './import-answers.js';
import { Steps, type LoadPart } from './steps.js';

export type OnSaid = (said: Partial<FileSaid>) => Promise<string | undefined>;
type Part = NonNullable<Compared['former']>;
type One = Part['of'][number];

/** So many are shown at once; a school that changed all its addresses has one for each member. */
const SHOWN_LIMIT_ROWS = 5;

const sayNewer = ({ has, since }: One): string => `${has ?? 'another'}${since ? ` since ${sayDate(since)}` : ' now'}`;
const WHY_NEW = {
  name: ({ who }: One) => ` ${who} shares no name with them, so we count this row as a new person.`,
  listed: ({ name }: One) => ` Another row is about ${name}, so we count this row as a new person.`,
  chosen: () => ' We count this row as a new person.',
} as const;
const sayOne = (one: One): string =>
  `Row ${one.row.toLocaleString('en-GB')}: ${one.email} is an earlier address of ${one.name}, who has ${sayNewer(one)}.${one.another ? WHY_NEW[one.another](one) : ''}`;

/** Rows with an address that a member had before: each is about that member, unless a person says otherwise. The list is read again then. */
export function FormerAddresses(props: { of: Part | undefined; onLoad: LoadPart; onSaid: OnSaid }): JSX.Element {
  return (
    <Show when={props.of?.total ? props.of : undefined}>{(of) => <Former of={of()} onLoad={props.onLoad} onSaid={props.onSaid} />}</Show>
  );
}

function Former(props: { of: Part; onLoad: LoadPart; onSaid: OnSaid }): JSX.Element {
  const [open, setOpen] = createSignal(props.of.total <= SHOWN_LIMIT_ROWS);
  const [refused, setRefused] = createSignal<string>();
  // What was said and is not read yet: the next choice builds on it.
  const [said, setSaid] = createSignal<ReadonlyMap<number, boolean>>(new Map());
  const isAnother = ({ row, another }: One) => said().get(row) ?? another === 'chosen';
  const choose = async ({ row }: One, isWanted: boolean) => {
    const now = setSaid((before) => new Map([...before, [row, isWanted]]));
    setRefused(await props.onSaid({ another: props.of.of.filter(isAnother).map((one) => one.row) }));
    if (said() === now) setSaid(new Map());
    // Its box was made anew as the list was read again.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-former="${row}"] input`)?.focus();
  };
  return (
    <Section title="Earlier email addresses">
      <p>
        {atStart(count(props.of.total, 'row'))} {props.of.total === 1 ? 'has' : 'have'} an earlier email address of a member. We compare
        each of these rows with that member and keep the newer address, unless it says otherwise below.
      </p>
      <Show when={refused()}>{(why) => <Notice kind="refusal">{why()}</Notice>}</Show>
      <Show when={props.of.total > SHOWN_LIMIT_ROWS}>
        <div>
          <Button tone="quiet" small aria-expanded={open()} onPress={() => setOpen((now) => !now)}>
            {open() ? 'Hide them' : 'Show them'}
          </Button>
        </div>
      </Show>
      <Show when={open()}>
        <Steps of={props.of} part="former" onLoad={props.onLoad}>
          {(some) => (
            <div class="stack" role="group" aria-label="Rows with an earlier email address">
              <For each={some}>
                {(one) => (
                  <div class="line line--wrap" data-former={one.row}>
                    <Show when={one.another !== 'name' && one.another !== 'listed'} fallback={<p>{sayOne(one)}</p>}>
                      <Checkbox
                        label={`${one.who} is another person`}
                        hint={sayOne(one)}
                        checked={isAnother(one)}
                        onChange={(isWanted) => void choose(one, isWanted)}
                      />
                    </Show>
                    <CorrectRow row={one.row} who={one.who} />
                  </div>
                )}
              </For>
            </div>
          )}
        </Steps>
      </Show>
    </Section>
  );
}
