import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { Rows } from '../engine/view.js';
import { findableBy, followFinding, leaveEverywhere, oneByOne } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** A person who chose that mentors may see what they would like to work on. Only those who chose it have a row. */
export interface OpenToOffersRow {
  readonly person: PersonId;
  /** Tags of their focus areas, in their own order. Levels are theirs alone. */
  readonly aims: readonly string[];
  /** Who may find them. Of these, mentors may be shown them; nobody reads the row itself. */
  readonly reach: RowAudience;
}

interface Chosen {
  readonly open: boolean;
  readonly aims: readonly string[];
}
const chosen = privateRows<Chosen>('chosen');
const NOT_YET: Chosen = { open: false, aims: [] };

function settle(rows: Rows<OpenToOffersRow>, person: PersonId): void {
  const { open, aims } = chosen.get(rows, person) ?? NOT_YET;
  if (!open || aims.length === 0) return rows.remove(person);
  rows.put(person, { audience: [], data: { person, aims, reach: findableBy(rows, person) } });
}

function choose(rows: Rows<OpenToOffersRow>, person: PersonId, next: Partial<Chosen>): void {
  chosen.put(rows, person, { ...(chosen.get(rows, person) ?? NOT_YET), ...next });
  settle(rows, person);
}

/** Who may be offered help, and with what. For the hub’s own use: a mentor is answered with a few of them, and never sent a list. */
export const openToOffersView = hubView<HubEvent, OpenToOffersRow>()({
  name: 'open-to-offers',
  version: 2,
  title: 'People who are open to offers of help',
  readers: [],
  indexes: [],
  on: {
    ...followFinding<OpenToOffersRow>(oneByOne(settle)),
    AimsSet: ({ data: { person, aims } }, rows) => choose(rows, person, { aims: aims.map(({ tag }) => tag) }),
    OpenToOffersSet: ({ data: { person, open } }, rows) => choose(rows, person, { open }),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      chosen.remove(rows, person);
      rows.remove(person);
    },
  },
});
