import { createMemo, For, Show, type JSX } from 'solid-js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { proficiencyLevels } from '@alongside/domain/uk/taxonomy/lists.js';
import { createRows, createSending, createView, me, type ViewRows } from '../../replica/index.js';
import { ButtonLink, dayOf, EmptyState, Link, Path, say, sayDate, Section, Skeleton, Slots, Tag } from '../../ui/index.js';
import { Refused } from '../pair/forms.js';
import { PersonName } from '../people/person-name.js';

type Skill = ViewRows['skill'];

/** Goals across mentorships, each a path; and where somebody stood before and stands after. */
export default function GoalsAndSkills(): JSX.Element {
  return (
    <div class="stack stack--loose">
      <Goals />
      <Skills />
    </div>
  );
}

function Goals(): JSX.Element {
  const goals = createRows('goal', () => ({ mentee: me() }));
  const newest = () =>
    goals()
      .filter(({ status }) => status !== 'set-aside')
      .sort((a, b) => (a.status === b.status ? (a.agreedAt < b.agreedAt ? 1 : -1) : a.status === 'open' ? -1 : 1));
  return (
    <Section title="Goals">
      <Show when={!goals.loading} fallback={<Skeleton label="Fetching your goals" />}>
        <Show
          when={newest().length}
          fallback={
            <EmptyState title="No goal yet" action={<ButtonLink href="/mentorships">Look at your mentorships</ButtonLink>}>
              Goals are agreed with your mentor, in your words. They stand here whoever you work with.
            </EmptyState>
          }
        >
          <p class="small muted">You and the mentor of each can read these; nobody else.</p>
          <For each={newest()}>{(goal) => <Goal goal={goal} />}</For>
        </Show>
      </Show>
    </Section>
  );
}

function Goal(props: { goal: ViewRows['goal'] }): JSX.Element {
  const pair = createView('mentorship', () => props.goal.mentorship);
  return (
    <article class="growth__goal">
      <Path
        title={props.goal.description.title}
        steps={props.goal.steps.map(({ title, done }) => ({ title, done: done !== null || props.goal.status === 'achieved' }))}
      />
      <Show when={props.goal.achieved?.evidence}>{(evidence) => <blockquote class="reading">{evidence()}</blockquote>}</Show>
      <p class="small muted">
        <Show when={props.goal.achieved} fallback={`Agreed on ${sayDate(dayOf(props.goal.agreedAt))}`}>
          {(achieved) => (
            <>
              <Tag>Reached</Tag> on {sayDate(dayOf(achieved().at))}
            </>
          )}
        </Show>
        <Show when={pair()}>
          {(row) => (
            <>
              {' · '}
              <Link href={`/mentorships/${row().mentorship}`} about={`: ${props.goal.description.title}`}>
                with <PersonName of={row().mentor} />
              </Link>
            </>
          )}
        </Show>
      </p>
    </article>
  );
}

/** A thing to stand somewhere in: rated already, or an aim that is not rated yet. */
type Standing = Pick<Skill, 'mentorship' | 'tag' | 'before' | 'after'>;

function Skills(): JSX.Element {
  const skills = createRows('skill', () => ({ person: me() }));
  const mentored = createRows('mentorship', () => ({ mentee: me() }));
  const all = createMemo((): readonly Standing[] => {
    const unrated = mentored()
      .filter(({ status }) => status === 'active' || status === 'trial')
      .flatMap(({ mentorship, aims }) => aims.map((tag) => ({ mentorship, tag, before: null, after: null })))
      .filter(({ mentorship, tag }) => !skills().some((skill) => skill.mentorship === mentorship && skill.tag === tag));
    return [...skills(), ...unrated].sort((a, b) => (newest(a) < newest(b) ? 1 : -1));
  });
  return (
    <Section title="Where you stood, and where you stand">
      <Show when={!skills.loading && !mentored.loading} fallback={<Skeleton label="Fetching what you said of yourself" />}>
        <Show
          when={all().length}
          fallback={<p class="muted">Nothing yet. When a mentorship begins you say where you stand; at its end you say it again.</p>}
        >
          <p class="small muted">Your own view of yourself. Only you can read it.</p>
          <ul class="list" role="list">
            <For each={all()}>
              {(skill) => (
                <li>
                  <SkillLine skill={skill} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </Section>
  );
}

const newest = ({ before, after }: Standing): string => after?.at ?? before?.at ?? '9999';
const levelName = (level: number): string => proficiencyLevels.find((one) => one.level === level)?.name ?? String(level);

function SkillLine(props: { skill: Standing }): JSX.Element {
  const pair = createView('mentorship', () => props.skill.mentorship ?? undefined);
  const words = () => {
    const { before, after } = props.skill;
    if (before && after) return `From “${levelName(before.level)}” to “${levelName(after.level)}”`;
    return before ? `You began at “${levelName(before.level)}” on ${sayDate(dayOf(before.at))}` : 'Not said yet';
  };
  const asks = (): 'before' | 'after' | undefined => (props.skill.before ? (props.skill.after ? undefined : 'after') : 'before');
  return (
    <div class="skill">
      <div class="skill__words">
        <p>
          <strong>{expertiseName(props.skill.tag)}</strong>
        </p>
        <p class="small muted">
          {words()}
          <Show when={pair()}>
            {(row) => (
              <>
                {' '}
                · with <PersonName of={row().mentor === me() ? row().mentee : row().mentor} />
              </>
            )}
          </Show>
        </p>
      </div>
      <Scale before={props.skill.before?.level} after={props.skill.after?.level} />
      <Show when={asks()}>{(when) => <Rate skill={props.skill} when={when()} />}</Show>
    </div>
  );
}

/** Five stones: a ring where somebody stood, a filled one where they stand. The sentence beside it says the same. */
const Scale = (props: { before: number | undefined; after: number | undefined }) => (
  <span class="scale" aria-hidden="true">
    <For each={[1, 2, 3, 4, 5]}>
      {(level) => (
        <span
          class={`scale__stone${level === props.after ? ' scale__stone--after' : level === props.before ? ' scale__stone--before' : ''}${
            props.before && props.after && level > Math.min(props.before, props.after) && level <= Math.max(props.before, props.after)
              ? ' scale__stone--way'
              : ''
          }`}
        />
      )}
    </For>
  </span>
);

function Rate(props: { skill: Standing; when: 'before' | 'after' }): JSX.Element {
  const sending = createSending();
  const rate = async (level: string) => {
    const { mentorship, tag } = props.skill;
    const data = { person: me(), mentorship, tag, level: Number(level), when: props.when };
    if (await sending.send('RateSkill', data)) say('Noted. Only you can see it.');
  };
  return (
    <details class="skill__rate">
      <summary>{props.when === 'before' ? 'Say where you stand' : 'Say where you stand now'}</summary>
      <div class="stack">
        <Refused sending={sending} />
        <Slots
          label={`Where you stand in ${expertiseName(props.skill.tag).toLowerCase()}`}
          value={undefined}
          onChange={(level) => void rate(level)}
          choices={proficiencyLevels.map(({ level, name }) => ({ value: String(level), label: name, disabled: sending.pending() }))}
        />
        <ul class="small muted">
          <For each={proficiencyLevels}>
            {({ name, self }) => (
              <li>
                {name}: {self}
              </li>
            )}
          </For>
        </ul>
      </div>
    </details>
  );
}
