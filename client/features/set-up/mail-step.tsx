import { Show, type JSX } from 'solid-js';
import { Button, Notice } from '../../ui/index.js';
import { MailForm } from './mail-form.js';
import type { StepProps } from './step-props.js';

/** How email is sent, or that it is left for later and what that means. */
export const MailStep = (props: StepProps): JSX.Element => (
  <div class="stack stack--loose">
    <p>
      People sign in with a code that we email to them, and invitations and reminders go by email too. Your IT team can give you these
      settings.
    </p>
    <MailForm hubName={props.progress.hubName} onSaved={() => props.onNext()} onChanged={props.onChanged} />
    <Show when={props.progress.mail === 'outbox'}>
      <Notice
        title="You can do this later"
        foot={
          <Button tone="quiet" onPress={() => props.onNext()}>
            Skip email for now
          </Button>
        }
      >
        <p>
          Until then, no invitations or sign-in codes are sent. We keep each message as a file in the folder “outbox”, beside the hub’s
          data. Only the person who runs the server can read it there.
        </p>
      </Notice>
    </Show>
  </div>
);
