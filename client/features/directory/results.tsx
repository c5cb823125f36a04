import { For, Show, type JSX } from 'solid-js';
import { A } from '@solidjs/router';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { phase } from '@alongside/domain/uk/taxonomy/lists.js';
import { subjectName } from '@alongside/domain/uk/taxonomy/subjects.js';
import { Avatar, count, sayDay, Tag } from '../../ui/index.js';
import type { Hit } from './answer.js';

const AREAS_SHOWN = 3;

/** Why there is no space: a pause is not the same as having all the mentees that they can. */
const sayNoSpace = ({ paused }: Hit): string =>
  paused ? `Not taking requests${paused.until ? ` until ${sayDay(paused.until)}` : ' right now'}` : 'Full';

/** One mentor of the results; the whole line leads to their profile. */
export function Found(props: { hit: Hit }): JSX.Element {
  const work = () => [props.hit.jobTitle, ...props.hit.institutions].filter(Boolean).join(', ');
  const teaches = () =>
    [props.hit.subjects.map(subjectName).join(', '), props.hit.phases.map((id) => phase(id)?.name ?? id).join(', ')]
      .filter(Boolean)
      .join(' · ');
  const best = () => [...props.hit.expertise].sort((a, b) => b.level - a.level).slice(0, AREAS_SHOWN);
  return (
    <div class="row row--link row--wrap">
      <Avatar who={{ id: props.hit.id, name: props.hit.name }} />
      <div class="row__main">
        <p>
          <A class="row__open name" href={`/mentors/${props.hit.id}`}>
            {props.hit.name}
          </A>
        </p>
        <p class="row__note">{work()}</p>
        <p class="row__note">{teaches()}</p>
        <div class="directory__tags">
          <For each={best()}>{({ tag }) => <Tag>{expertiseName(tag)}</Tag>}</For>
          <Show when={props.hit.expertise.length > AREAS_SHOWN}>
            <Tag kind="quiet">{props.hit.expertise.length - AREAS_SHOWN} more</Tag>
          </Show>
        </div>
      </div>
      <Show when={props.hit.free > 0} fallback={<span class="row__end small muted">{sayNoSpace(props.hit)}</span>}>
        <span class="row__end small">Has space for {count(props.hit.free, 'more mentee')}</span>
      </Show>
    </div>
  );
}
