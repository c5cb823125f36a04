import { Show, type JSX } from 'solid-js';
import { ButtonLink, EmptyState, Skeleton } from '../../ui/index.js';

/** For the steps that need a school. `loading`: one may have been added a moment ago. */
export const NoSchoolYet = (props: { loading: boolean }): JSX.Element => (
  <Show when={!props.loading} fallback={<Skeleton lines={4} label="Loading your schools" />}>
    <EmptyState level={2} title="Add a school first" action={<ButtonLink href="/set-up?step=school">Add your schools</ButtonLink>}>
      This step is about a school or trust.
    </EmptyState>
  </Show>
);
