import { createSignal, For, Show, type JSX } from 'solid-js';
import { createView, me, type ViewRows } from '../../replica/index.js';
import { Button, count, dayOf, Link, sayDate, Skeleton } from '../../ui/index.js';
import { Heading } from '../../ui/heading.js';
import { PersonName } from '../people/person-name.js';
import '../pair/pair.css';

type Published = ViewRows['published'];

/** How many are shown before the next are asked for. */
const PAGE_LIMIT = 10;

const newestFirst = (rows: readonly Published[]): readonly Published[] =>
  [...rows].sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt));

/** Published reflections, newest first, a page at a time; their words are read as they are shown. `level`: of their headings. */
export function SharedList(props: { of: readonly Published[]; level: 2 | 3; first?: number; nameless?: boolean }): JSX.Element {
  const [shown, setShown] = createSignal(props.first ?? PAGE_LIMIT);
  const left = () => props.of.length - shown();
  return (
    <>
      <For each={newestFirst(props.of).slice(0, shown())}>{(one) => <Shared of={one} level={props.level} nameless={props.nameless} />}</For>
      <Show when={left() > 0}>
        <div>
          <Button tone="quiet" onPress={() => setShown(shown() + PAGE_LIMIT)}>
            Show {count(Math.min(left(), PAGE_LIMIT), 'more reflection')}
          </Button>
        </div>
      </Show>
    </>
  );
}

function Shared(props: { of: Published; level: 2 | 3; nameless?: boolean | undefined }): JSX.Element {
  const reflection = createView('published-words', () => props.of.reflection);
  return (
    <Show when={!reflection.gone}>
      <Show when={reflection()} fallback={<Skeleton lines={3} label="Loading reflection" />}>
        {(row) => (
          <article class="note" aria-label={row().title}>
            <Heading level={props.level} class="note__title">
              {row().title}
            </Heading>
            <p class="reading note__text">{row().text}</p>
            <p class="small muted">
              <Show when={!props.nameless}>
                <Show when={props.of.person !== me()} fallback={<Link href="/growth?part=reflections">You</Link>}>
                  <Link href={`/mentors/${props.of.person}`}>
                    <PersonName of={props.of.person} />
                  </Link>
                </Show>
                {', '}
              </Show>
              {sayDate(dayOf(props.of.publishedAt))}
            </p>
          </article>
        )}
      </Show>
    </Show>
  );
}
