import { within } from '@alongside/domain/text/mid-sentence.js';
import { createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { createSending, me } from '../../replica/index.js';
import { waitsForWord } from '../../shared/pair/next-action.js';
import { Confirm } from '../../shared/pair/next-step.js';
import { Button, ButtonLink, FormFoot, Link, Notice, saying, sayMinutes, Slots, TextField } from '../../ui/index.js';
import { createDraft } from '../../app/draft.js';
import { createOpen, focusFirst, Refused, submitting } from '../../shared/forms.js';
import type { Meeting } from '../../shared/pair/pair.js';
import { MINUTES_MISSING } from './minutes.js';
import { PersonAvatar } from '../../shared/people/person-name.js';

/** Why a record that only one of the two made stays so. */
const ALONE = 'The other person deleted their account and cannot confirm it.';

/** What is on record once a meeting was closed, and what is still missing from it. */
export function MeetingRecord(props: {
  meeting: Meeting;
  other: string;
  otherName: string;
  /** The other deleted their account, and records nothing any more. */
  alone: boolean;
  /** Nothing else is booked or suggested, and it may be: finding the next time is the next thing to do. */
  nothingAhead: boolean;
}): JSX.Element {
  const [place, setPlace] = createSignal<HTMLElement>();
  const form = createOpen<'word'>(place);
  const mine = () => props.meeting.attendance.find(({ by }) => by === me());
  const theirs = () => props.meeting.attendance.find(({ by }) => by !== me());
  const differ = () => mine() && theirs() && mine()?.took !== theirs()?.took;
  return (
    <Show when={props.meeting.status === 'closed'}>
      <div class="stack" ref={setPlace}>
        <Show when={form.is('word')}>
          <OwnWord meeting={props.meeting} onClose={form.close} />
        </Show>
        <Switch>
          <Match when={form.any()}>{null}</Match>
          <Match when={props.meeting.setAside?.same && props.meeting.setAside}>
            {(aside) => (
              <Notice foot={<Link href={`/meetings/${aside().other}`}>See the record that counts</Link>}>
                You both recorded this meeting. It counts once. Notes and actions of both records are kept.
              </Notice>
            )}
          </Match>
          <Match when={!mine() && props.meeting.setAside?.who.some((one) => one === me())}>
            <Notice
              kind="move"
              foot={
                <Button small onPress={() => form.open('word')}>
                  Record meeting again
                </Button>
              }
            >
              You recorded another meeting at this time, so this one does not count yet. Say how long you met, or that you did not meet.
            </Notice>
          </Match>
          <Match when={props.meeting.confirmedMinutes}>
            {(minutes) => (
              <div class="stack stack--tight">
                <p class="meeting__thanks">
                  Thank you for the time you gave each other. We added {sayMinutes(minutes())} to{' '}
                  {props.alone ? 'your CPD record' : 'both your CPD records'}.
                </p>
                <Next mentorship={props.meeting.mentorship} shown={props.nothingAhead} />
              </div>
            )}
          </Match>
          <Match when={waitsForWord(props.meeting, me())}>
            <Confirm
              meeting={props.meeting.meeting}
              startsAt={props.meeting.time?.startsAt ?? ''}
              minutes={theirs()?.minutes ?? 0}
              otherName={props.otherName}
              who={<PersonAvatar of={props.other} />}
              onDiffers={() => form.open('word')}
            />
          </Match>
          <Match when={differ()}>
            <Notice
              kind="move"
              foot={
                <Button small onPress={() => form.open('word')}>
                  Change what you recorded
                </Button>
              }
            >
              You recorded that {mine()?.took ? `you met for ${sayMinutes(mine()?.minutes ?? 0)}` : 'you did not meet'}. {props.otherName}{' '}
              recorded that {theirs()?.took ? `you met for ${sayMinutes(theirs()?.minutes ?? 0)}` : 'you did not meet'}.{' '}
              {props.alone && mine()?.took ? `${ALONE} It does not count for CPD.` : 'It counts when both records match.'}
            </Notice>
          </Match>
          <Match when={mine()?.took}>
            <div class="stack stack--tight">
              <p class="meeting__thanks">Thank you for the time you gave each other.</p>
              <p class="small muted">
                You recorded {sayMinutes(mine()?.minutes ?? 0)}.{' '}
                {props.alone
                  ? `${ALONE} It does not count for CPD.`
                  : `Waiting for ${within(props.otherName)} to confirm it, so that it counts for you both.`}
              </p>
              <div class="line line--wrap line--tight">
                <Next mentorship={props.meeting.mentorship} shown={props.nothingAhead} />
                <Button tone="plain" small onPress={() => form.open('word')}>
                  Change what you recorded
                </Button>
              </div>
            </div>
          </Match>
          <Match when={props.meeting.took === false}>
            <Notice
              foot={
                <>
                  <Show when={props.nothingAhead}>
                    <Again mentorship={props.meeting.mentorship} />
                  </Show>
                  <Button small tone="plain" onPress={() => form.open('word')}>
                    {mine() ? 'Change what you recorded' : 'We did meet'}
                  </Button>
                </>
              }
            >
              This meeting did not take place. That’s OK, it happens.
            </Notice>
          </Match>
        </Switch>
      </div>
    </Show>
  );
}

/** The next thing to do once a meeting is over, where nothing is arranged yet. */
const Next = (props: { mentorship: string; shown: boolean }) => (
  <Show when={props.shown}>
    <div>
      <ButtonLink small tone="quiet" href={`/mentorships/${props.mentorship}/book`}>
        Book next meeting
      </ButtonLink>
    </div>
  </Show>
);

export const Again = (props: { mentorship: string }) => (
  <ButtonLink small tone="quiet" href={`/mentorships/${props.mentorship}/book`}>
    Book another time
  </ButtonLink>
);

/** One's own record, or a change of mind about it while the two still differ. */
function OwnWord(props: { meeting: Meeting; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const draft = createDraft<{ took: 'yes' | 'no'; minutes: string }>(
    () => `word:${props.meeting.meeting}`,
    () => {
      const mine = props.meeting.attendance.find(({ by }) => by === me());
      return { took: mine?.took === false ? 'no' : 'yes', minutes: String(mine?.minutes || (props.meeting.time?.minutes ?? 30)) };
    },
  );
  const [missing, setMissing] = createSignal(false);
  const record = async () => {
    const { took, minutes } = draft.value();
    setMissing(took === 'yes' && !minutes.trim());
    if (missing()) return;
    const data = { meeting: props.meeting.meeting, took: took === 'yes', minutes: took === 'yes' ? Math.round(Number(minutes)) : 0 };
    if (!(await sending.send('RecordAttendance', data, { draft, saved: saying('Meeting recorded') }))) return;
    props.onClose();
  };
  return (
    <form class="stack" ref={focusFirst} novalidate onSubmit={submitting(() => void record())}>
      <Refused sending={sending} beside={['minutes']} />
      <Slots
        label="Did you meet?"
        value={draft.value().took}
        onChange={(took) => draft.set({ ...draft.value(), took })}
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
      <Show when={draft.value().took === 'yes'}>
        <TextField
          label="How many minutes did you meet for?"
          kind="number"
          min={1}
          max={240}
          value={draft.value().minutes}
          onInput={(minutes) => draft.set({ ...draft.value(), minutes })}
          error={missing() ? MINUTES_MISSING : sending.problem('minutes')}
        />
      </Show>
      <FormFoot does="Record meeting" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}
