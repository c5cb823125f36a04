import { Show, type JSX } from 'solid-js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { createRows, createSending } from '../../replica/index.js';
import { Refused, submitting } from '../../shared/forms.js';
import { atStart, count, DialogFoot, Notice, saying, WhenLoaded } from '../../ui/index.js';

/** Opens a closed school again, after what that means for its members. */
export function ReopenForm(props: { of: InstitutionRow; onSent: () => void; onCancel: () => void }): JSX.Element {
  const asked = createRows('asked-where', () => ({ institution: props.of.institution }));
  const elsewhere = createRows('invitation', () => ({ closed: props.of.institution }));
  const sending = createSending();
  const name = () => props.of.details.name;
  const reopen = async () => {
    if (sending.pending()) return;
    const going = { needsHub: true, saved: saying(`${name()} is open again`) };
    if (await sending.send('ReopenInstitution', { institution: props.of.institution }, going)) props.onSent();
  };
  return (
    <form class="stack" novalidate onSubmit={submitting(() => void reopen())}>
      <Refused sending={sending} />
      <WhenLoaded of={[asked, elsewhere]} lines={2} label="Loading members">
        <Notice title="What follows">
          <div class="stack stack--tight">
            <Show when={asked().length > 0} fallback={<p>No members are being asked where they work now.</p>}>
              <p>
                {atStart(count(asked().length, 'member'))} {asked().length === 1 ? 'is' : 'are'} still in the list here. We stop asking
                where they work now, and they are members as before.
              </p>
            </Show>
            <Show when={elsewhere().length > 0}>
              <p>
                {atStart(count(elsewhere().length, 'person', 'people'))} asked to join another school or trust, and{' '}
                {elsewhere().length === 1 ? 'has no answer yet. Their request ends' : 'have no answer yet. Their requests end'}, and we tell
                them on Today.
              </p>
            </Show>
            <p>Members who left or joined another school stay where they are. Emails that were sent cannot be taken back.</p>
            <p>New members can be added and found here again.</p>
          </div>
        </Notice>
      </WhenLoaded>
      <DialogFoot does={`Reopen ${name()}`} pending={sending.pending()} onClose={props.onCancel} />
    </form>
  );
}
