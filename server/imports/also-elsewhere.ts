import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { Named } from './done-log.js';

/** People that a sentence names. */
const NAMED_LIMIT_PEOPLE = 10;

/** Whom an import adds without asking, with where they belonged as it decided that: another list may add them elsewhere in the same moment (0033). */
export class AlsoElsewhere {
  readonly #before = new Map<PersonId, ReadonlySet<InstitutionId>>();
  readonly #added = new Map<PersonId, string>();

  constructor(
    private readonly institution: InstitutionId,
    private readonly look: HubReader,
  ) {}

  /** What is decided of them now rests on where they belong now. */
  decidedOf(person: PersonId): void {
    this.#before.set(person, new Set(this.#where(person)));
  }

  add({ person, name }: Named): void {
    this.#added.set(person, name);
  }

  /** How many of them are members elsewhere since, with names; undefined for none. */
  said(): string | undefined {
    const isNew = (person: PersonId) => this.#where(person).some((one) => this.#before.get(person)?.has(one) !== true);
    const names = [...this.#added].flatMap(([person, name]) => (isNew(person) ? name : []));
    if (names.length === 0) return undefined;
    const shown = names.slice(0, NAMED_LIMIT_PEOPLE);
    const more = names.length - shown.length;
    const who = [...shown, ...(more > 0 ? [`${more.toLocaleString('en-GB')} more`] : [])];
    const all = new Intl.ListFormat('en-GB').format(who);
    const many = names.length === 1 ? 'One person' : `${names.length.toLocaleString('en-GB')} people`;
    return `${many} in this list also became ${names.length === 1 ? 'a member' : 'members'} of another school or trust while it was imported, without being asked: ${all}. Ask them where they work.`;
  }

  #where(person: PersonId): readonly InstitutionId[] {
    const trust = this.look.row('institution', this.institution)?.trust;
    const all = this.look.row('membership', person)?.memberships ?? [];
    return all.flatMap(({ institution }) =>
      institution === this.institution || institution === trust || institution === HUB_INSTITUTION ? [] : institution,
    );
  }
}
