import { createMemo, type JSX } from 'solid-js';
import { createRows, me } from '../../../replica/index.js';
import { ButtonLink, EmptyState } from '../../../ui/index.js';
import { createInstitutions, type InstitutionChoice } from '../../../shared/institutions/places.js';
import { hasNoColleagues } from './no-colleagues.js';

/** The place of a coordinator that has no members but those with a role. `wanted`: only then are members read. */
export function createFirstSteps(wanted: () => boolean): { at: () => InstitutionChoice | undefined; loading: () => boolean } {
  const places = createInstitutions({ roles: ['coordinator'], schools: true, hub: false });
  const members = createRows('member', () => (wanted() && places().length ? {} : undefined));
  const loading = () => wanted() && (places.loading || members.loading);
  const at = createMemo(() => {
    if (!wanted() || loading()) return undefined;
    const ids = new Set(places().map(({ id }) => id));
    return hasNoColleagues(members(), ids, me()) ? places()[0] : undefined;
  });
  return { at, loading };
}

export const FIRST_STEPS = 'Add your colleagues';

/** How a coordinator begins. */
export const FirstSteps = (props: { at: InstitutionChoice; level: 2 | 3 }): JSX.Element => (
  <EmptyState
    level={props.level}
    title={props.at.name ? `No colleagues at ${props.at.name} yet` : 'No colleagues yet'}
    action={
      <div class="line line--wrap">
        <ButtonLink href={`/import?at=${props.at.id}`}>Import a staff list</ButtonLink>
        <ButtonLink tone="quiet" href={`/members?at=${props.at.id}`}>
          Add a colleague
        </ButtonLink>
      </div>
    }
  >
    When you have added people, they can find a mentor or offer to be one.
  </EmptyState>
);
