import { createSignal, Show, type JSX } from 'solid-js';
import { SETTINGS_LIMITS, type InstitutionSettings } from '@alongside/domain/institutions/institution.events.js';
import { evidenceNeeded, USUAL_EVIDENCE } from '@alongside/domain/recognition/evidence.js';
import { createSending } from '../../replica/index.js';
import { DialogFoot, Notice, RadioGroup, saying, TextField } from '../../ui/index.js';

type Counted = keyof typeof SETTINGS_LIMITS;
type Problems = Partial<Readonly<Record<Counted, string>>>;

const NOUN: Readonly<Record<Counted, string>> = {
  requestWindowDays: 'days',
  certificateMeetings: 'meetings',
  certificateMinutes: 'minutes',
};
const MOST: Readonly<Record<Counted, string>> = {
  requestWindowDays: SETTINGS_LIMITS.requestWindowDays.toLocaleString('en-GB'),
  certificateMeetings: SETTINGS_LIMITS.certificateMeetings.toLocaleString('en-GB'),
  certificateMinutes: SETTINGS_LIMITS.certificateMinutes.toLocaleString('en-GB'),
};

const isWithin = (typed: string, most: number): boolean => {
  const value = Number(typed);
  return typed.trim() !== '' && Number.isInteger(value) && value >= 1 && value <= most;
};

/** What is not a number that an institution can ask for, each with its sentence. */
function problemsOf(typed: Readonly<Record<Counted, string>>): Problems {
  const wrong = (Object.keys(SETTINGS_LIMITS) as Counted[]).filter((field) => !isWithin(typed[field], SETTINGS_LIMITS[field]));
  return Object.fromEntries(wrong.map((field) => [field, `Enter a number of ${NOUN[field]} from 1 to ${MOST[field]}.`]));
}

/** What stays as usual is not said: an institution that never chose follows what is usual. */
const unlessUsual = (before: number | undefined, value: number, usual: number): number | undefined =>
  before === undefined && value === usual ? undefined : value;

/** How long a mentor has to reply, who may find the people of the institution, and what its certificates need. */
export function SettingsForm(props: {
  institution: string;
  name: string;
  settings: InstitutionSettings;
  onSent: () => void;
  onCancel: () => void;
}): JSX.Element {
  const needed = evidenceNeeded(props.settings);
  const [typed, setTyped] = createSignal<Readonly<Record<Counted, string>>>({
    requestWindowDays: String(props.settings.requestWindowDays),
    certificateMeetings: String(needed.meetings),
    certificateMinutes: String(needed.minutes),
  });
  const [beyond, setBeyond] = createSignal<'everyone' | 'own'>(props.settings.discoverableBeyond ? 'everyone' : 'own');
  const [problems, setProblems] = createSignal<Problems>({});
  const sending = createSending();
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setProblems(problemsOf(typed()));
    if (Object.keys(problems()).length || sending.pending()) return;
    const { certificateMeetings, certificateMinutes } = props.settings;
    const settings = {
      requestWindowDays: Number(typed().requestWindowDays),
      discoverableBeyond: beyond() === 'everyone',
      certificateMeetings: unlessUsual(certificateMeetings, Number(typed().certificateMeetings), USUAL_EVIDENCE.meetings),
      certificateMinutes: unlessUsual(certificateMinutes, Number(typed().certificateMinutes), USUAL_EVIDENCE.minutes),
    };
    const data = { institution: props.institution, settings };
    if (await sending.send('ChangeInstitutionSettings', data, { saved: saying('Settings saved') })) props.onSent();
  };
  const counted = (field: Counted, label: string, hint: string) => (
    <TextField
      label={label}
      hint={hint}
      kind="number"
      inputmode="numeric"
      min="1"
      max={String(SETTINGS_LIMITS[field])}
      value={typed()[field]}
      onInput={(value) => setTyped({ ...typed(), [field]: value })}
      error={problems()[field]}
    />
  );
  return (
    <form class="stack" novalidate onSubmit={(event) => void save(event)}>
      <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
      {counted(
        'requestWindowDays',
        'School days to reply to a request',
        `From 1 to ${MOST.requestWindowDays}. It counts for requests from now on.`,
      )}
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
      {counted(
        'certificateMeetings',
        'Meetings for a certificate',
        `From 1 to ${MOST.certificateMeetings}. Only meetings that both people confirmed count. The usual number is ${USUAL_EVIDENCE.meetings}.`,
      )}
      {counted(
        'certificateMinutes',
        'Minutes for a certificate',
        `From 1 to ${MOST.certificateMinutes}, in these meetings together. The usual number is ${USUAL_EVIDENCE.minutes}.`,
      )}
      <Notice>A mentorship that is completed with less gets a record of participation. Certificates already issued stay valid.</Notice>
      <DialogFoot does="Save settings" pending={sending.pending()} onClose={props.onCancel} />
    </form>
  );
}
