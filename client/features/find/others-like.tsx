import { createSignal, For, Show, type JSX } from 'solid-js';
import type { But } from '@alongside/domain/suggestions/alike.js';
import type { MustHave } from '@alongside/domain/suggestions/must-haves.js';
import { createAnswer } from '../../replica/index.js';
import { Button, calledName, Notice, NotFetched } from '../../ui/index.js';
import { SUGGESTIONS_REST_ON, type SuggestedMentor, type SuggestionsAnswer } from '../../shared/mentors/suggestions.js';
import { BETTER, othersPath } from './weights.js';

/** Others like the mentor who is open, but better in one thing. In what others are better is asked once it is opened. */
export function OthersLike(props: { mentor: SuggestedMentor; insisted: readonly MustHave[]; onChoose: (but: But) => void }): JSX.Element {
  const [isOpen, setOpen] = createSignal(false);
  const answer = createAnswer<{ readonly but: readonly But[] }>(
    () => (isOpen() ? othersPath(props.mentor.person, props.insisted) : undefined),
    SUGGESTIONS_REST_ON,
  );
  const name = () => calledName(props.mentor);
  return (
    <details class="find__like" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Find others like {name()}</summary>
      <Show
        when={answer.data()}
        fallback={
          <Show when={answer.failed()} fallback={<p class="small muted">Loading others like {name()}</p>}>
            {(why) => (
              <NotFetched title={`We could not look for others like ${name()}`} mild onAgain={answer.again}>
                {why()}
              </NotFetched>
            )}
          </Show>
        }
      >
        {(found) => (
          <Show when={found().but.length} fallback={<p class="small muted">No other mentor like {name()} would suit you better.</p>}>
            <p class="small muted">Show me mentors like {name()} who</p>
            <ul class="list" role="list">
              <For each={found().but}>
                {(but) => (
                  <li>
                    <Button tone="plain" onPress={() => props.onChoose(but)}>
                      {BETTER[but].label}
                    </Button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
    </details>
  );
}

/** Whom a list is like, and the way back. `lost`: a mentor was named who is not found any more. */
export function LikeWhom(props: { answer: SuggestionsAnswer; lost: boolean; onBack: () => void }): JSX.Element {
  const but = () => props.answer.ranked.alike?.but;
  const back = () => (
    <Button tone="quiet" small onPress={props.onBack}>
      Back to all suggestions
    </Button>
  );
  return (
    <Show
      when={props.answer.like}
      fallback={
        <Show when={props.lost}>
          <Notice title="You can no longer find that mentor here" foot={back()}>
            These are your usual suggestions.
          </Notice>
        </Show>
      }
    >
      {(like) => (
        <Notice title={sayLike(like().called, but())} foot={back()}>
          {sayHow(like())}
        </Notice>
      )}
    </Show>
  );
}

/** “Mentors like Asha who work nearer to you”. */
const sayLike = (name: string, but: But | undefined): string => `Mentors like ${name}${but ? ` who ${BETTER[but].said}` : ''}`;

function sayHow({ called, by }: NonNullable<SuggestionsAnswer['like']>): string | undefined {
  if (by === 'focus') return `They offer what ${called} can help you with most, at a similar level or above.`;
  return by === 'work' ? `They work in your phase or teach your subject, as ${called} does.` : undefined;
}

/** Nobody is like that any more. */
export const sayNobodyLike = ({ like, ranked }: SuggestionsAnswer): string | undefined =>
  like && ranked.alike ? `We found no other mentors like ${like.called} who ${BETTER[ranked.alike.but].said}.` : undefined;
