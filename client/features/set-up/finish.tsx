import { Show, type JSX } from 'solid-js';
import { ButtonLink, Link, List, Row, Section } from '../../ui/index.js';
import { isDone, STEP_WORDS, STEPS } from '../../shared/set-up/answers.js';
import type { StepProps } from './step-props.js';

/** What is left, and how staff come in. */
export function Finish(props: StepProps): JSX.Element {
  const left = () => STEPS.filter((step) => step !== 'staff' && step !== 'finish' && !isDone(step, props.progress));
  const at = () =>
    props.progress.schools.find(({ hasCoordinator }) => hasCoordinator)?.institution ??
    // The first of a whole register is nobody’s own.
    (props.progress.hasMore ? props.at : props.progress.schools[0]?.institution);
  return (
    <div class="stack stack--loose">
      <Show when={left().length > 0} fallback={<p>Your hub is set up. Staff can now be invited.</p>}>
        <Section title="Still to do" level={2}>
          <List each={left()}>{(step) => <Row title={<Link href={`/set-up?step=${step}`}>{STEP_WORDS[step]}</Link>} />}</List>
        </Section>
      </Show>
      <Show when={at()}>
        {(school) => (
          <Section title="Invite staff" level={2}>
            <p class="muted">
              Staff sign in at {props.progress.publicUrl} with their work email address. They do not need a password.{' '}
              {props.progress.mail === 'sends' ? '' : 'Set up email first: without it they get no code to sign in with.'}
            </p>
            <div class="line line--wrap">
              <ButtonLink href={`/members?at=${school()}`}>Add colleagues</ButtonLink>
              <ButtonLink tone="quiet" href={`/import?at=${school()}`}>
                Import a staff list
              </ButtonLink>
            </div>
          </Section>
        )}
      </Show>
      <Section title="Change anything later" level={2}>
        <p class="muted">
          <Link href="/institutions">Schools and trusts</Link> has the details, settings, term dates and people of each. This set-up stays
          in your menu.
        </p>
      </Section>
    </div>
  );
}
