import { Index, Show, type JSX } from 'solid-js';
import { me, newId } from '../../replica/index.js';
import { Button, DateField, dayOf, Slots, TextField } from '../../ui/index.js';
import { otherOf, type Meeting } from '../../shared/pair/pair.js';

/** How many actions are agreed as a meeting is recorded. */
const ACTIONS_LIMIT = 10;

/** An action as it is typed: whose, what and by when. */
export interface TypedAction {
  readonly mine: 'me' | 'other';
  readonly title: string;
  readonly due: string;
}
export const NO_ACTION: TypedAction = { mine: 'me', title: '', due: '' };

/** The action as the hub is told of it. */
export const actionOf = ({ mine, title, due }: TypedAction, pair: Pick<Meeting, 'mentor' | 'mentee'>) => ({
  action: newId(),
  owner: mine === 'me' ? me() : otherOf(pair),
  title,
  due: due || null,
});

/** The fields of one action; `name` tells several apart. */
export const ActionFields = (props: {
  value: TypedAction;
  onChange: (change: Partial<TypedAction>) => void;
  otherName: string;
  name?: string;
  problems?: { readonly title?: string | undefined; readonly due?: string | undefined };
}): JSX.Element => (
  <>
    <TextField
      label={props.name ?? 'Action'}
      maxlength={200}
      value={props.value.title}
      onInput={(title) => props.onChange({ title })}
      error={props.problems?.title}
    />
    <div class="line line--wrap line--top">
      <Slots
        label="Who"
        value={props.value.mine}
        onChange={(mine) => props.onChange({ mine })}
        choices={[
          { value: 'me', label: 'You' },
          { value: 'other', label: props.otherName },
        ]}
      />
      <DateField
        label="By when"
        optional
        min={dayOf()}
        value={props.value.due}
        onInput={(due) => props.onChange({ due })}
        error={props.problems?.due}
      />
    </div>
  </>
);

/** Actions that are agreed as a meeting is recorded; empty ones are left out when it is sent. */
export function NewActions(props: {
  actions: readonly TypedAction[];
  otherName: string;
  onChange: (actions: readonly TypedAction[]) => void;
}): JSX.Element {
  let place: HTMLDivElement | undefined;
  const put = (at: number, change: Partial<TypedAction>) =>
    props.onChange(props.actions.map((action, index) => (index === at ? { ...action, ...change } : action)));
  const add = () => {
    props.onChange([...props.actions, NO_ACTION]);
    queueMicrotask(() => [...(place?.querySelectorAll('.close-action') ?? [])].at(-1)?.querySelector('input')?.focus());
  };
  return (
    <div class="stack" ref={(element) => (place = element)}>
      <Index each={props.actions}>
        {(action, at) => (
          <div class="close-action">
            <ActionFields name={`Action ${at + 1}`} value={action()} onChange={(change) => put(at, change)} otherName={props.otherName} />
          </div>
        )}
      </Index>
      <Show when={props.actions.length < ACTIONS_LIMIT}>
        <div>
          <Button tone="quiet" small onPress={add}>
            {props.actions.length ? 'Add another action' : 'Add an action'}
          </Button>
        </div>
      </Show>
    </div>
  );
}
