import { Show, type JSX } from 'solid-js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { addSchoolDays } from '@alongside/domain/uk/school-days.js';
import { createFormDraft } from '../../app/draft.js';
import { createSending } from '../../replica/index.js';
import { dayAfter, dayOf, DateField, RadioGroup, WhenLoaded } from '../../ui/index.js';
import { createOwnCalendar } from '../../shared/institutions/own-calendar.js';
import { WhoWaits } from '../../shared/requests/who-waits.js';
import type { OwnProfile } from './answers.js';
import { SectionForm, type SectionProps } from './section-frame.js';

const PAUSE_AT_FIRST_DAYS = 28;

type Props = SectionProps & { readonly own: OwnProfile };

/** Pausing begins from the school's calendar: a day on which nobody works is no first day for requests. */
export function PauseForm(props: Props): JSX.Element {
  const calendar = createOwnCalendar();
  const firstDay = () => addSchoolDays(calendar(), dayAfter(dayOf(), PAUSE_AT_FIRST_DAYS) as Day, 0);
  return (
    <WhenLoaded of={[calendar]} lines={2} label="Loading your school’s calendar">
      <PauseFields {...props} firstDay={firstDay()} />
    </WhenLoaded>
  );
}

function PauseFields(props: Props & { firstDay: string }): JSX.Element {
  const sending = createSending();
  const tomorrow = dayAfter(dayOf(), 1);
  const draft = createFormDraft<{ kind: 'open' | 'until'; until: string }>(() => 'profile:pause', {
    kind: props.own.paused?.until ? 'until' : 'open',
    until: props.own.paused?.until ?? props.firstDay,
  });
  const [kind, setKind] = draft.field('kind');
  const [until, setUntil] = draft.field('until');
  const save = async () => {
    const data = { person: props.own.person, until: kind() === 'until' ? until() : null };
    const saved = () => props.onSaved('New requests are paused. Your mentorships continue.');
    if (await sending.send('PauseMentoring', data, { draft, saved })) props.onSent();
  };
  return (
    <SectionForm
      draft={draft}
      sending={sending}
      fields={['until']}
      onSave={() => void save()}
      onClose={props.onClose}
      save="Pause new requests"
    >
      <WhoWaits doing="When you pause" />
      <RadioGroup
        label="For how long"
        value={kind()}
        onChange={setKind}
        choices={[
          { value: 'open', label: 'Until I resume' },
          { value: 'until', label: 'Until a date' },
        ]}
      />
      <Show when={kind() === 'until'}>
        <DateField label="First day for new requests" min={tomorrow} value={until()} onInput={setUntil} error={sending.problem('until')} />
      </Show>
    </SectionForm>
  );
}
