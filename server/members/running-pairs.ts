import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { pairingView, type PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { Change } from '@alongside/projections/store/view-store.js';

type Pair = Pick<PairingRow, 'mentor' | 'mentee' | 'status'>;
/** How many pairs that are not over a person is in, once per side. */
interface Sides {
  readonly mentored: number;
  readonly mentoring: number;
}
const NONE: Sides = { mentored: 0, mentoring: 0 };

/** Who is in a pair that is not over, kept in step with the view. */
export class RunningPairs {
  readonly #pairs = new Map<string, Pair>();
  readonly #sides = new Map<PersonId, Sides>();

  put(row: PairingRow): void {
    this.#put(row.mentorship, row);
  }

  of(person: PersonId): Sides {
    return this.#sides.get(person) ?? NONE;
  }

  heed({ view, id, row }: Pick<Change, 'view' | 'id' | 'row'>): void {
    if (view === pairingView.name) this.#put(id, row?.data as PairingRow | undefined);
  }

  #put(id: string, pair: Pair | undefined): void {
    const before = this.#pairs.get(id);
    if (before) this.#count(before, -1);
    this.#pairs.delete(id);
    if (!pair || isOver(pair)) return;
    this.#pairs.set(id, pair);
    this.#count(pair, 1);
  }

  #count({ mentor, mentee }: Pair, by: 1 | -1): void {
    this.#add(mentor, { mentored: 0, mentoring: by });
    this.#add(mentee, { mentored: by, mentoring: 0 });
  }

  #add(person: PersonId, by: Sides): void {
    const { mentored, mentoring } = this.of(person);
    const now = { mentored: mentored + by.mentored, mentoring: mentoring + by.mentoring };
    if (now.mentored || now.mentoring) this.#sides.set(person, now);
    else this.#sides.delete(person);
  }
}
