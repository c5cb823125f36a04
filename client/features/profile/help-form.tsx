import { createSignal, Show, type JSX } from 'solid-js';
import { createFormDraft } from '../../app/draft.js';
import { createSending } from '../../replica/index.js';
import { Checkbox, Combobox, Notice, SelectField, TextArea } from '../../ui/index.js';
import { createOwnNation } from '../../shared/institutions/own-nation.js';
import { WhoWaits } from '../../shared/requests/who-waits.js';
import type { OwnProfile } from './answers.js';
import { MENTEE_STAGE_OPTIONS, ownNationFirst } from './options.js';
import { SectionForm, type OwnSectionProps as Props } from './section-frame.js';
import { TagLevels } from './tag-levels.js';

const EXPERTISE_LIMIT = 30;
const STAGES_LIMIT = 16;
const NOTE_LIMIT_CHARACTERS = 600;
const PLACES = ['1', '2', '3', '4', '5', '6', '8', '10', '12'] as const;
/** Where an area begins until the user says otherwise. */
const LEVEL_AT_FIRST = 3;
const PLACES_AT_FIRST = 2;

type Expertise = OwnProfile['expertise'][number];

/** Areas with levels, and the offer to mentor with its places. */
export function HelpForm(props: Props): JSX.Element {
  const sending = createSending();
  const nation = createOwnNation();
  const { person } = props.own;
  const draft = createFormDraft(() => 'profile:help', {
    expertise: props.own.expertise.map((one) => ({ ...one })) as readonly Expertise[],
    offering: props.own.offer !== null,
    places: String(props.own.places || PLACES_AT_FIRST),
    stages: [...(props.own.offer?.careerStages ?? [])] as readonly string[],
    note: props.own.offer?.note ?? '',
  });
  const [expertise, setExpertise] = draft.field('expertise');
  const [offering, setOffering] = draft.field('offering');
  const [places, setPlaces] = draft.field('places');
  const [stages, setStages] = draft.field('stages');
  const [note, setNote] = draft.field('note');
  const choose = (chosen: readonly string[]) =>
    setExpertise(chosen.map((tag) => expertise().find((one) => one.tag === tag) ?? { tag, level: LEVEL_AT_FIRST }));
  const isNew = () => offering() && props.own.offer === null;
  const [missing, setMissing] = createSignal(false);
  const save = async () => {
    setMissing(offering() && expertise().length === 0);
    if (missing()) return;
    // A mentor who stops offering may empty the list in the same breath, so that comes first.
    const after = sending;
    const last = { draft, after, saved: () => props.onSaved() };
    const [offers, capacity] = [offering(), Number(places())];
    if (!offers && props.own.offer && !(await sending.send('WithdrawMentoring', { person }, { after }))) return;
    const offer = { careerStages: stages(), note: note().trim() };
    if (!(await sending.send('DeclareExpertise', { person, expertise: expertise() }, offers ? { after } : last))) return;
    if (offers && capacity !== props.own.places && !(await sending.send('ChangeCapacity', { mentor: person, places: capacity }, { after })))
      return;
    if (offers && !(await sending.send('OfferMentoring', { person, offer }, last))) return;
    props.onSent();
  };
  const choices = () => {
    const usual: readonly string[] = PLACES;
    return (usual.includes(places()) ? usual : [...usual, places()]).map((value) => ({ value, label: value }));
  };
  const fields = () => ['offer.note', 'places', ...expertise().map((_, index) => `expertise.${index}.tag`)];
  return (
    <SectionForm
      draft={draft}
      sending={sending}
      fields={fields()}
      onSave={() => void save()}
      onClose={props.onClose}
      save={isNew() ? 'Save and offer mentoring' : 'Save'}
    >
      <Combobox
        label="What you can help with"
        optional={!offering()}
        hint="What colleagues ask you about. Two or three areas are enough."
        error={missing() ? 'Choose what you can help with.' : undefined}
        values={expertise().map(({ tag }) => tag)}
        onChange={choose}
        options={ownNationFirst('expertise', nation())}
        limit={EXPERTISE_LIMIT}
      />
      <TagLevels
        items={expertise()}
        onChange={setExpertise}
        problem={(index) => sending.problem(`expertise.${index}.tag`)}
        levels={[{ label: 'Level', read: ({ level }) => level, write: (one, level) => ({ ...one, level }) }]}
      />
      <Checkbox
        label="I offer mentoring"
        hint="People can then find you and ask you. You reply to each request yourself, and you can pause at any time."
        checked={offering()}
        onChange={setOffering}
      />
      <Show
        when={offering()}
        fallback={
          <Show when={props.own.offer}>
            <Notice>People can no longer find you. You keep your mentees until either of you ends the mentorship.</Notice>
            <WhoWaits doing="When you save this" />
          </Show>
        }
      >
        <SelectField
          label="How many mentees at once"
          hint="Two is enough for most people who teach full time."
          value={places()}
          onChange={setPlaces}
          options={choices()}
          error={sending.problem('places')}
        />
        <Combobox
          label="Who you would like to help"
          optional
          values={stages()}
          onChange={setStages}
          options={MENTEE_STAGE_OPTIONS}
          limit={STAGES_LIMIT}
        />
        <TextArea
          label="A note to mentees"
          optional
          hint="Why you mentor, and what you do not want to do."
          rows={3}
          limit={NOTE_LIMIT_CHARACTERS}
          value={note()}
          onInput={setNote}
          error={sending.problem('offer.note')}
        />
      </Show>
    </SectionForm>
  );
}
