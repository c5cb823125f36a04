import { For, Show, type JSX } from 'solid-js';
import { createRows, me, type ViewRows } from '../../replica/index.js';
import { atStart, ButtonLink, count, dayOf, WhenLoaded, sayDate, Section } from '../../ui/index.js';
import { otherOf, type Mentorship } from '../../shared/pair/pair.js';
import { Standards } from '../../shared/standards/lazy.js';
import { PersonName } from '../../shared/people/person-name.js';

const SHOWN_LIMIT = 3;

/** Reflections on this mentorship that its author shows to the pair; one's own private ones stay under Growth. */
export function Reflections(props: { pair: Mentorship }): JSX.Element {
  const reflections = createRows('reflection', () => ({ mentorship: props.pair.mentorship }));
  const shared = () =>
    reflections()
      .filter(({ sharedWith }) => sharedWith !== 'nobody')
      .sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1));
  return (
    <Section
      title="Shared reflections"
      action={
        <ButtonLink tone="quiet" small href={`/growth?part=reflections&mentorship=${props.pair.mentorship}`}>
          Write a reflection
        </ButtonLink>
      }
    >
      <WhenLoaded of={[reflections]} lines={1} label="Loading shared reflections">
        <Show
          when={shared().length}
          fallback={<p class="muted">No shared reflections yet. Only you can see yours until you share them.</p>}
        >
          <For each={shared().slice(0, SHOWN_LIMIT)}>{(reflection) => <Shared of={reflection} other={otherOf(props.pair)} />}</For>
          <Show when={shared().length > SHOWN_LIMIT}>
            <details class="small">
              <summary>{atStart(count(shared().length - SHOWN_LIMIT, 'earlier reflection'))}</summary>
              <For each={shared().slice(SHOWN_LIMIT)}>{(reflection) => <Shared of={reflection} other={otherOf(props.pair)} />}</For>
            </details>
          </Show>
        </Show>
      </WhenLoaded>
    </Section>
  );
}

const Shared = (props: { of: ViewRows['reflection']; other: string }): JSX.Element => (
  <article class="note">
    <h3>{props.of.title}</h3>
    <p class="reading note__text">{props.of.text}</p>
    <Standards statements={props.of.statements ?? []} about={props.of.title} />
    <p class="small muted">
      <Show when={props.of.person === me()} fallback={<PersonName of={props.of.person} />}>
        You
      </Show>
      , {sayDate(dayOf(props.of.writtenAt))} ·{' '}
      <Show
        when={props.of.sharedWith === 'pair'}
        fallback={`everyone at ${props.of.person === me() ? 'your' : 'their'} school or trust can see this`}
      >
        only you and <PersonName within of={props.other} short /> can see this
      </Show>
    </p>
  </article>
);
