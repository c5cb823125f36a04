import { sayOnlyTwo } from '@alongside/domain/text/mid-sentence.js';
import { createMemo, createSignal, For, Index, Show, type JSX } from 'solid-js';
import { goalsFor, SUGGESTED_GOALS } from '@alongside/domain/uk/taxonomy/goals.js';
import type { SuggestedGoal } from '@alongside/domain/uk/taxonomy/types.js';
import { createSending, newId } from '../../replica/index.js';
import { Button, DateField, dayOf, Dialog, saying, TextArea, TextField } from '../../ui/index.js';
import { createDraft } from '../../app/draft.js';
import { focusFirst, Refused, submitting } from '../../shared/forms.js';
import type { Mentorship } from '../../shared/pair/pair.js';
import { GOAL_COUNTED } from '../../shared/programme/counted-words.js';
import { USUAL_STEPS } from './usual-steps.js';

interface Typed {
  readonly title: string;
  readonly why: string;
  readonly success: string;
  readonly due: string;
  readonly tag: string | null;
  readonly statements: readonly string[];
  readonly steps: readonly string[];
}

const EMPTY: Typed = { title: '', why: '', success: '', due: '', tag: null, statements: [], steps: ['', ''] };
const SUGGESTED_LIMIT = 4;
const STEPS_LIMIT = 10;
const STATEMENTS_LIMIT = 6;
const FIELDS = ['description.title', 'description.why', 'description.success', 'due'];

/** What fits the aims that the mentee named, and otherwise what many begin with. */
const suggestedFor = (aims: readonly string[]): readonly SuggestedGoal[] => {
  const found = [...new Set(aims.flatMap((aim) => goalsFor(aim)))];
  return (found.length ? found : SUGGESTED_GOALS).slice(0, SUGGESTED_LIMIT);
};

/** A goal in the mentee's words, with the steps towards it. Suggestions fill the form; nothing is agreed until it is sent. */
export default function GoalForm(props: {
  open: boolean;
  onClose: () => void;
  pair: Mentorship;
  otherName: string;
  mine: boolean;
}): JSX.Element {
  const sending = createSending();
  const draft = createDraft<Typed>(
    () => `goal:${props.pair.mentorship}`,
    () => EMPTY,
  );
  const set = (change: Partial<Typed>) => draft.set({ ...draft.value(), ...change });
  const suggested = createMemo(() => suggestedFor(props.pair.aims));
  let form: HTMLFormElement | undefined;
  const start = (goal: SuggestedGoal) => {
    set({
      title: goal.title,
      success: goal.success,
      tag: goal.expertise[0] ?? null,
      statements: goal.statements.slice(0, STATEMENTS_LIMIT),
      steps: USUAL_STEPS,
    });
    if (form) focusFirst(form);
  };
  const agree = async () => {
    const { title, why, success, due, tag, statements, steps } = draft.value();
    const data = {
      mentorship: props.pair.mentorship,
      goal: newId(),
      description: {
        title,
        why,
        success,
      },
      tag,
      statements,
      due: due || null,
      steps: steps
        .filter((step) => step.trim())
        .map((step) => ({
          step: newId(),
          title: step,
        })),
    };
    if (await sending.send('AgreeGoal', data, { draft, saved: saying('Goal agreed') })) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      wide
      title="Agree a goal"
      lead={
        props.mine
          ? `Your goal, in your words. ${sayOnlyTwo(props.otherName)} ${GOAL_COUNTED}`
          : `${props.otherName}’s goal, in their words. ${sayOnlyTwo(props.otherName)} ${GOAL_COUNTED}`
      }
    >
      <form class="stack" ref={(element) => (form = element)} novalidate onSubmit={submitting(() => void agree())}>
        <Show when={!draft.typed()}>
          <div class="stack stack--tight">
            <p class="field__label" id="goal-suggestions">
              Start from one of these, or write your own
            </p>
            <ul class="goal-suggestions" role="list" aria-labelledby="goal-suggestions">
              <For each={suggested()}>
                {(goal) => (
                  <li>
                    <Button tone="quiet" small onPress={() => start(goal)}>
                      {goal.title}
                    </Button>
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Show>
        <Refused sending={sending} beside={FIELDS} />
        <TextField
          label="Goal"
          maxlength={160}
          value={draft.value().title}
          onInput={(title) => set({ title })}
          error={sending.problem('description.title')}
        />
        <TextArea
          label="Why it matters"
          optional
          limit={600}
          value={draft.value().why}
          onInput={(why) => set({ why })}
          error={sending.problem('description.why')}
        />
        <TextArea
          label="What success looks like"
          optional
          limit={600}
          value={draft.value().success}
          onInput={(success) => set({ success })}
          error={sending.problem('description.success')}
        />
        <Steps steps={draft.value().steps} onChange={(steps) => set({ steps })} />
        <DateField
          label="By when"
          optional
          min={dayOf()}
          value={draft.value().due}
          onInput={(due) => set({ due })}
          error={sending.problem('due')}
        />
        <div class="line line--wrap">
          <Button type="submit" pending={sending.pending()}>
            Agree goal
          </Button>
          <Button
            tone="quiet"
            onPress={() => {
              draft.drop();
              props.onClose();
            }}
          >
            {' '}
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The steps of the path, one line each; an empty line is no step. */
function Steps(props: { steps: readonly string[]; onChange: (steps: readonly string[]) => void }): JSX.Element {
  const [list, setList] = createSignal<HTMLElement>();
  const put = (at: number, title: string) => props.onChange(props.steps.map((step, index) => (index === at ? title : step)));
  const add = () => {
    props.onChange([...props.steps, '']);
    queueMicrotask(() => list()?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  const remove = (at: number) => {
    props.onChange(props.steps.filter((_, index) => index !== at));
    queueMicrotask(() =>
      list()
        ?.querySelector<HTMLInputElement>(`li:nth-child(${Math.max(1, at)}) input`)
        ?.focus(),
    );
  };
  return (
    <fieldset class="field">
      <legend class="field__label">Steps</legend>
      <p class="field__hint">Small enough to try between two meetings. Do them in this order.</p>
      <ol class="goal-steps" ref={setList}>
        <Index each={props.steps}>
          {(step, index) => (
            <li>
              <div class="grow">
                <TextField label={`Step ${index + 1}`} unlabelled maxlength={160} value={step()} onInput={(title) => put(index, title)} />
              </div>
              <Button tone="plain" small aria-label={`Remove step ${index + 1}`} onPress={() => remove(index)}>
                Remove
              </Button>
            </li>
          )}
        </Index>
      </ol>
      <Show when={props.steps.length < STEPS_LIMIT}>
        <div>
          <Button tone="quiet" small onPress={add}>
            Add a step
          </Button>
        </div>
      </Show>
    </fieldset>
  );
}
