import { For, Show, type JSX } from 'solid-js';
import { communicationItems } from '@alongside/domain/uk/taxonomy/lists.js';
import { createFormDraft } from '../../app/draft.js';
import { createSending } from '../../replica/index.js';
import { Button } from '../../ui/index.js';
import type { OwnProfile } from './answers.js';
import { SectionForm, type SectionProps } from './section-frame.js';

type Props = SectionProps & { readonly own: OwnProfile };
const STEPS = [1, 2, 3, 4, 5] as const;

/** How a person likes to work, each question between two sentences. */
export function WaysForm(props: Props): JSX.Element {
  const sending = createSending();
  const draft = createFormDraft(() => 'profile:ways', { chosen: { ...props.own.preferences } as Readonly<Record<string, number>> });
  const [chosen, setChosen] = draft.field('chosen');
  const set = (id: string, level: number | undefined) => {
    const { [id]: _, ...rest } = chosen();
    setChosen(level === undefined ? rest : { ...rest, [id]: level });
  };
  const save = async () => {
    if (
      !(await sending.send('SetPreferences', { person: props.own.person, preferences: chosen() }, { draft, saved: () => props.onSaved() }))
    )
      return;
    props.onSent();
  };
  return (
    <SectionForm draft={draft} sending={sending} fields={[]} onSave={() => void save()} onClose={props.onClose}>
      <p>
        Choose a point between the two sentences, or skip the question. There is no right answer. Differences can help as much as
        similarities.
      </p>
      <For each={communicationItems}>
        {(item) => <Between left={item.left} right={item.right} value={chosen()[item.id]} onChange={(level) => set(item.id, level)} />}
      </For>
    </SectionForm>
  );
}

/** Five steps between two sentences, drawn as a path. Unlike a slider it can stand nowhere, which is an answer too. */
function Between(props: {
  left: string;
  right: string;
  value: number | undefined;
  onChange: (level: number | undefined) => void;
}): JSX.Element {
  const name = `between-${props.left}`;
  const words = (step: number) =>
    step === 1
      ? props.left
      : step === 5
        ? props.right
        : step === 3
          ? 'In the middle'
          : `Closer to: ${step === 2 ? props.left : props.right}`;
  let place: HTMLFieldSetElement | undefined;
  const clear = () => {
    props.onChange(undefined);
    place?.querySelector('input')?.focus();
  };
  return (
    <fieldset class="between" ref={(element: HTMLFieldSetElement) => (place = element)}>
      <legend class="unseen">
        {props.left}, or: {props.right}
      </legend>
      <span class="between__end" aria-hidden="true">
        {props.left}
      </span>
      <div class="between__path">
        <For each={STEPS}>
          {(step) => (
            <label class="between__step">
              <span class="unseen">{words(step)}</span>
              <input type="radio" name={name} value={step} checked={props.value === step} onChange={() => props.onChange(step)} />
            </label>
          )}
        </For>
      </div>
      <span class="between__end between__end--right" aria-hidden="true">
        {props.right}
      </span>
      <span class="between__clear">
        <Show when={props.value !== undefined}>
          <Button tone="plain" small onPress={clear}>
            Clear answer
            <span class="unseen">
              : {props.left}, or {props.right}
            </span>
          </Button>
        </Show>
      </span>
    </fieldset>
  );
}
