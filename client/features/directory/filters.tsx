import { createMemo, For, Show, type JSX } from 'solid-js';
import { Checkbox } from '../../ui/index.js';
import type { DirectoryAnswer, FacetValue } from './answer.js';
import { NearFilter } from './near-filter.js';
import { FACET_NAMES, FACETS, type Facet, type Near, type Question } from './question.js';

/** How many values of a facet are offered; what was chosen is always among them. */
const VALUES_LIMIT = 12;
/** Facets that stand open at first. */
const OPEN_AT_FIRST: ReadonlySet<Facet> = new Set(['subject', 'phase']);

/** What can be ticked, with how many people each would leave. */
export function Filters(props: {
  answer: DirectoryAnswer | undefined;
  question: Question;
  onValue: (facet: Facet, value: string, on: boolean) => void;
  onFree: (on: boolean) => void;
  onNear: (near: Near | undefined) => void;
}): JSX.Element {
  return (
    <>
      <Checkbox label="Has space" checked={props.question.free} onChange={props.onFree} />
      <NearFilter near={props.question.near} onNear={props.onNear} />
      <For each={FACETS}>
        {(facet) => (
          <FacetValues
            facet={facet}
            values={props.answer?.facets[facet] ?? []}
            chosen={props.question.chosen[facet] ?? []}
            onValue={(value, on) => props.onValue(facet, value, on)}
          />
        )}
      </For>
    </>
  );
}

function FacetValues(props: {
  facet: Facet;
  values: readonly FacetValue[];
  chosen: readonly string[];
  onValue: (value: string, on: boolean) => void;
}): JSX.Element {
  const open = OPEN_AT_FIRST.has(props.facet) || props.chosen.length > 0;
  const shown = createMemo(() => props.values.filter(({ value }, index) => index < VALUES_LIMIT || props.chosen.includes(value)));
  // By value, so that a new count changes the number and never takes the box, and its focus, away.
  const values = createMemo(() => shown().map(({ value }) => value));
  const of = (value: string) => shown().find((one) => one.value === value);
  return (
    <Show when={values().length}>
      <details class="directory__facet fold" open={open}>
        <summary>
          {FACET_NAMES[props.facet]}
          <Show when={props.chosen.length}>
            <span class="small muted">{props.chosen.length} chosen</span>
          </Show>
        </summary>
        <fieldset>
          <legend class="unseen">{FACET_NAMES[props.facet]}</legend>
          <For each={values()}>
            {(value) => (
              <Checkbox
                label={
                  <span class="directory__value">
                    <span>{of(value)?.label}</span>
                    <span class="directory__count">
                      {of(value)?.count}
                      <span class="unseen"> {of(value)?.count === 1 ? 'mentor' : 'mentors'}</span>
                    </span>
                  </span>
                }
                checked={props.chosen.includes(value)}
                onChange={(on) => props.onValue(value, on)}
              />
            )}
          </For>
        </fieldset>
      </details>
    </Show>
  );
}
