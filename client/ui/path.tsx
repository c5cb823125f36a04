import { For, Show } from 'solid-js';
import { count } from './words.js';

export interface Step {
  readonly title: string;
  readonly done: boolean;
}

/** A goal as a path with stones passed; the next one is marked, and said in words below. */
export function Path(props: { title?: string; steps: readonly Step[] }) {
  const done = () => props.steps.filter((step) => step.done).length;
  const nextAt = () => props.steps.findIndex((step) => !step.done);
  const next = () => props.steps[nextAt()];
  const summary = () =>
    props.steps.length === 0 ? 'No steps yet' : next() ? `${done()} of ${count(props.steps.length, 'step')}` : 'Every step done';
  return (
    <div class="path">
      <div class="path__head">
        <Show when={props.title}>
          <span class="path__title">{props.title}</span>
        </Show>
        <span class="small muted">{summary()}</span>
      </div>
      <Show when={props.steps.length}>
        <ol class="path__stones" aria-label={props.title ? `Steps of ${props.title}` : 'Steps'}>
          <For each={props.steps}>
            {(step, index) => (
              <li
                class={`path__step${step.done ? ' path__step--done' : ''}${index() === nextAt() ? ' path__step--next' : ''}${step.done && props.steps[index() + 1]?.done === false ? ' path__step--stretch-open' : ''}`}
                title={step.title}
              >
                <span class="path__stone" aria-hidden="true" />
                <span class="unseen">
                  {step.title}: {step.done ? 'done' : index() === nextAt() ? 'next' : 'to come'}
                </span>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={next()}>{(step) => <p class="small muted">Next: {step().title}</p>}</Show>
    </div>
  );
}
