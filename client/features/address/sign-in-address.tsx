import { Show, type JSX } from 'solid-js';
import { ButtonLink, Section } from '../../ui/index.js';

/** The address with which somebody signs in, and the way to change it. */
export const SignInAddress = (props: { email: string | undefined }): JSX.Element => (
  <Section title="Your email address">
    <p class="muted">
      <Show when={props.email} fallback="We send your codes and emails to your email address.">
        {(email) => (
          <>
            You sign in with <strong>{email()}</strong>. Only you can see this.
          </>
        )}
      </Show>
    </p>
    <div>
      <ButtonLink tone="quiet" href="/privacy/email">
        Change email address
      </ButtonLink>
    </div>
  </Section>
);
