import { createMemo } from 'solid-js';
import { createRows, createView, me } from '../../../replica/index.js';
import { createInstitutions, holds } from '../../../shared/institutions/places.js';

/** Whether the signed-in person coordinates where a person belongs: a school itself, or its trust. */
export function createCoordinates(person: () => string | undefined): () => boolean {
  const row = createView('person', person);
  const schools = createInstitutions({ roles: ['coordinator'], schools: true, hub: false });
  return createMemo(() =>
    schools().some((one) => holds('coordinator', one) && (row()?.institutions ?? []).some((institution) => institution === one.id)),
  );
}

/** Whether the signed-in person manages or assesses a person, at any school (R6): then they suggest neither mentors nor an end to them. */
export function createManages(person: () => string | undefined): () => boolean {
  const lines = createRows('member', () => ({ person: person() ?? '' }));
  return createMemo(() => lines().some(({ lineManager, inductionTutor }) => lineManager === me() || inductionTutor === me()));
}
