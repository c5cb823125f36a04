import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { principalsOf, type Actor, type Principal } from '@alongside/domain/policies/actor.js';
import { isByKnowing, meets } from '@alongside/domain/policies/audience.js';
import type { SentRow } from '@alongside/domain/protocol/messages.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { StoredRow, ViewStore } from '@alongside/projections/store/view-store.js';
import { PUBLIC_VIEWS, SHOWN_TO_KNOWN } from '@alongside/projections/views/index.js';

/** Says who a person is to the audiences of rows. The one place that turns a person into principals for reading. */
export class Audience {
  constructor(
    private readonly actorOf: (person: PersonId, look: HubReader) => Actor,
    private readonly look: HubReader,
  ) {}

  actor(person: PersonId): Actor {
    return this.actorOf(person, this.look);
  }

  principals(person: PersonId): ReadonlySet<Principal> {
    return new Set(principalsOf(this.actor(person)));
  }
}

/**
 * Those of a person's principals by which rows of a view may be theirs. A person may know hundreds, and hardly a view has rows for that.
 */
export const principalsIn = (view: string, principals: ReadonlySet<Principal>): readonly Principal[] =>
  SHOWN_TO_KNOWN.has(view) ? [...principals] : [...principals].filter((principal) => !isByKnowing(principal));

/** One row, if it is of a public view and this person may see it. A row that is hidden and one that is not there look alike. */
export function visibleRow(store: ViewStore, principals: ReadonlySet<Principal>, view: string, id: string): SentRow | undefined {
  const row = PUBLIC_VIEWS.has(view) ? store.get(view, id) : undefined;
  return row && meets(row.audience, principals) ? sentRow(view, row) : undefined;
}

/** A row as it travels: without its audience, which would tell who else may see it. */
export const sentRow = (view: string, { id, position, data }: StoredRow): SentRow => ({ view, id, position, data });
