import { Show, type JSX } from 'solid-js';
import { createFormDraft } from '../../app/draft.js';
import { createSending } from '../../replica/index.js';
import { Checkbox } from '../../ui/index.js';
import { SectionForm, SectionFrame, type OwnSectionProps as Props } from './section-frame.js';

/** Whether mentors may see what this person wants to work on. Off until they choose it. */
export const OffersSection = (props: Props): JSX.Element => (
  <SectionFrame {...props} summary={<Said {...props} />} form={<OffersForm {...props} />} />
);

const Said = (props: Props): JSX.Element => (
  <Show when={props.own.openToOffers} fallback={<p class="muted">Off. Mentors cannot see what you want to work on.</p>}>
    <p>On. Mentors who can find you see what you want to work on, and may offer to help.</p>
    <Show when={props.own.visibility === 'nobody'}>
      <p class="small muted">You chose that no one can find you, so no mentor sees it.</p>
    </Show>
    <Show when={!props.own.aims.length}>
      <p class="small muted">You have not said what you want to work on, so there is nothing to see yet.</p>
    </Show>
  </Show>
);

function OffersForm(props: Props): JSX.Element {
  const sending = createSending();
  const draft = createFormDraft(() => 'profile:offers', { open: props.own.openToOffers });
  const [open, setOpen] = draft.field('open');
  const save = async () => {
    const sent = await sending.send(
      'SetOpenToOffers',
      { person: props.own.person, open: open() },
      { draft, saved: () => props.onSaved(open() ? 'Saved. Mentors may offer to help' : 'Saved. Mentors no longer see it') },
    );
    if (sent) props.onSent();
  };
  return (
    <SectionForm draft={draft} sending={sending} fields={['open']} onSave={() => void save()} onClose={props.onClose}>
      <Checkbox name="open" label="Mentors may see what I would like to work on, and offer to help" checked={open()} onChange={setOpen} />
      <ul class="small muted">
        <li>
          Mentors who can find you see your name, job and school, your focus areas, your phases, subjects and career stage, and when you
          could both meet.
        </li>
        <li>They never see your levels, your ways of working or what you wrote about yourself.</li>
        <li>Your line manager and induction tutor never see you there.</li>
        <li>You decide on each offer. You can turn this off at any time: mentors stop seeing you at once, and open offers end.</li>
      </ul>
    </SectionForm>
  );
}
