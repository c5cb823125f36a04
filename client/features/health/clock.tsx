import type { JSX } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { createSending } from '../../replica/index.js';
import { Refused } from '../../shared/forms.js';
import { Button, Notice, saying } from '../../ui/index.js';
import { sayStamp, type ClockStatus } from './clock-words.js';

const RESTED = 'If the clock is wrong, set it. If no one has used the hub since then, say that the clock is right.';
const WAS_AHEAD = 'If the clock is wrong, set it. If it was wrong before and is right now, say that it is right.';

/** A clock that is too far from the newest event stops the hub: it is set, or an administrator says that it is right. */
export function WrongClock(props: { of: ClockStatus; onConfirmed: () => void }): JSX.Element {
  const sending = createSending();
  const confirm = async () => {
    const data = { institution: HUB_INSTITUTION, newest: props.of.newest ?? '' };
    if (await sending.send('ConfirmDate', data, { saved: saying('Date confirmed') })) props.onConfirmed();
  };
  return (
    <Notice
      kind="move"
      title={`The server’s clock says ${sayStamp(props.of.now)}`}
      foot={
        <Button small pending={sending.pending()} onPress={() => void confirm()}>
          The clock is right
        </Button>
      }
    >
      <div class="stack stack--tight">
        <Refused sending={sending} />
        <p>The newest change on this hub is from {sayStamp(props.of.newest ?? '')}.</p>
        <p>{props.of.state === 'ahead' ? RESTED : WAS_AHEAD}</p>
      </div>
    </Notice>
  );
}
