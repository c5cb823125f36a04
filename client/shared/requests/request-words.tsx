import { For, Show, type JSX } from 'solid-js';
import { me, type ComputedAnswer } from '../../replica/index.js';
import { dayOf, calledName, Reasons, sayDayNear } from '../../ui/index.js';
import { saySlotShort } from '../mentors/slot.js';
import { reasonsOf } from '../mentors/suggestions.js';
import { createWho } from '../people/person-name.js';
import { FocusAreas } from './focus-areas.js';
import type { AboutRequest } from './say-yes.js';
import type { Request } from './sorted.js';
import './requests.css';

/** What was asked: the note, the aims, the times, and what the two have said since. */
export function RequestWords(props: { request: Request; withoutTimes?: boolean }): JSX.Element {
  return (
    <div class="stack">
      <Show when={props.request.note}>
        <p class="request__note">{props.request.note}</p>
      </Show>
      <Show when={props.request.aims.length}>
        <FocusAreas label="Focus areas" aims={props.request.aims} />
      </Show>
      <Show when={!props.withoutTimes && props.request.times.length}>
        <p class="small muted">Suggested times: {props.request.times.map(({ startsAt }) => saySlotShort(startsAt)).join(' · ')}</p>
      </Show>
      <For each={props.request.messages}>{(message) => <Message message={message} />}</For>
    </div>
  );
}

function Message(props: { message: Request['messages'][number] }): JSX.Element {
  const who = createWho(() => props.message.from);
  const mine = () => props.message.from === me();
  return (
    <div class={mine() ? 'request__message request__message--mine' : 'request__message'}>
      <p class="small muted">
        {mine() ? 'You' : calledName(who())}, {sayDayNear(dayOf(props.message.at))}
      </p>
      <p>{props.message.text}</p>
    </div>
  );
}

/** To the mentor alone: what speaks for saying yes, and what to think about first. */
export function WhyAskedYou(props: { answer: ComputedAnswer<AboutRequest>; folded?: boolean | undefined }): JSX.Element {
  const reasons = () => <Reasons of={reasonsOf(props.answer.data()?.reasons ?? [])} />;
  return (
    <Show when={props.answer.data()?.reasons.length}>
      <Show
        when={props.folded}
        fallback={
          <div class="stack stack--tight">
            <p class="label">What this means for you</p>
            {reasons()}
          </div>
        }
      >
        <details>
          <summary class="small">What this means for you</summary>
          <div class="room-above">{reasons()}</div>
        </details>
      </Show>
    </Show>
  );
}
