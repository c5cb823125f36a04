import { setImmediate } from 'node:timers/promises';
import { sayApart } from '@alongside/domain/imports/told-apart.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { PlaceOfRecord } from '@alongside/domain/joining/joining.facts.js';
import { isHub, type Actor } from '@alongside/domain/policies/actor.js';
import { mayProposeJoining, mayReadListOf } from '@alongside/domain/policies/joining.policy.js';
import { runsHub } from '@alongside/domain/policies/who.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { comparableName } from '@alongside/domain/text/names.js';
import { placesOfRecord } from '@alongside/projections/facts/joining.facts.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import { memberView, type MemberRow } from '@alongside/projections/views/member.view.js';
import { tellApart } from './told-apart.js';

/** The institutions in whose lists a newcomer may be to an importer who does not look after the hub: where they keep the list, and those of the trust. */
function listsOf({ memberships }: Actor, { institution, trust }: PlaceOfRecord, look: HubReader): readonly InstitutionId[] {
  const kept = memberships.flatMap(({ roles, institution: at }) =>
    roles.includes('administrator') || roles.includes('coordinator') ? [at] : [],
  );
  const trusts = [...new Set([...kept, ...(trust ? [trust] : [])])];
  const schools = trusts.flatMap((one) => look.rows(institutionView.name, { trust: one }).map((row) => row.institution));
  return [...new Set([institution, ...kept, ...schools])];
}

/** What is said of who a newcomer may be. `person`: whom it is about, where that is one person. */
export interface Maybe {
  readonly person?: PersonId;
  readonly said: string;
}

const ASK = 'Import them, then choose “Join with another record” under Members to ask them.';
/** At a terminal nobody has a screen. */
const HAVE_CHOSEN =
  'Once they are here, an administrator of both, or of this hub, can ask them: they choose “Join with another record” under Members.';
const HAVE_ASKED = 'An administrator can join the two records once they are here.';

/** People on lists that an importer may read, by name, who may be a newcomer. Nobody learns of anybody else. */
export class KnownElsewhere {
  readonly #called = new Map<string, Set<PersonId>>();
  readonly #here: PlaceOfRecord;

  constructor(
    private readonly importer: Actor,
    institution: InstitutionId,
    private readonly look: HubReader,
  ) {
    this.#here = this.#placeOf(institution);
  }

  /** Goes through the lists, once, before anything is said of a name. Others have their turn before each page: a hub may have tens of thousands. */
  async read(): Promise<void> {
    for (const page of this.#members()) {
      await setImmediate();
      for (const member of page) this.#take(member);
    }
  }

  /** Who a newcomer of this name may be, in a sentence; undefined where nobody is known. */
  sayMaybe(name: string): Maybe | undefined {
    const people = [...(this.#called.get(comparableName(name)) ?? [])];
    const [person, ...more] = people;
    if (person === undefined) return undefined;
    const todo = this.#sayTodo(people);
    if (more.length > 0) return { said: `More than one person is called ${isolated(name)}. Perhaps this is one of them. ${todo}` };
    const records = this.#readable(person);
    const places = records.flatMap(({ institution }) => this.look.row(institutionView.name, institution)?.details.name ?? []);
    const [at] = records;
    const apart = at ? sayApart(tellApart(this.importer, this.look)(person, at.institution)) : '';
    const said = `Perhaps the same person as ${isolated(name)}${places.length ? ` of ${places.join(' and ')}` : ''}${apart && ` (${apart})`}. ${todo}`;
    return { person, said };
  }

  #sayTodo(people: readonly PersonId[]): string {
    if (isHub(this.importer)) return HAVE_CHOSEN;
    return people.some((one) => this.#mayAsk(placesOfRecord(one, this.look))) ? ASK : HAVE_ASKED;
  }

  #mayAsk(otherAt: readonly PlaceOfRecord[]): boolean {
    return mayProposeJoining(this.importer, { recordAt: [this.#here], otherAt });
  }

  /** Where a person is or was, as far as the importer may read it. */
  #readable(person: PersonId): readonly PlaceOfRecord[] {
    return placesOfRecord(person, this.look).filter((place) => mayReadListOf(this.importer, place));
  }

  #placeOf(institution: InstitutionId): PlaceOfRecord {
    return { institution, trust: this.look.row(institutionView.name, institution)?.trust ?? null };
  }

  /** Of whole lists and not of each person: a list is long, and few of it have a newcomer’s name. */
  *#members(): Generator<readonly MemberRow[], undefined> {
    if (!mayReadListOf(this.importer, this.#here)) return;
    const pages = (where: { readonly institution?: InstitutionId }) =>
      this.look.pages?.(memberView.name, where) ?? [this.look.rows(memberView.name, where)];
    if (runsHub(this.importer)) return yield* pages({});
    const mayRead = (institution: InstitutionId) => mayReadListOf(this.importer, this.#placeOf(institution));
    const lists = listsOf(this.importer, this.#here, this.look).filter(mayRead);
    for (const institution of lists) yield* pages({ institution });
  }

  #take({ institution, person, left }: MemberRow): void {
    // Who is a member here by this name is compared by the list itself.
    if (institution === this.#here.institution && left === null) return;
    const key = comparableName(this.look.row('person', person)?.name ?? '');
    if (key !== '') this.#called.set(key, (this.#called.get(key) ?? new Set()).add(person));
  }
}
