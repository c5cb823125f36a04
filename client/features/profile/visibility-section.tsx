import { type JSX } from 'solid-js';
import { createFormDraft } from '../../app/draft.js';
import { createSending } from '../../replica/index.js';
import { RadioGroup } from '../../ui/index.js';
import type { OwnProfile } from './answers.js';
import { SectionForm, SectionFrame, type SectionProps } from './section-frame.js';

type Props = SectionProps & { readonly own: OwnProfile };
type Visibility = NonNullable<OwnProfile['visibility']>;

const CHOICES: readonly { value: Visibility; label: string; hint: string }[] = [
  { value: 'everyone', label: 'Everyone on this hub', hint: 'Your school or trust can limit this to its own people.' },
  { value: 'institution', label: 'People of my school and trust', hint: 'We do not show your name to people outside them.' },
  { value: 'nobody', label: 'No one', hint: 'You can still ask others. People you ask see your name and your request.' },
];

const NOT_CHOSEN = 'People at your school. You have not chosen yet, so we do not show your name to anyone else.';

/** Who can find this person. Those they work with already go on seeing them. */
export const VisibilitySection = (props: Props): JSX.Element => (
  <SectionFrame {...props} summary={<p>{sayVisibility(props.own)}</p>} form={<VisibilityForm {...props} />} />
);

/** A person who does not offer mentoring is not in the directory, whatever they chose. */
function sayVisibility({ visibility, offer, openToOffers }: OwnProfile): string {
  if (visibility === null) return NOT_CHOSEN;
  const label = CHOICES.find(({ value }) => value === visibility)?.label ?? '';
  return offer || openToOffers || visibility === 'nobody'
    ? label
    : `Once you offer mentoring: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

function VisibilityForm(props: Props): JSX.Element {
  const sending = createSending();
  const draft = createFormDraft(() => 'profile:visibility', { visibility: props.own.visibility ?? ('institution' as const) });
  const [visibility, setVisibility] = draft.field('visibility');
  const save = async () => {
    if (
      !(await sending.send(
        'SetVisibility',
        { person: props.own.person, visibility: visibility() },
        { draft, saved: () => props.onSaved() },
      ))
    )
      return;
    props.onSent();
  };
  return (
    <SectionForm draft={draft} sending={sending} fields={['visibility']} onSave={() => void save()} onClose={props.onClose}>
      <RadioGroup
        label="Who can find you"
        hint={
          props.own.visibility === null
            ? NOT_CHOSEN
            : props.own.offer
              ? undefined
              : props.own.openToOffers
                ? 'This counts for mentors who may offer to help you. You are not in the directory until you offer mentoring.'
                : 'This counts once you offer mentoring. You are not in the directory until then.'
        }
        value={visibility()}
        onChange={setVisibility}
        choices={CHOICES}
        error={sending.problem('visibility')}
      />
    </SectionForm>
  );
}
