import { Show, type JSX } from 'solid-js';
import { createAnswer } from '../replica/index.js';
import { Notice } from '../ui/index.js';

/** Where a code is that no email took to its person. */
const IN_OUTBOX = 'The person who runs its server can read your code in the folder “outbox” and give it to you.';

/** What is said of codes on a hub without email, instead of that they were sent. */
export const CodesStay = (): JSX.Element => <Notice title="This hub cannot email codes yet">{IN_OUTBOX}</Notice>;

/** What to do where an emailed code does not come. The same for everyone: whether an email was sent would tell who has an account. */
export const CodeMissing = (): JSX.Element => (
  <p class="small muted">
    No code after a few minutes? Check your junk folder. If it is not there, this hub may not be able to send email right now. Ask the
    person who runs it.
  </p>
);

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
