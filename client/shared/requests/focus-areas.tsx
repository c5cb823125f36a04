import { For, type JSX } from 'solid-js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { Tag } from '../../ui/index.js';
import './requests.css';

/** The focus areas of a request or an offer, under a label. */
export const FocusAreas = (props: { label: string; aims: readonly string[] }): JSX.Element => (
  <div class="stack stack--tight">
    <p class="label">{props.label}</p>
    <ul class="request__aims" role="list">
      <For each={props.aims}>
        {(tag) => (
          <li>
            <Tag>{expertiseName(tag)}</Tag>
          </li>
        )}
      </For>
    </ul>
  </div>
);
