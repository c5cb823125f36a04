import { For, Show, type JSX } from 'solid-js';
import { createFurther } from '../../shared/people/two-addresses.js';
import { ButtonLink, Section } from '../../ui/index.js';

/** The addresses that a person signs in with, and the way to change theirs. Who can see them is said once, among what others see. */
export function SignInAddress(props: { email: string | undefined }): JSX.Element {
  const { further } = createFurther();
  return (
    <Section title="Your email address">
      <p class="muted">
        <Show when={props.email} fallback="We send your codes and emails to your email address.">
          {(email) => (
            <>
              You sign in with <strong>{email()}</strong>
              <For each={further()}>
                {(other) => (
                  <>
                    {' '}
                    and with <strong>{other.email}</strong>
                  </>
                )}
              </For>
              .
              <Show when={further().length}>
                {' '}
                We email you at {email()}. You can choose which one to keep under “Change email address”.
              </Show>
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
}
