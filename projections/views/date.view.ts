import type { InstitutionEvent } from '@alongside/domain/institutions/institution.events.js';
import type { Placed } from '@alongside/domain/kernel/windows.js';
import { hubView } from './hub-view.js';

/** The id of its one row. */
export const CONFIRMED_DATE = 'confirmed';

type Confirmed = Extract<InstitutionEvent, { type: 'DateConfirmed' }>;

/** When the date was confirmed last (0062). Private to the hub: what stands before it in the log happened by then. */
export const dateView = hubView<Confirmed, Placed>()({
  name: 'date',
  version: 1,
  title: 'When the date was confirmed',
  readers: [],
  indexes: [],
  on: {
    DateConfirmed: ({ at, position }, rows) => rows.put(CONFIRMED_DATE, { audience: [], data: { at, position } }),
  },
});
