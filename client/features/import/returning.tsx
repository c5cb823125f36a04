import { createSignal, For, Show, type JSX } from 'solid-js';
import { atStart, Button, Checkbox, count, onShown, sayDate, Section } from '../../ui/index.js';
import type { Chosen, Compared } from './chosen.js';
import { CorrectRow } from './correct-row.js';
import { Steps, toggled } from './steps.js';

type One = Compared['returning']['of'][number];
const sayOne = ({ left, asks, email, row }: One): string =>
  `Left on ${sayDate(left)}. ${asks ? 'They have an account already, so we invite them' : 'We add them again'}: ${email}, row ${row.toLocaleString('en-GB')}`;

/** People in a list who were members and left: an older list would bring them all back, so each stays out until they are ticked. */
export function Returning(props: Chosen & { of: Compared['returning']; where: string }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const isOne = () => props.of.total === 1;
  const choose = (row: number, isIn: boolean) => props.onChoose({ ...props.choices, again: toggled(props.choices.again, row, isIn) });
  const chosen = () => props.choices.again.size;
  // After a reload the rest is asked for where some of it was chosen: only its rows say who is invited, and who is added.
  onShown(() => {
    const here = props.of.of.filter(({ row }) => props.choices.again.has(row)).length;
    if (props.of.of.length < props.of.total && here < chosen()) void props.onLoad('returning', 'all');
  });
  const forAll = async (isIn: boolean) => {
    if (isIn) await props.onLoad('returning', 'all');
    props.onChoose({ ...props.choices, again: new Set(isIn ? props.of.of.map(({ row }) => row) : []) });
    setOpen(true);
  };
  return (
    <Show when={props.of.of.length}>
      <Section title="Left before">
        <p>
          {atStart(count(props.of.total, 'person', 'people'))} in the file {isOne() ? 'was a member' : 'were members'} of {props.where} and
          left. We leave {isOne() ? 'them' : 'all of them'} out unless you tick them here.
          <Show when={chosen()}> You import {count(chosen(), 'person', 'people')}.</Show>
        </p>
        <div class="line line--wrap">
          <Button tone="quiet" small aria-expanded={open()} onPress={() => setOpen((now) => !now)}>
            {open() ? 'Hide them' : 'Choose who is back'}
          </Button>
          <Show
            when={chosen() < props.of.total}
            fallback={
              <Button tone="quiet" small onPress={() => void forAll(false)}>
                Leave {isOne() ? props.of.of[0]?.who : `all ${props.of.total.toLocaleString('en-GB')}`} out
              </Button>
            }
          >
            <Button tone="quiet" small onPress={() => void forAll(true)}>
              Import {isOne() ? props.of.of[0]?.who : `all ${props.of.total.toLocaleString('en-GB')}`} again
            </Button>
          </Show>
        </div>
        <Show when={open()}>
          <Steps of={props.of} part="returning" onLoad={props.onLoad}>
            {(some) => (
              <div role="group" aria-label="People who are back">
                <For each={some}>
                  {(one) => (
                    <div class="line line--wrap">
                      <Checkbox
                        label={`${one.who} is back`}
                        hint={sayOne(one)}
                        checked={props.choices.again.has(one.row)}
                        onChange={(isIn) => choose(one.row, isIn)}
                      />
                      <CorrectRow row={one.row} who={one.who} />
                    </div>
                  )}
                </For>
              </div>
            )}
          </Steps>
        </Show>
      </Section>
    </Show>
  );
}
