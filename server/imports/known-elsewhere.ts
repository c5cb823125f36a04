import { sayApart } from '@alongside/domain/imports/told-apart.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { PlaceOfRecord } from '@alongside/domain/joining/joining.facts.js';
import type { Actor } from '@alongside/domain/policies/actor.js';
import { mayProposeJoining } from '@alongside/domain/policies/joining.policy.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { comparableName } from '@alongside/domain/text/names.js';
import { placesOfRecord } from '@alongside/projections/facts/joining.facts.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import { tellApart } from './told-apart.js';

/** The institutions in whose lists a newcomer may be: where the importer is an administrator, and those of the same trust. */
function listsOf({ memberships }: Actor, { institution, trust }: PlaceOfRecord, look: HubReader): readonly InstitutionId[] {
  const administered = memberships.flatMap((one) => (one.roles.includes('administrator') ? [one.institution] : []));
  const trusts = [...new Set([...administered, ...(trust ? [trust] : [])])];
  const schools = trusts.flatMap((one) => look.rows(institutionView.name, { trust: one }).map((row) => row.institution));
  return [...new Set([institution, ...administered, ...schools])];
}

/** People whom an importer may ask to join two records, by name: those of whom both records are theirs to look after, and nobody else. */
export class KnownElsewhere {
  #called: ReadonlyMap<string, readonly PersonId[]> | undefined;

  constructor(
    private readonly importer: Actor,
    private readonly institution: InstitutionId,
    private readonly look: HubReader,
  ) {}

  /** Who a newcomer of this name may be, in a sentence; undefined where nobody is known, or several are. */
  sayMaybe(name: string): { readonly person: PersonId; readonly said: string } | undefined {
    this.#called ??= this.#named();
    const [person, ...more] = this.#called.get(comparableName(name)) ?? [];
    if (person === undefined || more.length > 0) return undefined;
    const records = placesOfRecord(person, this.look).filter((place) =>
      mayProposeJoining(this.importer, { recordAt: [place], otherAt: [place] }),
    );
    const places = records.flatMap(({ institution }) => this.look.row(institutionView.name, institution)?.details.name ?? []);
    const [at] = records;
    const apart = at ? sayApart(tellApart(this.importer, this.look)(person, at.institution)) : '';
    const said = `Perhaps the same person as ${isolated(name)}${places.length ? ` of ${places.join(' and ')}` : ''}${apart && ` (${apart})`}. Import them, then choose “Join with another record” under Members to ask them.`;
    return { person, said };
  }

  #named(): ReadonlyMap<string, readonly PersonId[]> {
    const found = new Map<string, Set<PersonId>>();
    const here = { institution: this.institution, trust: this.look.row(institutionView.name, this.institution)?.trust ?? null };
    for (const institution of listsOf(this.importer, here, this.look))
      for (const { person, left } of this.look.rows(memberView.name, { institution })) {
        // Who is a member here by this name is compared by the list itself.
        if (institution === this.institution && left === null) continue;
        const places = placesOfRecord(person, this.look);
        const key = comparableName(this.look.row('person', person)?.name ?? '');
        if (key === '' || !mayProposeJoining(this.importer, { recordAt: [here], otherAt: places })) continue;
        found.set(key, (found.get(key) ?? new Set()).add(person));
      }
    return new Map([...found].map(([key, people]) => [key, [...people]]));
  }
}
