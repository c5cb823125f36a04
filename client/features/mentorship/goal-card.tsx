import { createSignal, createUniqueId, For, Match, Show, Switch, type JSX } from 'solid-js';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import { createSending, newId, type ViewRows } from '../../replica/index.js';
import { createAct } from '../../app/act.js';
import { Button, dayOf, DueDate, Menu, Path, say, sayDate, Tag, TextArea, TextField } from '../../ui/index.js';
import { createTextDraft } from '../../app/draft.js';
import { createOpen, focusFirst, Refused, submitting } from '../pair/forms.js';
import { createReaching } from '../pair/reach.js';
import { waitsToBeReached } from '../pair/reached.js';
import { PersonName } from '../people/person-name.js';

type Goal = ViewRows['goal'];
const STEPS_LIMIT = 12;

/** One goal as a path: the next stone can be passed from here, with a line on what was noticed. */
export function GoalCard(props: { goal: Goal; readOnly: boolean }): JSX.Element {
  const [place, setPlace] = createSignal<HTMLElement>();
  const form = createOpen<'record' | 'reach' | 'add'>(place);
  const next = () => props.goal.steps.find(({ done }) => !done);
  const key = () => ({ mentorship: props.goal.mentorship, goal: props.goal.goal });
  const asks = () => !props.readOnly && waitsToBeReached(props.goal);
  const settingAside = createAct();
  const setAside = () => settingAside.run('SetGoalAside', key(), 'Set aside. It stays here to read.');
  const more = () => (
    <Menu
      label={`More for ${props.goal.description.title}`}
      trigger={<Ellipsis size={20} aria-hidden="true" />}
      entries={[
        ...(next() ? [{ kind: 'do', label: 'We have reached it', onPress: () => form.open('reach') } as const] : []),
        ...(props.goal.steps.length < STEPS_LIMIT ? [{ kind: 'do', label: 'Add a step', onPress: () => form.open('add') } as const] : []),
        { kind: 'rule' },
        { kind: 'do', label: 'Set this goal aside', onPress: () => void setAside() },
      ]}
    />
  );
  return (
    <article class="goal" ref={setPlace} aria-label={props.goal.description.title || 'A goal'}>
      <Path
        title={props.goal.description.title || 'A goal whose words were taken back'}
        steps={props.goal.steps.map(({ title, done }) => ({ title: title || 'A step', done: done !== null }))}
      />
      <Show when={props.goal.achieved}>
        {(achieved) => <Reached by={achieved().by} at={achieved().at} evidence={achieved().evidence} />}
      </Show>
      <Show when={!props.goal.achieved && props.goal.due}>
        {(due) => (
          <p class="small">
            To be reached <DueDate day={due()} />
          </p>
        )}
      </Show>
      <Switch>
        <Match when={form.is('record') ? next() : undefined}>
          {(step) => <RecordStep goal={props.goal} step={step().step} title={step().title} onClose={form.close} />}
        </Match>
        <Match when={form.is('reach')}>
          <Reach goal={props.goal} onClose={form.close} />
        </Match>
        <Match when={form.is('add')}>
          <AddStep goal={props.goal} onClose={form.close} />
        </Match>
      </Switch>
      <Show when={asks() && !form.any()}>
        <AskReached goal={props.goal} onEvidence={() => form.open('reach')} more={more()} />
      </Show>
      <Show when={!props.readOnly && !form.any() && !asks()}>
        <div class="line line--wrap line--tight">
          <Show
            when={next()}
            fallback={
              <Button small onPress={() => form.open('reach')}>
                We have reached it
              </Button>
            }
          >
            <Button tone="quiet" small onPress={() => form.open('record')}>
              This step is done
            </Button>
          </Show>
          {more()}
        </div>
      </Show>
      <Details goal={props.goal} readOnly={props.readOnly} />
    </article>
  );
}

const Reached = (props: { by: string; at: string; evidence: string }) => (
  <div class="stack stack--tight">
    <p class="small">
      <Tag>Reached</Tag> <span class="muted">on {sayDate(dayOf(props.at))}</span>
    </p>
    <Show when={props.evidence}>
      <blockquote class="reading">{props.evidence}</blockquote>
    </Show>
  </div>
);

/** The path is walked to its end: one press says so, and whoever has something to show for it says that first. */
function AskReached(props: { goal: Goal; onEvidence: () => void; more: JSX.Element }): JSX.Element {
  const id = createUniqueId();
  const reaching = createReaching();
  const evidence = createTextDraft(() => `reach:${props.goal.goal}`);
  return (
    // A group, so that whoever lands on its first button hears what is asked.
    <div class="notice notice--good" role="group" aria-labelledby={id}>
      <p class="notice__title" id={id}>
        Every step is done. Have you reached it?
      </p>
      <p>It then stands in the record of you both. If something is still missing, add it as a step.</p>
      <div class="line line--wrap line--tight">
        <Button
          small
          pending={reaching.pending()}
          // What was half-written is not left out.
          onPress={() => (evidence.value() ? props.onEvidence() : void reaching.mark(props.goal))}
        >
          Mark as reached
        </Button>
        <Button small tone="plain" onPress={props.onEvidence}>
          Say first what shows it
        </Button>
        {props.more}
      </div>
    </div>
  );
}

function RecordStep(props: { goal: Goal; step: string; title: string; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const note = createTextDraft(() => `step:${props.step}`);
  const record = async () => {
    const { mentorship, goal } = props.goal;
    if (!(await sending.send('RecordProgress', { mentorship, goal, step: props.step, note: note.value() }))) return;
    note.drop();
    say('One stone further.');
    props.onClose();
  };
  return (
    <form class="stack stack--tight" ref={focusFirst} novalidate onSubmit={submitting(() => void record())}>
      <Refused sending={sending} beside={['note']} />
      <TextArea
        label="What did you notice?"
        optional
        hint={`The step: ${props.title}`}
        limit={1_200}
        value={note.value()}
        onInput={note.set}
        error={sending.problem('note')}
      />
      <FormFoot does="Record it" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}

function Reach(props: { goal: Goal; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const evidence = createTextDraft(() => `reach:${props.goal.goal}`);
  const reach = async () => {
    const { mentorship, goal } = props.goal;
    if (!(await sending.send('AchieveGoal', { mentorship, goal, evidence: evidence.value() }))) return;
    evidence.drop();
    say('Reached. It stands in the record of you both.');
    props.onClose();
  };
  return (
    <form class="stack stack--tight" ref={focusFirst} novalidate onSubmit={submitting(() => void reach())}>
      <Refused sending={sending} beside={['evidence']} />
      <TextArea
        label="What shows it?"
        optional
        hint={props.goal.description.success ? `You said you would see: ${props.goal.description.success}` : undefined}
        limit={1_200}
        value={evidence.value()}
        onInput={evidence.set}
        error={sending.problem('evidence')}
      />
      <FormFoot does="We have reached it" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}

function AddStep(props: { goal: Goal; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const title = createTextDraft(() => `add-step:${props.goal.goal}`);
  const add = async () => {
    const { mentorship, goal } = props.goal;
    if (!(await sending.send('PlanStep', { mentorship, goal, step: newId(), title: title.value() }))) return;
    title.drop();
    say('Added at the end of the path.');
    props.onClose();
  };
  return (
    <form class="stack stack--tight" ref={focusFirst} novalidate onSubmit={submitting(() => void add())}>
      <Refused sending={sending} beside={['title']} />
      <TextField label="The next step" maxlength={160} value={title.value()} onInput={title.set} error={sending.problem('title')} />
      <FormFoot does="Add it" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}

/** The end of a small form in place: what it does, and the way out that keeps what was typed. */
export const FormFoot = (props: { does: string; pending: boolean; onClose: () => void }) => (
  <div class="line line--wrap line--tight">
    <Button small type="submit" pending={props.pending}>
      {props.does}
    </Button>
    <Button small tone="plain" onPress={props.onClose}>
      Not now
    </Button>
  </div>
);

function Details(props: { goal: Goal; readOnly: boolean }): JSX.Element {
  const reopening = createAct();
  const reopen = (step: string) =>
    reopening.run('ReopenStep', { mentorship: props.goal.mentorship, goal: props.goal.goal, step }, 'Open again.');
  const description = () => props.goal.description;
  return (
    <Show when={props.goal.steps.length || description().why || description().success}>
      <details class="goal__details">
        <summary>Steps and what was noticed</summary>
        <div class="stack">
          <Show when={description().why}>
            <p class="reading">{description().why}</p>
          </Show>
          <Show when={description().success}>
            <p class="small">
              <span class="muted">You will see: </span>
              {description().success}
            </p>
          </Show>
          <ol class="goal__steps">
            <For each={props.goal.steps}>
              {(step) => (
                <li>
                  <p>{step.title || 'A step whose words were taken back'}</p>
                  <Show when={step.done}>
                    {(done) => (
                      <div class="goal__done">
                        <Show when={done().note}>
                          <p>{done().note}</p>
                        </Show>
                        <p class="small muted">
                          <PersonName of={done().by} short />, {sayDate(dayOf(done().at))}
                          <Show when={!props.readOnly}>
                            {' '}
                            <Button
                              tone="plain"
                              small
                              aria-label={`Open again: ${step.title}`}
                              pending={reopening.pending()}
                              onPress={() => void reopen(step.step)}
                            >
                              Open again
                            </Button>
                          </Show>
                        </p>
                      </div>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </div>
      </details>
    </Show>
  );
}
