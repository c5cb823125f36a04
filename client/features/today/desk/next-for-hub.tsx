import { createEffect, onCleanup, Show, type JSX } from 'solid-js';
import { createAnswer } from '../../../replica/index.js';
import { createKeptOfAll, createSendingKept } from '../../../shared/people/kept-invitations.js';
import { Button, ButtonLink, count, MoveCard, Notice } from '../../../ui/index.js';
import { isDone, nextStep, STEP_WORDS, STEPS, type SetUpProgress } from '../../../shared/set-up/answers.js';

/** Why people get no emails: a quiet line, for what to do is on Hub status. */
const EMAILS_WORDS = {
  failing: 'Emails of this hub are not being sent.',
  held: 'This hub was restored from a backup and holds its emails.',
} as const;

/** Who administers the hub: what its set-up needs next, or where everything is looked after. */
export function NextForHub(props: { titled: boolean; onHeading: (heading: string) => void }): JSX.Element {
  const progress = createAnswer<SetUpProgress>(() => '/api/set-up', { ofOthers: true });
  const next = () => {
    const now = progress.data();
    if (!now) return undefined;
    const step = nextStep(now);
    return isDone(step, now) || step === 'staff' || step === 'finish' ? 'done' : step;
  };
  const left = () => {
    const now = progress.data();
    return now ? STEPS.filter((step) => step !== 'staff' && step !== 'finish' && !isDone(step, now)).length : 0;
  };
  createEffect(() => {
    const now = next();
    if (now) props.onHeading(now === 'done' ? 'Your hub is ready' : 'Set up your hub');
  });
  onCleanup(() => props.onHeading(''));
  return (
    <>
      <Show when={progress.data()?.emails}>
        {(why) => (
          <p class="muted">
            {EMAILS_WORDS[why()]} <a href="/health">See hub status</a>
          </p>
        )}
      </Show>
      <NotEmailed />
      <Show when={next()}>
        {(step) => (
          <Show
            when={step() !== 'done'}
            fallback={
              <Show when={!props.titled}>
                <p class="muted">You can add schools, choose who coordinates them, and see how this hub is running.</p>
                <div class="line line--wrap">
                  <ButtonLink href="/institutions">See schools and trusts</ButtonLink>
                  <ButtonLink tone="quiet" href="/health">
                    See hub status
                  </ButtonLink>
                </div>
              </Show>
            }
          >
            <MoveCard
              label={left() === 1 ? 'One step left' : `${left()} steps left`}
              title={STEP_WORDS[step() as keyof typeof STEP_WORDS]}
              lead="You can stop at any time and continue here."
            >
              <ButtonLink href="/set-up">Continue set-up</ButtonLink>
            </MoveCard>
          </Show>
        )}
      </Show>
    </>
  );
}

/** Invitations that the hub could not send in time: to be sent now. */
function NotEmailed(): JSX.Element {
  const kept = createKeptOfAll();
  const sending = createSendingKept(() => kept.again());
  const people = () => (kept.data()?.leaves ? (kept.data()?.people.length ?? 0) : 0);
  return (
    <Show when={people()}>
      {(number) => (
        <MoveCard
          title={`Send ${count(number(), 'invitation')}`}
          lead={`This hub could not send ${number() === 1 ? 'it' : 'them'} in time. You can send ${number() === 1 ? 'it' : 'them'} now.`}
        >
          <Show when={sending.failure()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
          <Button pending={sending.pending()} onPress={() => void sending.send({})}>
            Email {count(number(), 'person', 'people')}
          </Button>
        </MoveCard>
      )}
    </Show>
  );
}
