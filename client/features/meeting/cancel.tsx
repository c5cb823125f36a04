import type { JSX } from 'solid-js';
import { createSending } from '../../replica/index.js';
import { Refused } from '../../shared/forms.js';
import type { Meeting } from '../../shared/pair/pair.js';
import { Button, Dialog, saying } from '../../ui/index.js';

/** Calling a meeting off. The agenda stays to read; another time is one press away. */
export function CancelDialog(props: { open: boolean; onClose: () => void; meeting: Meeting; otherName: string }): JSX.Element {
  const sending = createSending();
  const cancel = async () => {
    const { meeting, time, suggestion } = props.meeting;
    const seen = time ? { seen: time.startsAt } : { seen: null, suggestion };
    if (!(await sending.send('CancelMeeting', { meeting, ...seen }, { saved: saying('Meeting cancelled') }))) return;
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Cancel meeting"
      lead={`${props.otherName} will see that you cancelled it. You can book another time afterwards.`}
      foot={
        <>
          <Button tone="danger" pending={sending.pending()} onPress={() => void cancel()}>
            Cancel meeting
          </Button>
          <Button tone="quiet" onPress={props.onClose}>
            Keep meeting
          </Button>
        </>
      }
    >
      <Refused sending={sending} />
    </Dialog>
  );
}
