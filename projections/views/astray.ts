import type { Day, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';

interface Line {
  readonly lineManager: PersonId | null;
  readonly inductionTutor: PersonId | null;
}

/** What was set of a member and fell on nobody, as two records were read as one: each with where in the log it was set (0060). */
export interface Astray {
  readonly roles?: Readonly<Partial<Record<Role, Position>>>;
  readonly line?: Line & { readonly at: Position };
  readonly firstDay?: { readonly from: Day; readonly at: Position };
}

/** A record of the same person was a member already, and the other joins as if it were new: its roles and its line are to be given again. */
export function wiped(
  { roles, lineManager, inductionTutor, from }: Line & { readonly roles: readonly Role[]; readonly from: Day },
  later: Day,
  at: Position,
): Astray {
  return {
    ...(roles.length > 0 && { roles: Object.fromEntries(roles.map((role) => [role, at])) }),
    ...((lineManager ?? inductionTutor) !== null && { line: { lineManager, inductionTutor, at } }),
    ...(from < later && { firstDay: { from, at } }),
  };
}

/** With a role that was given there, or, without a place, taken. */
export function rolesAstray(before: Astray, role: Role, at: Position | undefined): Astray {
  const { [role]: _, ...others } = before.roles ?? {};
  return { ...before, roles: { ...others, ...(at !== undefined && { [role]: at }) } };
}
