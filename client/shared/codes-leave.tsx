import { Show, type JSX } from 'solid-js';
import { createAnswer } from '../replica/index.js';
import { Notice } from '../ui/index.js';

/** Where a code is that no email took to its person. */
const IN_OUTBOX = 'The person who runs its server can read your code in the folder “outbox” and give it to you.';

/** What is said of codes on a hub without email, instead of that they were sent. */
export const CodesStay = (): JSX.Element => <Notice title="This hub cannot email codes yet">{IN_OUTBOX}</Notice>;

/** Whether codes are emailed. Until it is known they are: nothing on the page moves where they do. */
export function createCodesLeave(): () => boolean {
  const hub = createAnswer<{ readonly leaves?: boolean }>(() => '/api/sign-in/hub');
  return () => hub.data()?.leaves !== false;
}

/** `CodesStay`, on a hub without email. */
export function CodesNotice(): JSX.Element {
  const leave = createCodesLeave();
  return (
    <Show when={!leave()}>
      <CodesStay />
    </Show>
  );
}
