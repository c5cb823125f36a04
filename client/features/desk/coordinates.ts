import { createMemo } from 'solid-js';
import { createView } from '../../replica/index.js';
import { createInstitutions, holds } from '../institutions/places.js';

/** Whether whoever is signed in coordinates where a person belongs: a school itself, or its trust. */
export function createCoordinates(person: () => string | undefined): () => boolean {
  const row = createView('person', person);
  const schools = createInstitutions({ roles: ['coordinator'], schools: true, hub: false });
  return createMemo(() =>
    schools().some((one) => holds('coordinator', one) && (row()?.institutions ?? []).some((institution) => institution === one.id)),
  );
}
