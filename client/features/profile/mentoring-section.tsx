import { createSignal, Show, type JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import { createView, me } from '../../replica/index.js';
import { Button, count, Dialog, WhenLoaded } from '../../ui/index.js';
import { ResumeRequests, sayPaused } from '../../shared/requests/resume.js';
import { WhoWaits } from '../../shared/requests/who-waits.js';
import type { OwnProfile } from './answers.js';
import { PauseForm } from './forms.js';
import { SectionFrame, type SectionProps } from './section-frame.js';

type Props = SectionProps & { readonly own: OwnProfile };

/** For those who offer mentoring: taking a break from new requests, coming back, and stopping. */
export function MentoringSection(props: Props): JSX.Element {
  const caseload = createView('caseload', me);
  const { person } = props.own;
  const paused = () => props.own.paused;
  const words = () => {
    const pause = paused();
    if (!pause) return `People can ask you to mentor them. You have ${caseload()?.taken ?? 0} of ${count(props.own.places, 'mentee')}.`;
    return sayPaused(pause);
  };
  return (
    <SectionFrame
      {...props}
      change={paused() ? 'Change pause' : 'Pause new requests'}
      summary={
        <>
          <WhenLoaded of={paused() ? [] : [caseload]} lines={1} label="Loading your mentees">
            <p>{words()}</p>
          </WhenLoaded>
          <div class="line line--wrap line--tight">
            <Show when={paused()}>
              <ResumeRequests />
            </Show>
            <Stop person={person} />
          </div>
        </>
      }
      form={<PauseForm {...props} />}
    />
  );
}

function Stop(props: { person: string }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const stopping = createAct();
  const stop = async () => {
    if (
      await stopping.run('WithdrawMentoring', { person: props.person }, 'You no longer offer mentoring. Thank you for the time you gave.')
    )
      setOpen(false);
  };
  return (
    <>
      <Button tone="plain" small onPress={() => setOpen(true)}>
        Stop offering mentoring
      </Button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title="Stop offering mentoring?"
        lead="People can no longer find you, and we no longer suggest you. You keep your mentees until either of you ends the mentorship. You can offer mentoring again at any time."
        foot={
          <>
            <Button tone="plain" onPress={() => setOpen(false)}>
              Cancel
            </Button>
            <Button pending={stopping.pending()} onPress={() => void stop()}>
              Stop offering mentoring
            </Button>
          </>
        }
      >
        <WhoWaits doing="When you stop" />
      </Dialog>
    </>
  );
}
