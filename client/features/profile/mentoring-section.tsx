import { createSignal, Show, type JSX } from 'solid-js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { addSchoolDays } from '@alongside/domain/uk/school-days.js';
import { createFormDraft } from '../../app/draft.js';
import { createAct } from '../../app/act.js';
import { createSending, createView, me } from '../../replica/index.js';
import { Button, count, dayAfter, dayOf, DateField, Dialog, WhenLoaded, RadioGroup } from '../../ui/index.js';
import { createOwnCalendar } from '../../shared/institutions/own-calendar.js';
import { ResumeRequests, sayPaused } from '../../shared/requests/resume.js';
import { WhoWaits } from '../../shared/requests/who-waits.js';
import type { OwnProfile } from './answers.js';
import { SectionForm, SectionFrame, type SectionProps } from './section-frame.js';

const PAUSE_AT_FIRST_DAYS = 28;

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

/** Pausing begins from the school's calendar: a day on which nobody works is no first day for requests. */
function PauseForm(props: Props): JSX.Element {
  const calendar = createOwnCalendar();
  const firstDay = () => addSchoolDays(calendar(), dayAfter(dayOf(), PAUSE_AT_FIRST_DAYS) as Day, 0);
  return (
    <WhenLoaded of={[calendar]} lines={2} label="Loading your school’s calendar">
      <PauseFields {...props} firstDay={firstDay()} />
    </WhenLoaded>
  );
}

function PauseFields(props: Props & { firstDay: string }): JSX.Element {
  const sending = createSending();
  const tomorrow = dayAfter(dayOf(), 1);
  const draft = createFormDraft<{ kind: 'open' | 'until'; until: string }>(() => 'profile:pause', {
    kind: props.own.paused?.until ? 'until' : 'open',
    until: props.own.paused?.until ?? props.firstDay,
  });
  const [kind, setKind] = draft.field('kind');
  const [until, setUntil] = draft.field('until');
  const save = async () => {
    const data = { person: props.own.person, until: kind() === 'until' ? until() : null };
    const saved = () => props.onSaved('New requests are paused. Your mentorships continue.');
    if (await sending.send('PauseMentoring', data, { draft, saved })) props.onSent();
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
      <WhoWaits doing="When you pause" />
      <RadioGroup
        label="For how long"
        value={kind()}
        onChange={setKind}
        choices={[
          { value: 'open', label: 'Until I resume' },
          { value: 'until', label: 'Until a date' },
        ]}
      />
      <Show when={kind() === 'until'}>
        <DateField label="First day for new requests" min={tomorrow} value={until()} onInput={setUntil} error={sending.problem('until')} />
      </Show>
    </SectionForm>
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
