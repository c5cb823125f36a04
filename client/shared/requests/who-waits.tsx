import { within } from '@alongside/domain/text/mid-sentence.js';
import { For, Show, type JSX } from 'solid-js';
import { createRows, me } from '../../replica/index.js';
import { calledName, dayOf, Link, Notice, sayDay, sayOnDay, WhenLoaded, WordToCome } from '../../ui/index.js';
import { createWho, PersonName } from '../people/person-name.js';
import type { Request } from './sorted.js';

/** Named before their requests are closed for this mentor: who waits, what each is told, and the way to reply first. `doing`: “When you pause”. `forGood`: the account goes. */
export function WhoWaits(props: { doing: string; forGood?: boolean }): JSX.Element {
  // Read once: deleting the account signs out while this is still on the screen.
  const mentor = me();
  const asking = createRows('request', () => ({ mentor, status: 'open' }));
  const waiting = () => asking().toSorted((a, b) => (a.answerBy < b.answerBy ? -1 : 1));
  const self = createWho(() => mentor);
  const only = createWho(() => (waiting().length === 1 ? waiting()[0]?.mentee : undefined));
  return (
    <WhenLoaded of={[asking]} lines={2} label="Loading who is waiting for you">
      <Show when={waiting().length}>
        <Notice
          title={waiting().length === 1 ? 'A request is waiting for you' : `${waiting().length} requests are waiting for you`}
          foot={
            <Link href="/requests">
              {waiting().length === 1 && only().name ? `Reply to ${within(calledName(only()))} first` : 'Reply to them first'}
            </Link>
          }
        >
          <div class="stack stack--tight">
            <ul>
              <For each={waiting()}>
                {(request) => (
                  <li>
                    <Waits request={request} />
                  </li>
                )}
              </For>
            </ul>
            <p>
              {props.doing}, we close {waiting().length === 1 ? 'this request' : 'each of these requests'} straight away. We email them that{' '}
              <Show when={!props.forGood} fallback="the request can no longer be answered">
                {calledName(self()) || <WordToCome />} is not taking new mentees at the moment
              </Show>
              . If they chose another mentor too, we ask that mentor. Reply first if you want to write to them yourself.
            </p>
          </div>
        </Notice>
      </Show>
    </WhenLoaded>
  );
}

const Waits = (props: { request: Request }) => (
  <>
    <PersonName of={props.request.mentee} /> asked you {sayOnDay(dayOf(props.request.askedAt))}.{' '}
    {props.request.actsNext === 'mentor' ? 'You have' : 'They have'} until {sayDay(props.request.answerBy)} to reply
    {props.request.actsNext === 'mentor' ? '' : ' to your question'}.
  </>
);
