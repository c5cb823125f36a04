import { fireEvent, screen, within } from '@solidjs/testing-library';
import { sentenceOf } from '@alongside/domain/protocol/refusals.js';
import { createSignal, Show } from 'solid-js';
import { createView, replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { MEETING, openScreen, seed } from '../../shared/testing.js';
import { CancelDialog } from './cancel.js';

/** The dialog, open, over the meeting as this device has it. */
function Opened() {
  const meeting = createView('meeting', () => 'm');
  const [open, setOpen] = createSignal(true);
  return (
    <Show when={meeting()}>
      {(row) => (
        <>
          <p>{row().time?.startsAt}</p>
          <CancelDialog open={open()} onClose={() => setOpen(false)} meeting={row()} otherName="Asha" />
        </>
      )}
    </Show>
  );
}

afterEach(() => replica().close());

describe('cancelling a meeting', () => {
  test('says which time it cancels, and one that was moved meanwhile is said in the dialog', async () => {
    const moved = { startsAt: '2026-03-13T15:40:00.000Z', minutes: 40 };
    const code = 'MEETING.TIME_CHANGED';
    const message = sentenceOf({ code, facts: { time: 'Friday 13 March at 3:40pm' } });
    const hub = smallHub(({ data }) => ((data as { seen: string }).seen === moved.startsAt ? undefined : { code, message }));
    seed(hub, [['meeting', 'm', MEETING]]);
    await openScreen(hub, Opened, '/', '/');
    const dialog = within(await screen.findByRole('dialog'));
    const cancel = () => fireEvent.click(dialog.getByRole('button', { name: 'Cancel meeting' }));
    cancel();
    expect(await dialog.findByText(message)).not.toBeNull();
    hub.put('meeting', 'm', { ...MEETING, time: moved });
    await screen.findByText(moved.startsAt);
    cancel();
    await screen.findByText('Meeting cancelled');
    expect(hub.commands().map(({ type, data }) => ({ type, data }))).toEqual(
      [MEETING.time.startsAt, moved.startsAt].map((seen) => ({ type: 'CancelMeeting', data: { meeting: 'm', seen } })),
    );
  });
});
