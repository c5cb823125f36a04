import { createSignal, Show, type JSX } from 'solid-js';
import { createFormDraft } from '../../app/draft.js';
import { createAct } from '../../app/act.js';
import { createSending, createView, me } from '../../replica/index.js';
import { Button, dayAfter, dayOf, DateField, Dialog, OnceRead, RadioGroup, sayDay } from '../../ui/index.js';
import type { OwnProfile } from './answers.js';
import { SectionForm, SectionFrame, type SectionProps } from './section-frame.js';

type Props = SectionProps & { readonly own: OwnProfile };

/** For those who offer mentoring: taking a break from new requests, coming back, and stopping. */
export function MentoringSection(props: Props): JSX.Element {
  const caseload = createView('caseload', me);
  const { person } = props.own;
  const paused = () => props.own.paused;
  const resuming = createAct();
  const words = () => {
    const pause = paused();
    if (!pause) return `You can be asked. ${caseload()?.taken ?? 0} of ${props.own.places} places are taken.`;
    return pause.until
      ? `No new requests until ${sayDay(pause.until)}. Those you mentor carry on.`
      : 'No new requests for now. Those you mentor carry on.';
  };
  return (
    <SectionFrame
      {...props}
      change={paused() ? 'Change the pause' : 'Pause'}
      summary={
        <>
          <OnceRead of={paused() ? [] : [caseload]} lines={1} label="Counting your places">
            <p>{words()}</p>
          </OnceRead>
          <div class="line line--wrap line--tight">
            <Show when={paused()}>
              <Button
                tone="quiet"
                small
                pending={resuming.pending()}
                onPress={() => void resuming.run('ResumeMentoring', { person }, 'You can be asked again.')}
              >
                Take requests again
              </Button>
            </Show>
            <Stop person={person} />
          </div>
        </>
      }
      form={<PauseForm {...props} />}
    />
  );
}

function PauseForm(props: Props): JSX.Element {
  const sending = createSending();
  const tomorrow = dayAfter(dayOf(), 1);
  const draft = createFormDraft<{ kind: 'open' | 'until'; until: string }>(() => 'profile:pause', {
    kind: props.own.paused?.until ? 'until' : 'open',
    until: props.own.paused?.until ?? dayAfter(dayOf(), 28),
  });
  const [kind, setKind] = draft.field('kind');
  const [until, setUntil] = draft.field('until');
  const save = async () => {
    const data = { person: props.own.person, until: kind() === 'until' ? until() : null };
    if (!(await sending.send('PauseMentoring', data))) return;
    draft.drop();
    props.onSaved();
  };
  return (
    <SectionForm
      draft={draft}
      sending={sending}
      fields={['until']}
      onSave={() => void save()}
      onClose={props.onClose}
      save="Pause new requests"
    >
      <RadioGroup
        label="For how long"
        value={kind()}
        onChange={setKind}
        choices={[
          { value: 'open', label: 'Until I say otherwise' },
          { value: 'until', label: 'Until a certain day' },
        ]}
      />
      <Show when={kind() === 'until'}>
        <DateField
          label="First day you can be asked again"
          min={tomorrow}
          value={until()}
          onInput={setUntil}
          error={sending.problem('until')}
        />
      </Show>
    </SectionForm>
  );
}

function Stop(props: { person: string }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const stopping = createAct();
  const stop = async () => {
    if (await stopping.run('WithdrawMentoring', { person: props.person }, 'You no longer offer mentoring. Thank you for what you gave.'))
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
        lead="You will no longer be found or suggested. Whoever you mentor now stays with you until the two of you end it, and you can come back whenever you like."
        foot={
          <>
            <Button tone="plain" onPress={() => setOpen(false)}>
              Go on offering it
            </Button>
            <Button pending={stopping.pending()} onPress={() => void stop()}>
              Stop offering
            </Button>
          </>
        }
      />
    </>
  );
}
