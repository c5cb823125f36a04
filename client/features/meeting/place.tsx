import { sayOnlyTwo } from '@alongside/domain/text/mid-sentence.js';
import { createSignal, type JSX } from 'solid-js';
import { createDraft } from '../../app/draft.js';
import { createSending } from '../../replica/index.js';
import { focusFirst, Refused, submitting } from '../../shared/forms.js';
import type { Meeting } from '../../shared/pair/pair.js';
import { Dialog, FormFoot, saying, TextField } from '../../ui/index.js';

interface Typed {
  readonly place: string;
  /** The place as it was when the person began to type. */
  readonly seen: string;
}

/** Where the two meet, or the link of a meeting online: either of them may add or change it. */
export function PlaceDialog(props: {
  open: boolean;
  onClose: () => void;
  meeting: Meeting;
  title: string;
  otherName: string;
}): JSX.Element {
  const sending = createSending();
  const draft = createDraft<Typed>(
    () => `place:${props.meeting.meeting}`,
    () => ({ place: props.meeting.place, seen: props.meeting.place }),
  );
  const [missing, setMissing] = createSignal<string>();
  const leave = () => {
    setMissing(undefined);
    props.onClose();
  };
  const close = () => {
    draft.drop();
    leave();
  };
  const save = async () => {
    const { place, seen } = draft.value();
    // One that is there may be taken away; where there is none, nothing is no answer.
    setMissing(place.trim() || seen ? undefined : props.meeting.format === 'online' ? 'Enter a link or number.' : 'Enter a place.');
    if (missing()) return;
    if (
      !(await sending.send(
        'SetMeetingPlace',
        { meeting: props.meeting.meeting, ...draft.value() },
        { draft, saved: saying(`Saved. ${props.otherName} can see it.`) },
      ))
    )
      return;
    leave();
  };
  return (
    <Dialog open={props.open} onClose={close} title={props.title}>
      <form class="stack" ref={focusFirst} novalidate onSubmit={submitting(() => void save())}>
        <Refused sending={sending} beside={['place']} />
        <TextField
          label={props.meeting.format === 'online' ? 'Link or number' : 'Place'}
          hint={sayOnlyTwo(props.otherName)}
          maxlength={200}
          value={draft.value().place}
          onInput={(place) => draft.set({ place, seen: draft.value().seen })}
          error={missing() ?? sending.problem('place')}
        />
        <FormFoot does="Save" pending={sending.pending()} onClose={close} />
      </form>
    </Dialog>
  );
}
