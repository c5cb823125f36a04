import { createMemo } from 'solid-js';
import { createRows, createView, me } from '../../../replica/index.js';
import { createInstitutions, holds } from '../../../shared/institutions/places.js';

/** Whether the signed-in person coordinates where a person belongs: a school itself, or its trust. Undefined until it is known. */
export function createCoordinates(person: () => string | undefined): () => boolean | undefined {
  const row = createView('person', person);
  const schools = createInstitutions({ roles: ['coordinator'], schools: true, hub: false });
  return createMemo(() =>
    row.loading || schools.loading
      ? undefined
      : schools().some((one) => holds('coordinator', one) && (row()?.institutions ?? []).some((institution) => institution === one.id)),
  );
}

/** Whether the signed-in person manages or assesses a person, at any school (R6): then they suggest neither mentors nor an end to them. Undefined until it is known. */
export function createManages(person: () => string | undefined): () => boolean | undefined {
  const lines = createRows('member', () => ({ person: person() ?? '' }));
  return createMemo(() =>
    lines.loading ? undefined : lines().some(({ lineManager, inductionTutor }) => lineManager === me() || inductionTutor === me()),
  );
}
