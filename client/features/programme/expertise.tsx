import { createMemo, For, Show, type JSX } from 'solid-js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { createAnswer, createRows } from '../../replica/index.js';
import { dayAfter, Link, NotFetched, Section, Skeleton } from '../../ui/index.js';
import {
  addressOfAll,
  groupLines,
  sayGaps,
  sayMore,
  sayOffered,
  type AreaOffered,
  type ExpertiseMap,
  type GroupLine,
} from './expertise-words.js';
import { YEAR_DAYS } from './said.js';

/** Who knows what here, and what is missing, beside what goals are about. */
export function Expertise(props: { at: string; name: string; today: string }): JSX.Element {
  const answer = createAnswer<ExpertiseMap>(() => `/api/institutions/${props.at}/expertise`, { views: ['profile'], ofOthers: true });
  const said = createRows(
    'said',
    () => ({ institution: props.at }),
    () => ({ by: 'day', from: dayAfter(props.today, -YEAR_DAYS), to: props.today }),
  );
  const lines = createMemo(() => {
    const map = answer.data();
    return map && groupLines(map, said());
  });
  return (
    <Section title="What mentors can help with">
      <Show
        when={lines()}
        fallback={
          <Show when={answer.failed()} fallback={<Skeleton kind="rows" lines={6} label="Loading what mentors can help with" />}>
            {(why) => (
              <NotFetched title="We could not load what mentors can help with" mild onAgain={answer.again}>
                {why()}
              </NotFetched>
            )}
          </Show>
        }
      >
        {(shown) => (
          <>
            <p>{sayGaps(shown())}</p>
            <div class="programme__expertise">
              <For each={shown()}>{(line) => <Group of={line} at={props.name} />}</For>
            </div>
          </>
        )}
      </Show>
    </Section>
  );
}

const Group = (props: { of: GroupLine; at: string }): JSX.Element => (
  <details class="fold">
    <summary>
      {props.of.name} <span class="small muted">{sayOffered(props.of)}</span>
    </summary>
    <Show when={props.of.goals}>{(goals) => <p class="small muted">{goals()} people agreed a goal about this in the last year.</p>}</Show>
    <dl class="programme__areas">
      <For each={props.of.areas}>{(area) => <Area of={area} at={props.at} />}</For>
    </dl>
    <Show when={props.of.missing.length}>
      <p class="small muted">No mentor you can find offers: {props.of.missing.join(', ')}.</p>
    </Show>
  </details>
);

const Area = (props: { of: AreaOffered; at: string }): JSX.Element => (
  <div>
    <dt>{expertiseName(props.of.area)}</dt>
    <dd>
      <For each={props.of.people}>
        {({ person, name, hasSpace }, at) => (
          <>
            {at() > 0 ? ', ' : ''}
            <Link href={`/mentors/${person}`}>{name}</Link>
            {hasSpace ? '' : ' (no space)'}
          </>
        )}
      </For>
      <Show when={sayMore(props.of)}>
        {(more) => (
          <>
            {' '}
            and <Link href={addressOfAll(props.of, props.at)}>{more()}</Link>
          </>
        )}
      </Show>
    </dd>
  </div>
);
