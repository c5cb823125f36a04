import { Show, type JSX } from 'solid-js';
import { ButtonLink, Section } from '../../ui/index.js';

/** Who reads the address: imports, changes and deletions show it to those who make them. */
const WHO_SEES_ADDRESS = 'Coordinators and administrators can see it too. Your mentor or mentee cannot.';

/** The address that a person signs in with, and the way to change it. */
export const SignInAddress = (props: { email: string | undefined }): JSX.Element => (
  <Section title="Your email address">
    <p class="muted">
      <Show when={props.email} fallback="We send your codes and emails to your email address.">
        {(email) => (
          <>
            You sign in with <strong>{email()}</strong>. {WHO_SEES_ADDRESS}
          </>
        )}
      </Show>
    </p>
    <div class="line line--wrap">
      <ButtonLink tone="quiet" href="/privacy/email">
        Change email address
      </ButtonLink>
      <ButtonLink tone="quiet" href="/privacy/records">
        Join another record
      </ButtonLink>
    </div>
  </Section>
);
