import { createEffect, onCleanup, Show, type JSX } from 'solid-js';
import { createAnswer } from '../../../replica/index.js';
import { ButtonLink, MoveCard } from '../../../ui/index.js';
import { isDone, nextStep, STEP_WORDS, STEPS, type SetUpProgress } from '../../../shared/set-up/answers.js';

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
  );
}
