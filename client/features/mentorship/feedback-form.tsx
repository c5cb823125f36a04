import { sayOnlyTwo } from '@alongside/domain/text/mid-sentence.js';
import type { JSX } from 'solid-js';
import { createSending, newId } from '../../replica/index.js';
import { Dialog, DialogFoot, saying, TextArea } from '../../ui/index.js';
import { createDraft } from '../../app/draft.js';
import { Refused, submitting } from '../../shared/forms.js';
import type { Mentorship } from '../../shared/pair/pair.js';

/** Evidence and a next step; no marks and no stars. */
export default function FeedbackDialog(props: { open: boolean; onClose: () => void; pair: Mentorship; otherName: string }): JSX.Element {
  const sending = createSending();
  const draft = createDraft(
    () => `feedback:${props.pair.mentorship}`,
    () => ({ saw: '', nextStep: '' }),
  );
  const set = (change: Partial<{ saw: string; nextStep: string }>) => draft.set({ ...draft.value(), ...change });
  const give = async () => {
    if (
      !(await sending.send(
        'GiveFeedback',
        { mentorship: props.pair.mentorship, feedback: newId(), ...draft.value() },
        { draft, saved: saying(`Feedback sent. ${props.otherName} can see it.`) },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Give feedback"
      lead={`${sayOnlyTwo(props.otherName)} Line managers and induction tutors cannot see it.`}
    >
      <form class="stack" novalidate onSubmit={submitting(() => void give())}>
        <Refused sending={sending} beside={['saw', 'nextStep']} />
        <TextArea
          label="What you saw and its effect"
          hint="One thing they did, and what changed because of it."
          limit={1_200}
          value={draft.value().saw}
          onInput={(saw) => set({ saw })}
          error={sending.problem('saw')}
        />
        <TextArea
          label="Suggested next step"
          optional
          limit={1_200}
          value={draft.value().nextStep}
          onInput={(nextStep) => set({ nextStep })}
          error={sending.problem('nextStep')}
        />
        <DialogFoot does="Send feedback" pending={sending.pending()} onClose={props.onClose} />
      </form>
    </Dialog>
  );
}
