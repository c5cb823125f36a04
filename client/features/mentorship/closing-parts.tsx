import { within } from '@alongside/domain/text/mid-sentence.js';
import { For, Show, type JSX } from 'solid-js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { proficiencyLevels } from '@alongside/domain/uk/taxonomy/lists.js';
import type { ViewRows } from '../../replica/index.js';
import { goalTitle } from '../../shared/pair/goal-words.js';
import { RadioGroup, Section, Slots, TextArea, type Choice } from '../../ui/index.js';
import type { ActionOutcome, Closing, GoalOutcome } from './closing.js';

interface PartProps {
  readonly closing: Closing;
  readonly onChange: (change: Partial<Closing>) => void;
}

/** What became of each goal that is still open. Only the mentee can carry one on. */
export function ClosingGoals(props: PartProps & { goals: readonly ViewRows['goal'][]; mentee: boolean; menteeName: string }): JSX.Element {
  const choices = (): readonly Choice<GoalOutcome>[] => [
    { value: 'achieve', label: 'Achieved' },
    { value: 'archive', label: 'Archive' },
    ...(props.mentee ? ([{ value: 'carry-on', label: 'Continue on my own' }] as const) : []),
  ];
  return (
    <Show when={props.goals.length}>
      <Section title="Open goals">
        <Show when={!props.mentee}>
          <p class="small muted">{props.menteeName} can also continue a goal on their own.</p>
        </Show>
        <For each={props.goals}>
          {(goal) => (
            <RadioGroup<GoalOutcome>
              label={goalTitle(goal)}
              optional
              value={props.closing.goals[goal.goal]}
              onChange={(outcome) => props.onChange({ goals: { ...props.closing.goals, [goal.goal]: outcome } })}
              choices={choices()}
            />
          )}
        </For>
      </Section>
    </Show>
  );
}

const ACTION_CHOICES: readonly Choice<ActionOutcome>[] = [
  { value: 'done', label: 'Done' },
  { value: 'drop', label: 'Not needed any more' },
  { value: 'keep', label: 'Keep it on my own list' },
];

/** What became of each of this person's open actions. */
export const ClosingActions = (props: PartProps & { actions: readonly ViewRows['action'][] }): JSX.Element => (
  <Show when={props.actions.length}>
    <Section title="Your open actions">
      <For each={props.actions}>
        {(action) => (
          <RadioGroup<ActionOutcome>
            label={action.title || 'Deleted action'}
            optional
            value={props.closing.actions[action.action]}
            onChange={(outcome) => props.onChange({ actions: { ...props.closing.actions, [action.action]: outcome } })}
            choices={ACTION_CHOICES}
          />
        )}
      </For>
    </Section>
  </Show>
);

/** The mentee's levels now, in what the mentorship was about. */
export const ClosingSkills = (props: PartProps & { tags: readonly string[] }): JSX.Element => (
  <Show when={props.tags.length}>
    <Section title="Your skills now">
      <p class="small muted">Only you can see this.</p>
      <For each={props.tags}>
        {(tag) => (
          <Slots
            label={expertiseName(tag)}
            optional
            value={props.closing.skills[tag]}
            onChange={(level) => props.onChange({ skills: { ...props.closing.skills, [tag]: level } })}
            choices={proficiencyLevels.map(({ level, name }) => ({ value: String(level), label: name }))}
          />
        )}
      </For>
    </Section>
  </Show>
);

/** A last look back, for oneself or for both. */
export const ClosingReflection = (
  props: PartProps & { otherName: string; mayShare: boolean; problem: string | undefined },
): JSX.Element => (
  <Section title="Closing reflection">
    <TextArea
      label="What will you take with you?"
      optional
      hint={`Do not name pupils. ${props.mayShare ? `Only you can see this, unless you share it with ${within(props.otherName)} below.` : 'Only you can see this.'}`}
      reading
      limit={8_000}
      value={props.closing.reflection}
      onInput={(reflection) => props.onChange({ reflection })}
      error={props.problem}
    />
    <Show when={props.mayShare}>
      <RadioGroup<'nobody' | 'pair'>
        label="Who can see it"
        inline
        value={props.closing.readers === 'pair' ? 'pair' : 'nobody'}
        onChange={(readers) => props.onChange({ readers })}
        choices={[
          { value: 'nobody', label: 'Only you' },
          { value: 'pair', label: `You and ${within(props.otherName)}` },
        ]}
      />
    </Show>
  </Section>
);
