import { sayOnlyTwo, within } from '@alongside/domain/text/mid-sentence.js';
import { Show, type JSX } from 'solid-js';
import { createSending, me, unanswered, type Sending, type Sent } from '../../replica/index.js';
import { Button, dayOf, Notice, sayDayNear, sayTime, Section, TextArea, timeOf } from '../../ui/index.js';
import { createDraft, type Draft } from '../../app/draft.js';
import { Refused, submitting } from '../../shared/forms.js';
import type { WholeMeeting } from '../../shared/meetings/content.js';
import { bothTexts, notesStatusOf, type NotesDraft } from './notes.js';

const NOTES_LIMIT_CHARS = 20_000;

/** The notes of a meeting as this person types them: kept here until they are saved, under the edition that they started from. */
export const createNotesDraft = (meeting: () => WholeMeeting): Draft<NotesDraft> =>
  createDraft<NotesDraft>(
    () => `notes:${meeting().meeting}`,
    () => ({ edition: meeting().notes?.edition ?? 0, base: meeting().notes?.text ?? '', text: meeting().notes?.text ?? '' }),
  );

/** Saves them; what was typed goes once it is safe with the hub. Until then it stays in the form, which may be open all the time. */
export async function saveNotes(meeting: string, draft: Draft<NotesDraft>, send: Sending['send']): Promise<Sent> {
  const sent = draft.value();
  const onItsWay = unanswered('SaveNotes');
  if (onItsWay?.meeting === meeting && onItsWay.text === sent.text) return 'kept';
  const saved = () => {
    // Words typed while it was on its way start from what was just saved.
    const now = draft.value();
    if (now.text === sent.text) draft.drop();
    else draft.set({ edition: sent.edition + 1, base: sent.text, text: now.text });
  };
  return send('SaveNotes', { meeting, edition: sent.edition, text: sent.text }, { saved });
}

/** The notes of a meeting; `fixed`: what happened, in words, where they can only be read since. */
export const Notes = (props: { meeting: WholeMeeting; otherName: string; fixed: string | false }): JSX.Element => (
  <Section title="Notes">
    <Show when={props.fixed} fallback={<NotesForm meeting={props.meeting} otherName={props.otherName} />}>
      {(since) => <FixedNotes meeting={props.meeting} otherName={props.otherName} since={since()} />}
    </Show>
  </Section>
);

/** Notes to read. What was typed and not saved in time is shown too, so that nothing vanishes from under anybody. */
function FixedNotes(props: { meeting: WholeMeeting; otherName: string; since: string }): JSX.Element {
  const draft = createNotesDraft(() => props.meeting);
  return (
    <div class="stack stack--tight">
      <Show when={props.meeting.notes?.text} fallback={<p class="muted">No notes.</p>}>
        {(text) => <p class="notes__fixed reading">{text()}</p>}
      </Show>
      <p class="small muted">{noteState(props.meeting, props.otherName, 'saved')}</p>
      <Show when={draft.typed()}>
        <Notice title={`Not saved: ${props.since} before you saved this`}>
          <p class="notes__fixed reading">{draft.value().text}</p>
        </Notice>
      </Show>
    </div>
  );
}

/** Notes that both can write. The second to save sees both texts and decides; nothing is overwritten. */
function NotesForm(props: { meeting: WholeMeeting; otherName: string }): JSX.Element {
  const sending = createSending();
  const draft = createNotesDraft(() => props.meeting);
  const edition = () => props.meeting.notes?.edition ?? 0;
  const status = () => notesStatusOf(draft.typed() ? draft.value() : undefined, edition());
  const shown = () => (status() === 'saved' ? 'saved' : sending.pending() ? 'sending' : sending.waiting() ? 'kept' : 'typed');
  const type = (text: string) => {
    const { edition: started, base } = draft.value();
    draft.set({ edition: started, base, text });
  };
  const save = () => saveNotes(props.meeting.meeting, draft, sending.send);
  const refusedOtherwise = () => sending.refusal() && sending.refusal()?.code !== 'MEETING.NOTES_CHANGED';
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (status() === 'typed' && !sending.waiting()) void save();
  };
  return (
    <form class="stack" novalidate onSubmit={submitting(() => void save())}>
      <Show when={refusedOtherwise()}>
        <Refused sending={sending} beside={['text']} />
      </Show>
      <Show when={status() === 'overtaken'}>
        <Overtaken meeting={props.meeting} otherName={props.otherName} draft={draft} onKept={() => void save()} />
      </Show>
      <TextArea
        label={status() === 'overtaken' ? 'What you wrote' : 'Meeting notes'}
        unlabelled={status() !== 'overtaken'}
        reading
        rows={8}
        placeholder="What you said, tried or decided, in a few lines"
        limit={NOTES_LIMIT_CHARS}
        value={draft.value().text}
        onInput={type}
        onKeyDown={keys}
        error={sending.problem('text')}
      />
      <div class="line line--wrap">
        <Show when={status() === 'typed' && !sending.waiting()}>
          <Button type="submit" pending={sending.pending()}>
            Save notes
          </Button>
        </Show>
        <p class="small muted">{noteState(props.meeting, props.otherName, shown())}</p>
      </div>
    </form>
  );
}

/** “Saved by you today at 4.05 · only the two of you can read this” */
function noteState({ notes }: WholeMeeting, otherName: string, state: 'typed' | 'sending' | 'kept' | 'saved'): string {
  const readers = sayOnlyTwo(otherName);
  if (state === 'typed') return `Not saved: you are still writing. ${readers}`;
  if (state === 'kept') return `Not saved yet: we are still trying to send it. ${readers}`;
  if (state === 'sending') return `Saving. ${readers}`;
  if (!notes) return readers;
  const when = `${sayDayNear(dayOf(notes.at))} at ${sayTime(timeOf(notes.at))}`;
  return `Saved by ${notes.by === me() ? 'you' : within(otherName)} ${when}. ${readers}`;
}

/** Both texts, side by side with three ways on. What is kept is saved at once; where that is refused, it stays in the form. */
function Overtaken(props: { meeting: WholeMeeting; otherName: string; draft: Draft<NotesDraft>; onKept: () => void }): JSX.Element {
  const newer = () => props.meeting.notes?.text ?? '';
  const keep = (text: string) => {
    props.draft.set({ edition: props.meeting.notes?.edition ?? 0, base: newer(), text });
    // Words that are all in the newer notes leave nothing to save.
    if (props.draft.typed()) props.onKept();
  };
  return (
    <Notice
      kind="refusal"
      title={`${props.meeting.notes?.by === me() ? 'You' : props.otherName} saved newer notes while you were writing`}
      foot={
        <>
          <Button small onPress={() => keep(bothTexts(props.draft.value(), newer()))}>
            Keep both
          </Button>
          <Button small tone="quiet" onPress={() => keep(props.draft.value().text)}>
            Keep mine
          </Button>
          <Button small tone="quiet" onPress={() => props.draft.drop()}>
            Keep the newer notes
          </Button>
        </>
      }
    >
      <p>We kept what you wrote below. These are the newer notes:</p>
      <blockquote class="notes__newer reading">{newer() || 'They are empty.'}</blockquote>
    </Notice>
  );
}
