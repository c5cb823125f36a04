import { createSignal, createUniqueId, For, Match, Show, Switch, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import { me, type ViewRows } from '../../replica/index.js';
import { createAct } from '../../app/act.js';
import { Button, dayOf, DueDate, Menu, type MenuEntry, Path, sayDate, Tag, WhenFetched } from '../../ui/index.js';
import { createTextDraft } from '../../app/draft.js';
import { createOpen } from '../../shared/forms.js';
import { isReadyToAchieve } from '@alongside/domain/mentorships/whose-move.js';
import { goalTitle, stepTitle } from '../../shared/pair/goal-words.js';
import { createReaching } from '../../shared/pair/reach.js';
import { Standards } from '../../shared/standards/lazy.js';
import { PersonName } from '../../shared/people/person-name.js';

type Goal = ViewRows['goal'];
const STEPS_LIMIT = 12;

const changes = () => import('./goal-changes.js');
const RecordStep = lazyPart(() => changes().then((part) => ({ default: part.RecordStep })));
const Reach = lazyPart(() => changes().then((part) => ({ default: part.Reach })));
const AddStep = lazyPart(() => changes().then((part) => ({ default: part.AddStep })));
const ChangeDay = lazyPart(() => changes().then((part) => ({ default: part.ChangeDay })));

/**
 * One goal as a path, whose next step can be marked done here. `left`: the mentorship is over and the mentee has not decided about the
 * goal.
 */
export function GoalCard(props: { goal: Goal; readOnly: boolean; left?: boolean }): JSX.Element {
  const [place, setPlace] = createSignal<HTMLElement>();
  const form = createOpen<'record' | 'reach' | 'add' | 'day'>(place);
  const next = () => props.goal.steps.find(({ done }) => !done);
  // What is written is about the step for which it was begun, whatever the other does meanwhile.
  const [recording, setRecording] = createSignal<string>();
  const recorded = () => (form.is('record') ? props.goal.steps.find(({ step }) => step === recording()) : undefined);
  const record = () => {
    setRecording(next()?.step);
    form.open('record');
  };
  const key = () => ({ mentorship: props.goal.mentorship, goal: props.goal.goal });
  const asks = () => !props.readOnly && isReadyToAchieve(props.goal);
  const settingAside = createAct();
  const setAside = () => settingAside.run('SetGoalAside', key(), 'Goal archived. You can still read it.');
  const working = (): readonly MenuEntry[] => [
    ...(next() ? [{ kind: 'do', label: 'Mark as achieved', onPress: () => form.open('reach') } as const] : []),
    ...(props.goal.steps.length < STEPS_LIMIT ? [{ kind: 'do', label: 'Add a step', onPress: () => form.open('add') } as const] : []),
    { kind: 'do', label: props.goal.due ? 'Change day' : 'Add a day', onPress: () => form.open('day') },
    { kind: 'rule' },
  ];
  const more = () => (
    <Menu
      label={`More for ${goalTitle(props.goal)}`}
      trigger={<Ellipsis size="1.25rem" aria-hidden="true" />}
      entries={[...(props.left ? [] : working()), { kind: 'do', label: 'Archive goal', onPress: () => void setAside() }]}
    />
  );
  const isMine = () => props.goal.mentee === me();
  // Nothing of another’s goal is left to read: its steps, days and standards say nothing without their words.
  const isGone = () => props.readOnly && !isMine() && !props.goal.description.title && props.goal.steps.every(({ title }) => !title);
  return (
    <Show
      when={!isGone()}
      fallback={
        <article class="goal" aria-label={goalTitle(props.goal)}>
          <Path title={goalTitle(props.goal)} steps={[]} />
          <p class="small muted">What it said was deleted with their account.</p>
        </article>
      }
    >
      <article class="goal" ref={setPlace} aria-label={goalTitle(props.goal)}>
        <Path
          title={goalTitle(props.goal)}
          steps={props.goal.steps.map((step) => ({ title: stepTitle(step), done: step.done !== null }))}
        />
        <Show when={props.goal.achieved}>
          {(achieved) => <Reached by={achieved().by} at={achieved().at} evidence={achieved().evidence} />}
        </Show>
        <Show when={props.goal.status === 'open' && props.goal.carriedOnAt}>
          <p class="small muted">
            Continued by <PersonName within of={props.goal.mentee} short />
          </p>
        </Show>
        <Show when={props.goal.status === 'open' && props.goal.due}>
          {(due) => (
            <p class="small">
              <DueDate day={due()} verb="Achieve by" starts />
            </p>
          )}
        </Show>
        <Show when={form.any()}>
          <WhenFetched>
            <Switch>
              <Match when={recorded()}>{(step) => <RecordStep goal={props.goal} step={step()} onClose={form.close} />}</Match>
              <Match when={form.is('reach')}>
                <Reach goal={props.goal} onClose={form.close} />
              </Match>
              <Match when={form.is('add')}>
                <AddStep goal={props.goal} onClose={form.close} />
              </Match>
              <Match when={form.is('day')}>
                <ChangeDay goal={props.goal} onClose={form.close} />
              </Match>
            </Switch>
          </WhenFetched>
        </Show>
        <Show when={asks() && !form.any()}>
          <AskReached
            goal={props.goal}
            left={props.left}
            onEvidence={() => form.open('reach')}
            more={
              <>
                <CarryOn goal={props.goal} shown={props.left} />
                {more()}
              </>
            }
          />
        </Show>
        <Show when={!props.readOnly && !form.any() && !asks()}>
          <div class="line line--wrap line--tight">
            <Show
              when={next() && !props.left}
              fallback={
                <Button small onPress={() => form.open('reach')}>
                  Mark as achieved
                </Button>
              }
            >
              <Button tone="quiet" small onPress={record}>
                Mark step as done
              </Button>
            </Show>
            <CarryOn goal={props.goal} shown={props.left} />
            {more()}
          </div>
        </Show>
        <Standards
          statements={props.goal.statements}
          about={goalTitle(props.goal)}
          link={isMine() ? { type: 'LinkGoal', of: { mentorship: props.goal.mentorship, goal: props.goal.goal } } : undefined}
        />
        <Details goal={props.goal} readOnly={props.readOnly || props.left === true} />
      </article>
    </Show>
  );
}

/** What completing asks, once a mentorship is over: the mentee works on it alone. */
function CarryOn(props: { goal: Goal; shown: boolean | undefined }): JSX.Element {
  const carryingOn = createAct();
  const { mentorship, goal } = props.goal;
  return (
    <Show when={props.shown}>
      <Button
        small
        tone="quiet"
        aria-label={`Continue on my own: ${goalTitle(props.goal)}`}
        pending={carryingOn.pending()}
        onPress={() => void carryingOn.run('CarryOnGoal', { mentorship, goal }, 'You continue this goal on your own.')}
      >
        Continue on my own
      </Button>
    </Show>
  );
}

const Reached = (props: { by: string; at: string; evidence: string }) => (
  <div class="stack stack--tight">
    <p class="small">
      <Tag>Achieved</Tag> <span class="muted">on {sayDate(dayOf(props.at))}</span>
    </p>
    <Show when={props.evidence}>
      <blockquote class="reading">{props.evidence}</blockquote>
    </Show>
  </div>
);

/** The path is walked to its end: one press says so, and a pair with evidence adds it first. */
function AskReached(props: { goal: Goal; left: boolean | undefined; onEvidence: () => void; more: JSX.Element }): JSX.Element {
  const id = createUniqueId();
  const reaching = createReaching();
  const evidence = createTextDraft(() => `reach:${props.goal.goal}`);
  return (
    // A group, so that a screen reader user on its first button hears what is asked.
    <div class="notice notice--good" role="group" aria-labelledby={id}>
      <p class="notice__title" id={id}>
        Every step is done. Have you achieved this goal?
      </p>
      <p>It’s then in both your records.{props.left ? '' : ' If something is missing, add a step.'}</p>
      <div class="line line--wrap line--tight">
        <Button
          small
          pending={reaching.pending()}
          // What was half-written is not left out.
          onPress={() => (evidence.value() ? props.onEvidence() : void reaching.mark(props.goal))}
        >
          Mark as achieved
        </Button>
        <Button small tone="plain" onPress={props.onEvidence}>
          Add evidence
        </Button>
        {props.more}
      </div>
    </div>
  );
}

function Details(props: { goal: Goal; readOnly: boolean }): JSX.Element {
  const reopening = createAct();
  const reopen = (step: string) =>
    reopening.run('ReopenStep', { mentorship: props.goal.mentorship, goal: props.goal.goal, step }, 'Step marked as not done');
  const description = () => props.goal.description;
  return (
    <Show when={props.goal.steps.length || description().why || description().success}>
      <details class="goal__details">
        <summary>Steps and notes</summary>
        <div class="stack">
          <Show when={description().why}>
            <p class="reading">{description().why}</p>
          </Show>
          <Show when={description().success}>
            <p class="small">
              <span class="muted">What success looks like: </span>
              {description().success}
            </p>
          </Show>
          <ol class="goal__steps">
            <For each={props.goal.steps}>
              {(step) => (
                <li>
                  <p>{stepTitle(step)}</p>
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
                              aria-label={`Mark as not done: ${stepTitle(step)}`}
                              pending={reopening.pending()}
                              onPress={() => void reopen(step.step)}
                            >
                              Mark as not done
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
