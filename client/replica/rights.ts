import { createMemo, type Accessor } from 'solid-js';
import type { MembershipRow } from '@alongside/projections/views/membership.view.js';
import type { Ports } from './ports.js';
import type { Readers } from './readers.js';
import { sameSession, type Session } from './session.js';

/** The view that holds a person’s own roles. What they may read changes with it. */
export const RIGHTS_VIEW = 'membership';

/** Who is signed in, with the roles of their own row: it is newer than the hub’s answer, and the live line brings it ([RP21]). */
export function createRights(
  said: Accessor<Session | null | undefined>,
  { createView }: Pick<Readers, 'createView'>,
  { rules }: Pick<Ports, 'rules'>,
): Accessor<Session | null | undefined> {
  const own = createView<MembershipRow>(RIGHTS_VIEW, () => said()?.person);
  return createMemo(
    () => {
      const [who, row] = [said(), own()];
      if (!who || !row || !rules.saysRights(row.person, who.person)) return who;
      const memberships = row.memberships.map(({ institution, trust, roles }) => ({ institution, trust, roles }));
      return { ...who, memberships, roles: [...new Set(memberships.flatMap(({ roles }) => roles))] };
    },
    undefined,
    { equals: sameSession },
  );
}
