import { createSignal, Show, type JSX } from 'solid-js';
import type { InstitutionSettings } from '@alongside/domain/institutions/institution.events.js';
import { createSending } from '../../replica/index.js';
import { Button, Notice, RadioGroup, TextField } from '../../ui/index.js';

const MOST_DAYS = 20;

/** How long a mentor has to reply, and who may find the people of the institution. */
export function SettingsForm(props: {
  institution: string;
  name: string;
  settings: InstitutionSettings;
  onSaved: () => void;
  onCancel: () => void;
}): JSX.Element {
  const [days, setDays] = createSignal(String(props.settings.requestWindowDays));
  const [beyond, setBeyond] = createSignal<'everyone' | 'own'>(props.settings.discoverableBeyond ? 'everyone' : 'own');
  const [outside, setOutside] = createSignal(false);
  const sending = createSending();
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const requestWindowDays = Number(days());
    setOutside(!Number.isInteger(requestWindowDays) || requestWindowDays < 1 || requestWindowDays > MOST_DAYS);
    if (outside() || sending.pending()) return;
    const settings = { requestWindowDays, discoverableBeyond: beyond() === 'everyone' };
    if (await sending.send('ChangeInstitutionSettings', { institution: props.institution, settings })) props.onSaved();
  };
  return (
    <form class="stack" novalidate onSubmit={(event) => void save(event)}>
      <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
      <TextField
        label="School days to reply to a request"
        hint={`From 1 to ${MOST_DAYS}. It counts for requests from now on.`}
        kind="number"
        inputmode="numeric"
        min="1"
        max={String(MOST_DAYS)}
        value={days()}
        onInput={setDays}
        error={outside() ? `Enter a number of days from 1 to ${MOST_DAYS}.` : undefined}
      />
      <RadioGroup<'everyone' | 'own'>
        label={`Who can find people of ${props.name} in the directory?`}
        hint="Each person can choose to be found by fewer people, never by more."
        value={beyond()}
        onChange={setBeyond}
        choices={[
          { value: 'everyone', label: 'Everyone on this hub' },
          { value: 'own', label: 'Only people of the same school or trust' },
        ]}
      />
      <div class="line line--wrap">
        <Button type="submit" pending={sending.pending()}>
          Save settings
        </Button>
        <Button tone="quiet" onPress={props.onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
