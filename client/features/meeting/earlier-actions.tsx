import { For, Show, type JSX } from 'solid-js';
import type { Said } from '@alongside/domain/protocol/registry.js';
import { me, type ViewRows } from '../../replica/index.js';
import { Slots, TextField } from '../../ui/index.js';
import { PersonName } from '../../shared/people/person-name.js';

type Action = ViewRows['action'];

/** What the two said of an action from an earlier meeting; `done` is `unsaid` until they chose. */
export interface SaidOfAction {
  readonly done: 'yes' | 'no' | 'unsaid';
  readonly note: string;
}
const NOTHING_SAID: SaidOfAction = { done: 'unsaid', note: '' };

type Saying = Said<'FinishAction' | 'NoteAction'>;

/** The commands that say it: done, with a word if there is one; or a word of what is not done yet. */
export function sayings(actions: readonly Action[], said: Readonly<Record<string, SaidOfAction>>): readonly Saying[] {
  return actions.flatMap(({ meeting, action }): readonly Saying[] => {
    const { done, note } = said[action] ?? NOTHING_SAID;
    const data = { meeting, action, note: note.trim() };
    if (done === 'yes') return [{ type: 'FinishAction', data }];
    return data.note ? [{ type: 'NoteAction', data }] : [];
  });
}

/** Actions from earlier meetings that are not done yet: done or not, and how it went. Nothing has to be said. */
export function EarlierActions(props: {
  actions: readonly Action[];
  said: Readonly<Record<string, SaidOfAction>>;
  onChange: (said: Readonly<Record<string, SaidOfAction>>) => void;
}): JSX.Element {
  const of = (action: string) => props.said[action] ?? NOTHING_SAID;
  const chosen = (action: string) => {
    const { done } = of(action);
    return done === 'unsaid' ? undefined : done;
  };
  const put = (action: string, change: Partial<SaidOfAction>) => props.onChange({ ...props.said, [action]: { ...of(action), ...change } });
  return (
    <Show when={props.actions.length}>
      <fieldset class="field stack">
        <legend class="field__label">
          Actions from before<span class="field__optional"> (optional)</span>
        </legend>
        <For each={props.actions}>
          {(action) => (
            <div class="close-action">
              <Slots<'yes' | 'no'>
                label={action.title}
                hint={
                  <Show when={action.owner === me()} fallback={<PersonName of={action.owner} short />}>
                    You
                  </Show>
                }
                value={chosen(action.action)}
                onChange={(done) => put(action.action, { done })}
                choices={[
                  { value: 'yes', label: 'Done' },
                  { value: 'no', label: 'Not yet' },
                ]}
              />
              <Show when={of(action.action).done !== 'unsaid'}>
                <TextField
                  label={`How it went: ${action.title}`}
                  optional
                  maxlength={300}
                  value={of(action.action).note}
                  onInput={(note) => put(action.action, { note })}
                />
              </Show>
            </div>
          )}
        </For>
      </fieldset>
    </Show>
  );
}
