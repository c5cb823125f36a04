import type { Closed } from '@alongside/domain/institutions/closing.js';
import type { InstitutionDetails } from '@alongside/domain/institutions/institution.events.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';

/** What an administrator may say of a school that its register says, too. `open`: that it is, after it had closed. */
export type ByHand = keyof InstitutionDetails | 'trust' | 'closedOn' | 'successors' | 'open';

/** What was set by hand since a register last said it. Registers are imported in the name of the hub. */
export function byHandAfter(before: readonly ByHand[] = [], changed: readonly ByHand[], actor: PersonId): readonly ByHand[] {
  const others = before.filter((field) => !changed.includes(field));
  return actor === HUB ? others : [...others, ...changed].sort();
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const detailsChanged = (before: InstitutionDetails, now: InstitutionDetails): readonly ByHand[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)] as (keyof InstitutionDetails)[])].filter(
    (field) => !isSame(before[field], now[field]),
  );

/** What a closing says otherwise than the one before it. */
export const closingChanged = (before: Closed | undefined, now: Closed): readonly ByHand[] => [
  ...(before?.on === now.on ? [] : (['closedOn'] as const)),
  ...(isSame(before?.successors ?? [], now.successors) ? [] : (['successors'] as const)),
];
