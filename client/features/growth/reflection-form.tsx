import { createMemo, For, type JSX } from 'solid-js';
import { framework } from '@alongside/domain/uk/frameworks/statements.js';
import { createRows, createSending, createView, me, newId, session } from '../../replica/index.js';
import { Button, Combobox, saying, sayRefused, Section, SelectField, Slots, TextArea, TextField } from '../../ui/index.js';
import { createDraft } from '../../app/draft.js';
import { focusFirst, Refused, submitting } from '../../shared/forms.js';
import { isOver, otherOf } from '../../shared/pair/pair.js';
import { createWho } from '../../shared/people/person-name.js';
import { promptsFor, statementsFor } from '../../shared/reflections/prompts.js';
import { readersFor, readersOf, type Readers } from '../../shared/reflections/readers.js';
import { midSentence } from '@alongside/domain/text/mid-sentence.js';

interface Typed {
  readonly title: string;
  readonly text: string;
  readonly prompt: string | null;
  readonly mentorship: string;
  readonly statements: readonly string[];
  readonly readers: Readers;
}

const STATEMENTS_LIMIT = 3;
const PROMPTS_SHOWN = 4;
const ALONE = 'none';

/** Writing a reflection: about what, a question to begin with, and who may read it, all on one page. */
export function ReflectionForm(props: { mentorship: string | undefined; onLeave: () => void }): JSX.Element {
  const sending = createSending();
  const sharing = createSending();
  const draft = createDraft<Typed>(
    () => 'reflection',
    () => ({ title: '', text: '', prompt: null, mentorship: props.mentorship ?? ALONE, statements: [], readers: 'nobody' }),
  );
  const set = (change: Partial<Typed>) => draft.set({ ...draft.value(), ...change });
  const paired = () => draft.value().mentorship !== ALONE;
  const readers = () => (draft.value().readers === 'pair' && !paired() ? 'nobody' : draft.value().readers);
  const prompts = createMemo(() => promptsFor(draft.value().statements).slice(0, PROMPTS_SHOWN));
  const write = async () => {
    const { title, text, prompt, mentorship, statements } = draft.value();
    const reflection = newId();
    const data = { person: me(), reflection, mentorship: paired() ? mentorship : null, meeting: null, prompt, title, text, statements };
    const wanted = readers();
    const saved = saying(`Reflection saved. ${readersOf(wanted, undefined)}`);
    if (!(await sending.send('WriteReflection', data, wanted === 'nobody' ? { draft, saved } : { draft }))) return;
    // Sharing comes after writing; where it is refused, what was written stays private and is safe.
    if (wanted !== 'nobody') await sharing.send('ShareReflection', { person: me(), reflection, with: wanted }, { after: sending, saved });
    const why = sharing.refusal();
    if (why) sayRefused(`Reflection saved, but not shared. Only you can see it. ${why.message}`);
    props.onLeave();
  };
  return (
    <Section title="Write a reflection">
      <form class="stack" ref={focusFirst} novalidate onSubmit={submitting(() => void write())}>
        <Refused sending={sending} beside={['title', 'text']} />
        <About typed={draft.value()} onChange={set} />
        <fieldset class="field">
          <legend class="field__label">
            Choose a question<span class="field__optional"> (optional)</span>
          </legend>
          <ul class="prompts" role="list">
            <For each={prompts()}>
              {(prompt) => (
                <li>
                  <button
                    type="button"
                    class="prompt"
                    aria-pressed={draft.value().prompt === prompt.id}
                    onClick={() => set({ prompt: draft.value().prompt === prompt.id ? null : prompt.id })}
                  >
                    {prompt.text}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </fieldset>
        <TextField
          label="Title"
          maxlength={120}
          value={draft.value().title}
          onInput={(title) => set({ title })}
          error={sending.problem('title')}
        />
        <TextArea
          label="What you want to remember"
          hint="Do not name pupils."
          reading
          limit={8_000}
          value={draft.value().text}
          onInput={(text) => set({ text })}
          error={sending.problem('text')}
        />
        <Slots<Readers>
          label="Who can see it"
          hint="You can change this at any time."
          value={readers()}
          onChange={(value) => set({ readers: value })}
          choices={readersFor(paired(), readers())}
        />
        <div class="line line--wrap">
          <Button type="submit" pending={sending.pending() || sharing.pending()}>
            Save reflection
          </Button>
          <Button tone="quiet" onPress={props.onLeave}>
            {' '}
            Cancel
          </Button>
        </div>
      </form>
    </Section>
  );
}

/** Which mentorship and which statements it belongs to. */
function About(props: { typed: Typed; onChange: (change: Partial<Typed>) => void }): JSX.Element {
  const mentored = createRows('mentorship', () => ({ mentee: me() }));
  const mentoring = createRows('mentorship', () => ({ mentor: me() }));
  const goals = createRows('goal', () => ({ mentee: me() }));
  const institution = createView('institution', () => session()?.memberships[0]?.institution);
  const pairs = createMemo(() =>
    [...mentored(), ...mentoring()].filter((pair) => !isOver(pair) || pair.mentorship === props.typed.mentorship),
  );
  const withNames = createMemo(() => pairs().map((pair) => ({ pair, who: createWho(() => otherOf(pair)) })));
  /** Those whose names are held: a pair without one could be any. */
  const named = () =>
    withNames().flatMap(({ pair, who }) =>
      who().name ? [{ value: pair.mentorship as string, label: midSentence(`You and ${who().name}`) }] : [],
    );
  /** Without it the field would say that it belongs to none. */
  const unread = () => props.typed.mentorship !== ALONE && !named().some(({ value }) => value === props.typed.mentorship);
  const statements = createMemo(() =>
    statementsFor(
      institution()?.details.nation,
      goals().flatMap((goal) => goal.statements),
    ),
  );
  return (
    <>
      <SelectField
        label="Linked mentorship"
        value={props.typed.mentorship}
        onChange={(mentorship) => props.onChange({ mentorship })}
        options={[
          { value: ALONE, label: 'No mentorship' },
          ...named(),
          ...(unread() ? [{ value: props.typed.mentorship, label: 'The mentorship you chose' }] : []),
        ]}
      />
      <Combobox
        label="Linked standards"
        optional
        limit={STATEMENTS_LIMIT}
        placeholder="Type a word, such as behaviour"
        values={props.typed.statements}
        onChange={(chosen) => props.onChange({ statements: chosen })}
        options={statements().map(({ id, code, title, gist, framework: of }) => ({
          value: id,
          label: `${code} ${title}`,
          note: framework(of)?.title,
          synonyms: gist ? [gist] : [],
        }))}
      />
    </>
  );
}
