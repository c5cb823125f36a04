import type { JSX } from 'solid-js';
import { COMPLETION_WINDOW_DAYS } from '@alongside/domain/mentorships/limits.js';
import { createSending } from '../../../replica/index.js';
import type { ViewRows } from '../../../replica/view-rows.js';
import { Refused, submitting } from '../../../shared/forms.js';
import { useCalled } from '../../../shared/people/called-apart.js';
import { createWho } from '../../../shared/people/person-name.js';
import { Dialog, DialogFoot, saying, WhenLoaded } from '../../../ui/index.js';

/** Asks a pair that no longer meets whether it continues. What happens with and without a reply is said before. */
export function SuggestEnd(props: { open: boolean; onClose: () => void; pair: ViewRows['pairing'] }): JSX.Element {
  const call = useCalled();
  const mentor = createWho(() => props.pair.mentor);
  const mentee = createWho(() => props.pair.mentee);
  const [asha, ben] = [() => call(mentor()), () => call(mentee())];
  const isNamed = () => Boolean(asha() && ben());
  const sending = createSending();
  const suggest = async () => {
    if (
      !(await sending.send(
        'ProposeClosing',
        { mentorship: props.pair.mentorship },
        { saved: saying(`We have asked ${ben()} and ${asha()} whether they would like to continue.`) },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Suggest ending mentorship"
      lead={
        isNamed()
          ? `We ask ${mentee().name} and ${mentor().name} whether they would like to continue, on Today and by email. We say that you suggested it.`
          : undefined
      }
    >
      <WhenLoaded of={[{ loading: !isNamed() }]} lines={4} label="Loading names">
        <form class="stack" novalidate onSubmit={submitting(() => void suggest())}>
          <Refused sending={sending} beside={[]} />
          <ul class="desk__outcomes">
            <li>Either of them can continue. Their mentorship then stays as it is.</li>
            <li>Either of them can end it at once, as always.</li>
            <li>If neither replies within {COMPLETION_WINDOW_DAYS} school days, we end it. It is no one’s fault.</li>
          </ul>
          <p class="small muted">If it ends, both keep their notes, and {ben()} can choose another mentor.</p>
          <DialogFoot does="Suggest ending mentorship" pending={sending.pending()} onClose={props.onClose} />
        </form>
      </WhenLoaded>
    </Dialog>
  );
}
