import { Show, type JSX } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { Button, Facts, NotFetched, Section, Skeleton } from '../../ui/index.js';
import { invitationPath } from '../../shared/people/when-to-invite.js';
import { startAmongMany, startAt } from '../../shared/set-up/answers.js';
import type { StepProps } from './step-props.js';

interface Invitation {
  readonly subject: string;
  readonly text: string;
}

/** The invitation, word for word, and who gets it when. */
export function StaffStep(props: StepProps): JSX.Element {
  const at = () =>
    (props.progress.hasMore ? startAmongMany : startAt)(props.progress.schools, props.at, ({ hasCoordinator }) => !hasCoordinator);
  const invitation = createAnswer<Invitation>(() => invitationPath(at() || undefined));
  return (
    <div class="stack stack--loose">
      <p>
        When you add a colleague one at a time, they get this email. When you import a staff list, you choose when they get it: straight
        away, on a date, or later.
      </p>
      <Show
        when={invitation.data()}
        fallback={
          <Show when={invitation.failed()} fallback={<Skeleton lines={6} label="Loading the invitation" />}>
            {(said) => <NotFetched onAgain={invitation.again}>{said()}</NotFetched>}
          </Show>
        }
      >
        {(letter) => (
          <Section title="The invitation" level={3}>
            <div class="set-up__letter">
              <Facts of={[{ label: 'Subject', value: letter().subject }]} />
              <p class="set-up__text">{letter().text}</p>
            </div>
            <p class="small muted">It is addressed to you here. Your colleagues see their own names.</p>
          </Section>
        )}
      </Show>
      <div>
        <Button onPress={() => props.onNext()}>Continue</Button>
      </div>
    </div>
  );
}
