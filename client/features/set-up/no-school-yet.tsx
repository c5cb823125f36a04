import type { JSX } from 'solid-js';
import { ButtonLink, EmptyState } from '../../ui/index.js';

/** For the steps that need a school. */
export const NoSchoolYet = (): JSX.Element => (
  <EmptyState level={2} title="Add a school first" action={<ButtonLink href="/set-up?step=school">Add your schools</ButtonLink>}>
    This step is about a school or trust.
  </EmptyState>
);
