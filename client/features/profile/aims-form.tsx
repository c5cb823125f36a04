import { createMemo, createSignal, For, onCleanup, Show, type JSX } from 'solid-js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { areasHeardIn } from '@alongside/domain/uk/taxonomy/heard.js';
import { createFormDraft } from '../../app/draft.js';
import { createSending } from '../../replica/index.js';
import { Button, Combobox, holdFocus } from '../../ui/index.js';
import { createOwnNation } from '../../shared/institutions/own-nation.js';
import { inSentence } from '../../shared/people/say.js';
import type { OwnProfile } from './answers.js';
import { oftenChosen, ownNationFirst } from './options.js';
import { OwnWords } from './own-words.js';
import { SectionForm, type OwnSectionProps as Props } from './section-frame.js';
import { TagLevels } from './tag-levels.js';

const AIMS_LIMIT = 6;
/** Where an aim begins until the user says otherwise: both levels stand there to be changed. */
const FROM_AT_FIRST = 2;
const TO_AT_FIRST = 3;

type Aim = OwnProfile['aims'][number];

/** Up to six areas to work on, each with where one is and where one wants to be. */
export function AimsForm(props: Props): JSX.Element {
  const sending = createSending();
  const nation = createOwnNation();
  const draft = createFormDraft(() => 'profile:aims', {
    aims: props.own.aims.map((aim) => ({ ...aim })) as readonly Aim[],
    words: '',
  });
  const [aims, setAims] = draft.field('aims');
  const [words, setWords] = draft.field('words');
  const heard = createMemo(() => areasHeardIn(words()));
  const tags = () => aims().map(({ tag }) => tag);
  const choose = (chosen: readonly string[]) =>
    setAims(chosen.map((tag) => aims().find((aim) => aim.tag === tag) ?? { tag, from: FROM_AT_FIRST, to: TO_AT_FIRST }));
  const [missing, setMissing] = createSignal(false);
  const save = async () => {
    // Taking out the last of those that were saved is an answer.
    setMissing(aims().length === 0 && props.own.aims.length === 0);
    if (missing() || !(await sending.send('SetAims', { person: props.own.person, aims: aims() }, { draft, saved: () => props.onSaved() })))
      return;
    props.onSent();
  };
  const fields = () => aims().flatMap((_, index) => [`aims.${index}.to`, `aims.${index}.tag`]);
  return (
    <SectionForm draft={draft} sending={sending} fields={fields()} onSave={() => void save()} onClose={props.onClose}>
      <Combobox
        label="What you want to work on"
        hint="Choose up to 6 focus areas. Use everyday words, such as behaviour, marking or middle leadership. Only you and the people you ask can see this."
        error={missing() ? 'Choose a focus area.' : undefined}
        values={tags()}
        onChange={choose}
        options={ownNationFirst('expertise', nation())}
        limit={AIMS_LIMIT}
      />
      <OwnWords
        words={words()}
        onInput={setWords}
        heard={heard()}
        chosen={tags()}
        limit={AIMS_LIMIT}
        onAdd={(tag) => choose([...tags(), tag])}
      />
      <Show when={aims().length < 3}>
        <div class="stack stack--tight" ref={(place) => onCleanup(holdFocus(place))}>
          <p class="label">Often chosen at your career stage</p>
          <div class="line line--wrap line--tight">
            <For each={oftenChosen(props.own.profile?.careerStage, [...tags(), ...heard()])}>
              {(tag) => (
                <Button tone="quiet" small onPress={() => choose([...tags(), tag])}>
                  Add {inSentence(expertiseName(tag))}
                </Button>
              )}
            </For>
          </div>
        </div>
      </Show>
      <TagLevels
        items={aims()}
        onChange={setAims}
        problem={(index) => sending.problem(`aims.${index}.to`) ?? sending.problem(`aims.${index}.tag`)}
        levels={[
          {
            label: 'Level',
            read: ({ from }) => from,
            write: (aim, from) => ({ ...aim, from, to: Math.max(aim.to, Math.min(5, from + 1)) }),
          },
          { label: 'Target level', read: ({ to }) => to, write: (aim, to) => ({ ...aim, to }) },
        ]}
      />
    </SectionForm>
  );
}
