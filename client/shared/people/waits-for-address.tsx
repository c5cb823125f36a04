import { createSignal, Show, type JSX } from 'solid-js';
import { createNow } from '../pair/pair.js';
import { Notice, sayMoment } from '../../ui/index.js';
import { createJoiningAnswer } from './joining-answer.js';

/** From when the person can do what cannot be undone, while an address of theirs is too new to prove them; undefined otherwise. */
function createForGoodFrom(): () => string | undefined {
  const answer = createJoiningAnswer<{ readonly forGoodFrom?: string }>();
  const now = createNow();
  return () => {
    const from = answer.data()?.forGoodFrom;
    return from !== undefined && from > now() ? from : undefined;
  };
}

/** What cannot be undone, or from when, above what was typed before that was known. `what`: “delete your account”. `header`: of a page with nothing else. */
export function UnlessAddressIsNew(props: { what: string; meanwhile: string; header?: JSX.Element; children: JSX.Element }): JSX.Element {
  const from = createForGoodFrom();
  const [typed, setTyped] = createSignal(false);
  return (
    <>
      <Show when={from()}>
        {(since) => (
          <>
            <Show when={!typed()}>{props.header}</Show>
            <Notice title={`You can ${props.what} from ${sayMoment(since())}`}>
              An email address of yours changed in the last 3 days. We wait, in case it was not you who changed it. {props.meanwhile}
            </Notice>
          </>
        )}
      </Show>
      <Show when={typed() || !from()}>
        <div class={props.header ? 'stack stack--loose' : undefined} onInput={() => setTyped(true)}>
          {props.children}
        </div>
      </Show>
    </>
  );
}
