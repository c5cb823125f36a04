import { For, Show, type JSX } from 'solid-js';
import { MUST_HAVES, type MustHave } from '@alongside/domain/suggestions/must-haves.js';
import { Button, Checkbox, EmptyState, ButtonLink, Group } from '../../ui/index.js';
import { INSISTED } from './weights.js';

interface Insisting {
  readonly insisted: readonly MustHave[];
  readonly onChange: (insisted: readonly MustHave[]) => void;
}

/** What a mentee insists on. What is ticked is offered whatever is possible, so that it can be let go. */
export function MustHaves(props: Insisting & { possible: readonly MustHave[] }): JSX.Element {
  const offered = () => MUST_HAVES.filter((one) => props.possible.includes(one) || props.insisted.includes(one));
  const set = (one: MustHave, on: boolean) =>
    props.onChange(MUST_HAVES.filter((other) => (other === one ? on : props.insisted.includes(other))));
  return (
    <Group label="Only suggest mentors who" hint="If a mentor has not told us where they work or how they meet, we leave them out.">
      <div class="choices">
        <For each={offered()}>
          {(one) => <Checkbox label={INSISTED[one].label} checked={props.insisted.includes(one)} onChange={(on) => set(one, on)} />}
        </For>
      </div>
    </Group>
  );
}

/** Nobody has all that is insisted on: what alone would help is one press away. */
export function NobodyHasAll(props: Insisting & { inTheWay: readonly MustHave[] }): JSX.Element {
  return (
    <EmptyState
      level={2}
      title="No mentor has all of that right now"
      action={
        <Show when={props.inTheWay.length === 0} fallback={<ButtonLink href="/directory">Open the directory</ButtonLink>}>
          <Button onPress={() => props.onChange([])}>Show suggestions without these</Button>
        </Show>
      }
    >
      <Show when={props.inTheWay.length} fallback={<p>You asked for mentors who {listed(props.insisted)}.</p>}>
        <p>We would have someone to suggest if you leave out one of these:</p>
        <ul class="list" role="list">
          <For each={props.inTheWay}>
            {(one) => (
              <li>
                <Button tone="plain" onPress={() => props.onChange(props.insisted.filter((other) => other !== one))}>
                  Leave out “{INSISTED[one].label}”
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </EmptyState>
  );
}

const listed = (insisted: readonly MustHave[]) => {
  const words = insisted.map((one) => INSISTED[one].said);
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
};
