import { Show, type JSX } from 'solid-js';
import { createSending, newId, type ViewRows } from '../../replica/index.js';
import { createDraft, createTextDraft } from '../../app/draft.js';
import { calledName, DateField, dayOf, FormFoot, Notice, saying, sayDay, TextArea, TextField } from '../../ui/index.js';
import { focusFirst, Refused, submitting } from '../../shared/forms.js';
import { stepTitle } from '../../shared/pair/goal-words.js';
import { createWho } from '../../shared/people/person-name.js';

type Goal = ViewRows['goal'];

/** What is written about a step as it is marked done. */
export function RecordStep(props: { goal: Goal; step: Goal['steps'][number]; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const note = createTextDraft(() => `step:${props.step.step}`);
  const doneBy = createWho(() => (sending.pending() ? undefined : props.step.done?.by));
  const record = async () => {
    const { mentorship, goal } = props.goal;
    if (
      !(await sending.send(
        'RecordProgress',
        { mentorship, goal, step: props.step.step, note: note.value() },
        { draft: note, saved: saying('Step done') },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <form class="stack stack--tight" ref={focusFirst} novalidate onSubmit={submitting(() => void record())}>
      <Refused sending={sending} beside={['note']} />
      <Show when={doneBy().name}>
        <Notice>{calledName(doneBy())} has marked this step as done. What you wrote is still here for you to copy.</Notice>
      </Show>
      <TextArea
        label="What did you notice?"
        optional
        hint={`Step: ${stepTitle(props.step)}`}
        limit={1_200}
        value={note.value()}
        onInput={note.set}
        error={sending.problem('note')}
      />
      <FormFoot does="Mark step as done" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}

export function Reach(props: { goal: Goal; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const evidence = createTextDraft(() => `reach:${props.goal.goal}`);
  const reach = async () => {
    const { mentorship, goal } = props.goal;
    if (
      !(await sending.send(
        'AchieveGoal',
        { mentorship, goal, evidence: evidence.value() },
        { draft: evidence, saved: saying('Goal achieved. It’s in both your records.') },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <form class="stack stack--tight" ref={focusFirst} novalidate onSubmit={submitting(() => void reach())}>
      <Refused sending={sending} beside={['evidence']} />
      <TextArea
        label="How do you know?"
        optional
        hint={props.goal.description.success ? `What success looks like: ${props.goal.description.success}` : undefined}
        limit={1_200}
        value={evidence.value()}
        onInput={evidence.set}
        error={sending.problem('evidence')}
      />
      <FormFoot does="Mark as achieved" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}

export function ChangeDay(props: { goal: Goal; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const due = createDraft<string>(
    () => `goal-day:${props.goal.goal}`,
    () => props.goal.due ?? '',
  );
  const change = async () => {
    const { mentorship, goal } = props.goal;
    if (
      !(await sending.send(
        'ChangeGoalDay',
        { mentorship, goal, due: due.value() || null },
        { draft: due, saved: saying(due.value() ? `Goal to achieve by ${sayDay(due.value())}` : 'The goal has no day now') },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <form class="stack stack--tight" ref={focusFirst} novalidate onSubmit={submitting(() => void change())}>
      <Refused sending={sending} beside={['due']} />
      <DateField
        label="Achieve by"
        optional
        hint="Leave this empty if you do not want a day."
        min={dayOf()}
        value={due.value()}
        onInput={due.set}
        error={sending.problem('due')}
      />
      <FormFoot does="Save day" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}

export function AddStep(props: { goal: Goal; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const title = createTextDraft(() => `add-step:${props.goal.goal}`);
  const add = async () => {
    const { mentorship, goal } = props.goal;
    if (
      !(await sending.send(
        'PlanStep',
        { mentorship, goal, step: newId(), title: title.value() },
        { draft: title, saved: saying('Step added') },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <form class="stack stack--tight" ref={focusFirst} novalidate onSubmit={submitting(() => void add())}>
      <Refused sending={sending} beside={['title']} />
      <TextField label="Next step" maxlength={160} value={title.value()} onInput={title.set} error={sending.problem('title')} />
      <FormFoot does="Add a step" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}
