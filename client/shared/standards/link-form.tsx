import { createMemo, createSignal, type JSX } from 'solid-js';
import { framework } from '@alongside/domain/uk/frameworks/statements.js';
import { createSending, createView, session } from '../../replica/index.js';
import { Button, Combobox, saying } from '../../ui/index.js';
import { focusFirst, Refused, submitting } from '../forms.js';
import { statementsFor } from '../reflections/prompts.js';
import type { LinkCommand } from './link-command.js';

const STATEMENTS_LIMIT = 6;
/** The commands that this form gives, by what is linked. */
const LINK_COMMAND = {
  LinkGoal: 'LinkGoal',
  LinkFeedback: 'LinkFeedback',
  LinkReflection: 'LinkReflection',
  LinkAction: 'LinkAction',
} as const;

/** Choosing the standards that something speaks to; taking one out of the field removes it. */
export default function LinkForm(props: { statements: readonly string[]; link: LinkCommand; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const institution = createView('institution', () => session()?.memberships[0]?.institution);
  const [chosen, setChosen] = createSignal<readonly string[]>([...props.statements]);
  const options = createMemo(() => statementsFor(institution()?.details.nation, props.statements));
  const save = async () => {
    if (
      !(await sending.send(LINK_COMMAND[props.link.type], { ...props.link.of, statements: chosen() }, { saved: saying('Standards saved') }))
    )
      return;
    props.onClose();
  };
  return (
    <form class="stack stack--tight" ref={focusFirst} novalidate onSubmit={submitting(() => void save())}>
      <Refused sending={sending} beside={['statements']} />
      <Combobox
        label="Linked standards"
        optional
        limit={STATEMENTS_LIMIT}
        placeholder="Type a word, such as behaviour"
        values={chosen()}
        onChange={setChosen}
        error={sending.problem('statements')}
        options={options().map(({ id, code, title, gist, framework: of }) => ({
          value: id,
          label: `${code} ${title}`,
          note: framework(of)?.title,
          synonyms: gist ? [gist] : [],
        }))}
      />
      <div class="line line--wrap line--tight">
        <Button type="submit" small pending={sending.pending()}>
          Save standards
        </Button>
        <Button tone="quiet" small onPress={props.onClose}>
          {' '}
          Cancel
        </Button>
      </div>
    </form>
  );
}
