import { Show, type JSX } from 'solid-js';
import { session } from '../../replica/index.js';
import { Button, ButtonLink, EmptyState } from '../../ui/index.js';

/** Coordinators and administrators, whose page Members adds people. */
const mayAdd = () => (session()?.roles ?? []).some((role) => role !== 'leader');

/** No mentor was found. `asked`: by words or filters, which can be changed; else there is none that this person can contact. `within`: the distance, where that is why. */
export function Nobody(props: { asked: boolean; within: string | undefined; onAll: () => void }): JSX.Element {
  return (
    <Show when={props.asked} fallback={<NoneYet />}>
      <EmptyState
        level={2}
        title={props.within === undefined ? 'No mentors match' : `No mentors ${props.within}`}
        action={
          <Button tone="quiet" onPress={() => props.onAll()}>
            Show all mentors
          </Button>
        }
      >
        {props.within === undefined
          ? 'Try fewer words or the start of a word, check the spelling, or remove a filter.'
          : 'Try a longer distance, or another place.'}
      </EmptyState>
    </Show>
  );
}

const NoneYet = () => (
  <EmptyState
    level={2}
    title="No mentors to contact yet"
    action={
      <Show
        when={mayAdd()}
        fallback={
          <ButtonLink tone="quiet" href="/profile">
            Open your profile
          </ButtonLink>
        }
      >
        <ButtonLink href="/members">Add people</ButtonLink>
      </Show>
    }
  >
    {mayAdd()
      ? 'People show here once they offer mentoring in their profile. Add people, so that they can.'
      : 'People show here once they offer mentoring in their profile. You can offer it too.'}
  </EmptyState>
);
