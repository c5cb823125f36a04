import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { proficiencyLevels } from '@alongside/domain/uk/taxonomy/lists.js';
import { createRows, createSending, createView, me } from '../../replica/index.js';
import { Refused, submitting } from '../../shared/forms.js';
import { otherOf } from '../../shared/pair/pair.js';
import { PersonName } from '../../shared/people/person-name.js';
import { areaInSentence } from '../../shared/people/say.js';
import { COUNTED } from '../../shared/programme/counted-words.js';
import { Button, count, dayOf, Link, sayDate, saying, Section, Slots, WhenLoaded } from '../../ui/index.js';
import { schoolYearName, schoolYearOf } from './cpd.js';
import { foldSkills, mentorshipsOf, type FoldedSkill, type SkillRating } from './fold-skills.js';

/** A person’s first and latest level, one skill a line, whatever mentorships it was rated in. */
export function Skills(): JSX.Element {
  const rows = createRows('skill', () => ({ person: me() }));
  const mentored = createRows('mentorship', () => ({ mentee: me() }));
  const skills = createMemo(() => new Map(foldSkills(rows(), mentored()).map((skill) => [skill.tag, skill])));
  return (
    <Section title="Your skills">
      <WhenLoaded of={[rows, mentored]} label="Loading skills">
        <Show
          when={skills().size}
          fallback={
            <p class="muted">
              No skills yet. While you have a mentor, the focus areas that you asked about show here. You choose your level in each on this
              page, and again after some time.
            </p>
          }
        >
          <p class="small muted">You choose your own levels. Only you can see this. {COUNTED}</p>
          <ul class="list" role="list">
            {/* By tag, so that a line keeps its place and what is open in it when something is rated. */}
            <For each={[...skills().keys()]}>
              {(tag) => (
                <li>
                  <Show when={skills().get(tag)}>{(skill) => <SkillLine skill={skill()} />}</Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </WhenLoaded>
    </Section>
  );
}

const levelName = (level: number): string => proficiencyLevels.find((one) => one.level === level)?.name ?? String(level);
const onDay = ({ at }: SkillRating): string => sayDate(dayOf(at));

/** The first and the latest in a sentence. */
function sayLevels(ratings: readonly SkillRating[]): string {
  const [first, last] = [ratings[0], ratings.at(-1)];
  if (!first || !last) return 'No level yet';
  if (first === last) return `${first.when === 'before' ? 'You started at' : 'You were at'} “${levelName(first.level)}” on ${onDay(first)}`;
  if (first.level === last.level) return `“${levelName(first.level)}” on ${onDay(first)}, and still on ${onDay(last)}`;
  return `From “${levelName(first.level)}” on ${onDay(first)} to “${levelName(last.level)}” on ${onDay(last)}`;
}

function SkillLine(props: { skill: FoldedSkill }): JSX.Element {
  const ratings = () => props.skill.ratings;
  const several = () => mentorshipsOf(ratings()) > 1;
  const only = () => (several() ? null : ratings().length ? ratings()[0]?.mentorship : props.skill.asks?.mentorship);
  // Answered, it asks the next question closed and afresh.
  const asks = createMemo(() => props.skill.asks, undefined, { equals: (a, b) => a?.mentorship === b?.mentorship && a?.when === b?.when });
  return (
    <div class="skill">
      <div class="skill__words">
        <p>
          <strong>{expertiseName(props.skill.tag)}</strong>
        </p>
        <p class="small muted">
          {sayLevels(ratings())}
          <Show when={several()}>
            {' '}
            <span class="skill__where">· in {count(mentorshipsOf(ratings()), 'mentorship')}</span>
          </Show>
          <WithWhom mentorship={only() ?? null} before=" · " />
        </p>
      </div>
      <Scale first={ratings()[0]?.level} latest={ratings().at(-1)?.level} />
      <Show when={ratings().length > 2 || several()}>
        <details class="skill__more">
          <summary>
            See each level<span class="unseen"> in {areaInSentence(props.skill.tag)}</span>
          </summary>
          <ol class="skill__steps" role="list">
            <For each={ratings()}>
              {(rating, index) => (
                <li class={index() === ratings().length - 1 ? 'skill__step skill__step--latest' : 'skill__step'}>
                  <span class="skill__day">{onDay(rating)}</span>
                  <span>
                    <strong>{levelName(rating.level)}</strong> <Told rating={rating} />
                  </span>
                </li>
              )}
            </For>
          </ol>
        </details>
      </Show>
      <Show when={asks()} keyed>
        {(asked) => <Rate skill={props.skill} asks={asked} />}
      </Show>
    </div>
  );
}

/** “with Asha Rahman”, for a mentorship that this person may still read. */
function WithWhom(props: { mentorship: string | null; before?: string }): JSX.Element {
  const pair = createView('mentorship', () => props.mentorship ?? undefined);
  return (
    <Show when={pair()}>
      {(row) => (
        <>
          {props.before}with <PersonName within of={otherOf(row())} />
        </>
      )}
    </Show>
  );
}

/** In which mentorship a rating was given; the school year in which that began tells two with the same person apart. */
function Told(props: { rating: SkillRating }): JSX.Element {
  const pair = createView('mentorship', () => props.rating.mentorship ?? undefined);
  return (
    <Show when={pair()} fallback={<span class="muted">on your own</span>}>
      {(row) => (
        <span class="muted">
          {props.rating.when === 'before' ? 'when you started' : 'after working'}{' '}
          <Link href={`/mentorships/${row().mentorship}`}>
            with <PersonName within of={otherOf(row())} />, {schoolYearName(schoolYearOf(dayOf(row().startedAt)))}
          </Link>
        </span>
      )}
    </Show>
  );
}

/** Five stones: a ring for the first level, a filled one for the latest. The sentence beside it says the same. */
const Scale = (props: { first: number | undefined; latest: number | undefined }) => {
  const way = (level: number) =>
    props.first !== undefined &&
    props.latest !== undefined &&
    level > Math.min(props.first, props.latest) &&
    level <= Math.max(props.first, props.latest);
  const kind = (level: number) => (level === props.latest ? 'latest' : level === props.first ? 'first' : undefined);
  return (
    <span class="scale" aria-hidden="true">
      <For each={proficiencyLevels}>
        {({ level }) => (
          <span class={`scale__stone${kind(level) ? ` scale__stone--${kind(level)}` : ''}${way(level) ? ' scale__stone--way' : ''}`} />
        )}
      </For>
    </span>
  );
};

function Rate(props: { skill: FoldedSkill; asks: NonNullable<FoldedSkill['asks']> }): JSX.Element {
  const sending = createSending();
  // Chosen first and said with a button: an arrow key moves through the levels, and those on its way are nobody's answer.
  const [level, choose] = createSignal<string>();
  const [missing, setMissing] = createSignal(false);
  const rate = async () => {
    setMissing(level() === undefined);
    if (level() === undefined) return;
    const data = { person: me(), mentorship: props.asks.mentorship, tag: props.skill.tag, level: Number(level()), when: props.asks.when };
    if (await sending.send('RateSkill', data, { saved: saying('Level saved. Only you can see it.') })) choose(undefined);
  };
  return (
    <details class="skill__more">
      <summary>{props.skill.ratings.length ? 'Update level' : 'Choose level'}</summary>
      <form class="stack" novalidate onSubmit={submitting(() => void rate())}>
        <Refused sending={sending} />
        <Slots
          label={`Your level in ${areaInSentence(props.skill.tag)}`}
          value={level()}
          onChange={choose}
          error={missing() ? 'Choose a level.' : undefined}
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
        <div>
          <Button small type="submit" pending={sending.pending()}>
            Save level
          </Button>
        </div>
      </form>
    </details>
  );
}
