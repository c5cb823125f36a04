import { createSignal, type JSX } from 'solid-js';
import { post } from '../../replica/index.js';
import { focusHeading } from '../../shared/requests/focus.js';
import { Button, Notice, say, sayRefused } from '../../ui/index.js';
import { sayStamp } from './clock-words.js';

/** A hub that was restored from a backup may be a copy that is only tried: it emails real people once an administrator says so. */
export function HeldEmails(props: { of: { readonly backup?: string }; onReleased: () => void }): JSX.Element {
  const [pending, setPending] = createSignal(false);
  const release = async () => {
    if (pending()) return;
    setPending(true);
    const answer = await post('/api/mail/release', {});
    setPending(false);
    if (answer.ok) {
      say('Emails are no longer held');
      // The button goes with the notice.
      focusHeading();
    } else sayRefused(answer.error.message);
    props.onReleased();
  };
  return (
    <Notice
      kind="move"
      title="This hub holds its emails"
      foot={
        <Button small pending={pending()} onPress={() => void release()}>
          Send emails
        </Button>
      }
    >
      <div class="stack stack--tight">
        <p>
          It was restored from {props.of.backup ? `the backup of ${sayStamp(props.of.backup)}` : 'a backup'}. It emails only what people ask
          for, such as codes to sign in.
        </p>
        <p>If it takes the place of the old hub, send emails. We do not send any about what happened more than 2 days ago.</p>
        <p>If it is only a copy to try, leave it like this. It has the email addresses of real people.</p>
      </div>
    </Notice>
  );
}
