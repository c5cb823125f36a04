import { For, Show, type JSX } from 'solid-js';
import { A } from '@solidjs/router';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { phase } from '@alongside/domain/uk/taxonomy/lists.js';
import { subjectName } from '@alongside/domain/uk/taxonomy/subjects.js';
import { atStart, Avatar, count, sayDay, Tag } from '../../ui/index.js';
import type { Hit } from './answer.js';
import { Marked } from './marked.js';
import { sayMilesAway } from './near.js';
import { valuesMet, wordsMet } from './met.js';

const AREAS_SHOWN = 3;

/** Why there is no space: a pause is not the same as having all the mentees that they can. */
const sayNoSpace = ({ paused }: Hit): string =>
  paused ? `Not taking requests${paused.until ? ` until ${sayDay(paused.until)}` : ' right now'}` : 'Full';

/** One mentor of the results; the whole line leads to their profile. */
export function Found(props: { hit: Hit; near: string | undefined }): JSX.Element {
  const met = () => valuesMet(props.hit);
  const work = () => [props.hit.jobTitle, ...props.hit.institutions].filter(Boolean).join(', ');
  /** They work at the very school from which the distance is: it stands above. */
  const isThere = () => props.hit.miles === 0 && props.near !== undefined && props.hit.institutions.includes(props.near);
  const isMet = (id: string) => (met().has(id) ? 1 : 0);
  // What met the search is always among those that are shown.
  const best = () => [...props.hit.expertise].sort((a, b) => isMet(b.tag) - isMet(a.tag) || b.level - a.level).slice(0, AREAS_SHOWN);
  return (
    <div class="row row--link row--wrap">
      <Avatar who={{ id: props.hit.id, name: props.hit.name }} />
      <div class="row__main">
        <p>
          <A class="row__open name" href={`/mentors/${props.hit.id}`}>
            <Marked text={props.hit.name} words={wordsMet(props.hit, 'name')} />
          </A>
        </p>
        <p class="row__note">
          <Marked text={work()} words={wordsMet(props.hit, 'job', 'school')} />
        </p>
        <Show when={props.hit.miles !== undefined && !isThere()}>
          <p class="row__note">{atStart(sayMilesAway(props.hit.miles ?? 0))}</p>
        </Show>
        <p class="row__note">
          <Taught ids={props.hit.subjects} nameOf={subjectName} met={met()} />
          <Show when={props.hit.subjects.length && props.hit.phases.length}> · </Show>
          <Taught ids={props.hit.phases} nameOf={(id) => phase(id)?.name ?? id} met={met()} />
        </p>
        <Show when={props.hit.excerpt}>
          {(excerpt) => (
            <p class="row__note directory__excerpt">
              <Marked text={excerpt()} words={wordsMet(props.hit, 'about')} />
            </p>
          )}
        </Show>
        <div class="directory__tags">
          <For each={best()}>
            {({ tag }) => (
              <Tag>
                <Name name={expertiseName(tag)} met={met().has(tag)} />
              </Tag>
            )}
          </For>
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

/** Subjects or phases by name, those that met the search marked. */
function Taught(props: { ids: readonly string[]; nameOf: (id: string) => string; met: ReadonlySet<string> }): JSX.Element {
  return (
    <For each={props.ids}>
      {(id, index) => (
        <>
          {index() > 0 ? ', ' : ''}
          <Name name={props.nameOf(id)} met={props.met.has(id)} />
        </>
      )}
    </For>
  );
}

function Name(props: { name: string; met: boolean }): JSX.Element {
  return (
    <Show when={props.met} fallback={props.name}>
      <mark class="directory__met">{props.name}</mark>
    </Show>
  );
}
