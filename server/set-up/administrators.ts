import { administratorsOf, institution, type Institution } from '@alongside/domain/institutions/institution.decider.js';
import type { InstitutionDetails, InstitutionEvent } from '@alongside/domain/institutions/institution.events.js';
import { streamOf, type PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { NameParts } from '@alongside/domain/text/names.js';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import { accountView, type AccountRow } from '@alongside/projections/views/account.view.js';
import { membershipView, type MembershipRow } from '@alongside/projections/views/membership.view.js';
import { uuidv7 } from 'uuidv7';
import type { HubParts } from '../app/hub.js';

/** A person who is to administer the hub; `names` where they said what to call them. */
export interface Newcomer {
  readonly name: string;
  readonly names?: NameParts | undefined;
  readonly email: string;
}

type Parts = Pick<HubParts, 'log' | 'dispatcher' | 'views' | 'clock'>;
/** How the hub is called until its administrator names it. */
export const UNNAMED_HUB: InstitutionDetails = { name: 'This hub', kind: 'hub', nation: 'england' };

/** Those who look after the hub, as the log has it: a view may be a moment behind. */
export async function hubAdministrators({
  log,
  joins,
}: Pick<HubParts, 'log'> & Partial<Pick<HubParts, 'joins'>>): Promise<readonly PersonId[]> {
  const history = await log.readStream(streamOf('institution', HUB_INSTITUTION));
  const state = history.reduce<Institution>(
    (before, event) => institution.evolve(before, (joins?.inForce.read(event) ?? event) as unknown as InstitutionEvent),
    institution.initial,
  );
  return administratorsOf(state);
}

/** Who signs in with an address; undefined where nobody does. */
export const personWithEmail = ({ views }: Pick<HubParts, 'views'>, email: string): PersonId | undefined =>
  views.store.list<AccountRow>(accountView.name, { for: 'all', where: { email: comparableEmail(email) }, limitRows: 1 })[0]?.data.person;

/** Gives a command in the hub's name, and waits until the views have it. */
async function give({ dispatcher, views, clock }: Parts, type: string, data: unknown): Promise<Answer> {
  const answer = await dispatcher.dispatch({ commandId: uuidv7(), type, stampedAt: clock.now(), data }, HUB);
  if (answer.outcome === 'accepted') await views.caughtUp(answer.position);
  return answer;
}

/** Who it is, and whether they are new here; or why not. */
export type Made =
  { readonly ok: true; readonly person: PersonId; readonly isNew: boolean } | { readonly ok: false; readonly refused: Refused };
export type Refused = Extract<Answer, { outcome: 'rejected' }>;

/** The person with an address: its owner, or a new person of this name. */
async function personFor(parts: Parts, { name, names, email }: Newcomer): Promise<Made> {
  const known = personWithEmail(parts, email);
  if (known) return { ok: true, person: known, isNew: false };
  const person = uuidv7() as PersonId;
  const joined = await give(parts, 'InvitePerson', { person, name, ...(names && { names }), email, institution: HUB_INSTITUTION });
  return joined.outcome === 'accepted' ? { ok: true, person, isNew: true } : { ok: false, refused: joined };
}

/**
 * Whether an address has an active person, for whom the link must not open a session without a code. An interrupted set-up may continue.
 */
export function isMembersAddress({ views }: Pick<HubParts, 'views'>, email: string): boolean {
  const person = personWithEmail({ views }, email);
  if (person === undefined) return false;
  const broughtInBy = views.store.get<AccountRow>(accountView.name, person)?.data.broughtInBy ?? [];
  const belongs = views.store.get<MembershipRow>(membershipView.name, person) !== undefined;
  return belongs || !broughtInBy.includes(HUB_INSTITUTION);
}

/** Makes a person the first administrator. Where another was first, a newcomer is erased again: they belong nowhere. */
export async function makeFirstAdministrator(parts: Parts, who: Newcomer): Promise<Made> {
  const made = await personFor(parts, who);
  if (!made.ok) return made;
  const { person } = made;
  const from = dayOf(parts.clock.now());
  const appointed = await give(parts, 'AppointFirstAdministrator', { institution: HUB_INSTITUTION, details: UNNAMED_HUB, person, from });
  if (appointed.outcome === 'accepted') return made;
  if (made.isNew) await give(parts, 'ErasePerson', { person });
  return { ok: false, refused: appointed };
}

/** Makes a person one more administrator, new or known, whether or not there is one. */
export async function makeAdministrator(parts: Parts, who: Newcomer): Promise<Made> {
  if ((await hubAdministrators(parts)).length === 0) return makeFirstAdministrator(parts, who);
  const made = await personFor(parts, who);
  if (!made.ok) return made;
  const here = { institution: HUB_INSTITUTION, person: made.person };
  for (const [type, data] of [
    ['AddMember', { ...here, from: dayOf(parts.clock.now()) }],
    ['GrantRole', { ...here, role: 'administrator' }],
  ] as const) {
    const answer = await give(parts, type, data);
    if (answer.outcome === 'rejected') return { ok: false, refused: answer };
  }
  return made;
}
