import type { JSX } from 'solid-js';
import { createSending } from '../../replica/index.js';
import { Button, Dialog, say } from '../../ui/index.js';
import { Refused } from '../pair/forms.js';
import type { Meeting } from '../pair/pair.js';

/** Calling a meeting off. The agenda stays to read; another time is one press away. */
export function CancelDialog(props: { open: boolean; onClose: () => void; meeting: Meeting; otherName: string }): JSX.Element {
  const sending = createSending();
  const cancel = async () => {
    if (!(await sending.send('CancelMeeting', { meeting: props.meeting.meeting }))) return;
    say('Called off.');
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Call this meeting off"
      lead={`${props.otherName} sees that it is off. You can find another time afterwards, or move it instead.`}
      foot={
        <>
          <Button tone="danger" pending={sending.pending()} onPress={() => void cancel()}>
            Call it off
          </Button>
          <Button tone="quiet" onPress={props.onClose}>
            Leave it as it is
          </Button>
        </>
      }
    >
      <Refused sending={sending} />
    </Dialog>
  );
}
