import { createEffect, For, on, Show, type JSX } from 'solid-js';
import { atStart, Button, Chip } from '../../ui/index.js';
import type { DirectoryAnswer } from './answer.js';
import { nearIn, sayNear } from './near.js';
import { addressOf, FACETS, type Facet, type Question } from './question.js';
import { sayWritten } from './understood.js';

/** What was ticked, and the filters that were typed, each to be taken away again. */
export function Chosen(props: {
  answer: DirectoryAnswer | undefined;
  question: Question;
  onValue: (facet: Facet, value: string, on: boolean) => void;
  onFree: () => void;
  onNear: () => void;
  onWritten: (raw: string) => void;
  onNone: () => void;
}): JSX.Element {
  const written = () => props.answer?.written ?? [];
  const chosen = () => FACETS.flatMap((facet) => (props.question.chosen[facet] ?? []).map((value) => ({ facet, value })));
  const label = ({ facet, value }: { facet: Facet; value: string }) =>
    props.answer?.facets[facet]?.find((one) => one.value === value)?.label ?? value;
  const near = () => nearIn(props.question.near, props.answer?.where);
  /** Chips before those of filters that were typed. */
  const before = () => chosen().length + (props.question.free ? 1 : 0) + (near() ? 1 : 0);
  let place: HTMLDivElement | undefined;
  /** Which chip was just taken away: the focus would go with it. */
  let removed: number | undefined;
  const remove = (index: number, run: () => void) => {
    removed = index;
    run();
  };
  // The address changes a moment after the press, and the chips with it: only then is the next one known.
  createEffect(
    on(
      () => addressOf(props.question),
      () => {
        if (removed === undefined) return;
        const left = [...(place?.querySelectorAll<HTMLElement>('.chip__remove') ?? [])];
        const search = place?.closest('.directory__head')?.querySelector('input');
        (left[Math.min(removed, left.length - 1)] ?? search)?.focus();
        removed = undefined;
      },
      { defer: true },
    ),
  );
  return (
    <div ref={(element: HTMLDivElement) => (place = element)}>
      <Show when={chosen().length || props.question.free || near() || written().length}>
        <ul class="directory__chosen" role="list" aria-label="Chosen filters">
          <For each={chosen()}>
            {(one, index) => (
              <li>
                <Chip label={label(one)} onRemove={() => remove(index(), () => props.onValue(one.facet, one.value, false))} />
              </li>
            )}
          </For>
          <Show when={props.question.free}>
            <li>
              <Chip label="Has space" onRemove={() => remove(chosen().length, props.onFree)} />
            </li>
          </Show>
          <Show when={near()}>
            {(one) => (
              <li>
                <Chip label={atStart(sayNear(one(), props.answer?.where))} onRemove={() => remove(before() - 1, props.onNear)} />
              </li>
            )}
          </Show>
          <For each={written()}>
            {(one, index) => (
              <li>
                <Chip label={sayWritten(one)} onRemove={() => remove(before() + index(), () => props.onWritten(one.raw))} />
              </li>
            )}
          </For>
          <li>
            <Button tone="plain" small onPress={() => remove(0, props.onNone)}>
              Clear filters
            </Button>
          </li>
        </ul>
      </Show>
    </div>
  );
}
