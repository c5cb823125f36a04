import { For, Show, type JSX } from 'solid-js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { careerStage, communicationItem, phase, proficiencyLevel, setting } from '@alongside/domain/uk/taxonomy/lists.js';
import { subjectName } from '@alongside/domain/uk/taxonomy/subjects.js';
import { createView, type ViewRows } from '../../replica/index.js';
import { calledName, count, sayDay, Tag } from '../../ui/index.js';
import { InstitutionNames } from '../people/institutions.js';
import { inOrder, sayRhythm, saySlot } from '../people/say.js';
import './mentor-profile.css';

type Mentor = ViewRows['directory'];

/** What a mentor says of themselves, as a mentee reads it. */
export function MentorProfile(props: { mentor: Mentor }): JSX.Element {
  const named = (ids: readonly string[], find: (id: string) => { readonly name: string } | undefined) =>
    ids.map((id) => find(id)?.name ?? id).join(', ');
  return (
    <div class="stack">
      <Show when={props.mentor.about}>
        <p class="mentor__quote">{props.mentor.about}</p>
      </Show>
      <dl class="mentor__facts">
        <Fact name="Works at" shown={props.mentor.institutions.length > 0}>
          <InstitutionNames of={props.mentor.institutions} />
        </Fact>
        <Fact name="Teaches" shown={props.mentor.subjects.length + props.mentor.phases.length > 0}>
          {[props.mentor.subjects.map(subjectName).join(', '), named(props.mentor.phases, phase)].filter(Boolean).join(' · ')}
        </Fact>
        <Fact name="Kind of setting" shown={props.mentor.settings.length > 0}>
          {named(props.mentor.settings, setting)}
        </Fact>
        <Fact name="Career stage" shown={props.mentor.careerStage !== null}>
          {careerStage(props.mentor.careerStage ?? '')?.name}
        </Fact>
        <Fact name="Can help with" shown={props.mentor.expertise.length > 0}>
          <ul class="mentor__areas" role="list">
            <For each={[...props.mentor.expertise].sort((a, b) => b.level - a.level)}>
              {({ tag, level }) => (
                <li>
                  {expertiseName(tag)} <Level level={level} />
                </li>
              )}
            </For>
          </ul>
        </Fact>
        <Fact name="Would like to help" shown={props.mentor.offer.careerStages.length > 0}>
          {named(props.mentor.offer.careerStages, careerStage)}
        </Fact>
        <Fact name="A note to mentees" shown={props.mentor.offer.note !== ''}>
          {props.mentor.offer.note}
        </Fact>
        <When mentor={props.mentor} />
        <WaysOfWorking mentor={props.mentor} />
        <Space mentor={props.mentor} />
      </dl>
    </div>
  );
}

/** One line of a profile; nothing where nothing was said. */
const Fact = (props: { name: string; shown: boolean; children: JSX.Element }) => (
  <Show when={props.shown}>
    <div class="mentor__fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  </Show>
);

/** A level from 1 to 5 as stones passed, with its name. */
export const Level = (props: { level: number }) => (
  <span class="small muted together">
    <span class="levels" aria-hidden="true">
      <For each={[1, 2, 3, 4, 5]}>{(step) => <span class={step <= props.level ? 'levels__on' : undefined} />}</For>
    </span>
    {proficiencyLevel(props.level)?.name}
  </span>
);

const When = (props: { mentor: Mentor }) => (
  <Show when={props.mentor.availability}>
    {(availability) => (
      <>
        <Fact name="Availability" shown={availability().slots.length > 0}>
          <ul role="list">
            <For each={inOrder(availability().slots)}>{(slot) => <li>{saySlot(slot)}</li>}</For>
          </ul>
        </Fact>
        <Fact name="Likes to meet" shown>
          {sayRhythm(availability())}
        </Fact>
      </>
    )}
  </Show>
);

/** Only what a person leans towards: the middle says nothing. */
function WaysOfWorking(props: { mentor: Mentor }): JSX.Element {
  const leanings = () =>
    Object.entries(props.mentor.preferences).flatMap(([id, level]) => {
      const item = communicationItem(id);
      if (!item || level === 3) return [];
      return [level < 3 ? item.left : item.right];
    });
  return (
    <Fact name="Ways of working" shown={leanings().length > 0}>
      <ul role="list">
        <For each={leanings()}>{(words) => <li>“{words}”</li>}</For>
      </ul>
    </Fact>
  );
}

/** Whether they take a mentee, and how many more. Nothing until that is loaded: a mentor with space must not look full. */
function Space(props: { mentor: Mentor }): JSX.Element {
  const capacity = createView('capacity', () => props.mentor.person);
  const left = () => {
    const counted = capacity();
    return counted && Math.max(0, counted.places - counted.taken);
  };
  return (
    <Fact name="Space" shown={props.mentor.paused !== null || left() !== undefined}>
      <Show
        when={props.mentor.paused}
        fallback={
          <Show when={left()} fallback={<Tag kind="quiet">Full</Tag>}>
            {(free) => <>Has space for {count(free(), 'more mentee')}</>}
          </Show>
        }
      >
        {(paused) => (
          <Tag kind="quiet">
            {calledName(props.mentor)} is not taking new requests{paused().until ? ` until ${sayDay(paused().until ?? '')}` : ' right now'}
          </Tag>
        )}
      </Show>
    </Fact>
  );
}
