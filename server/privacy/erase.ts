import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubParts } from '../app/hub.js';

/** All was destroyed that could be; views that do not follow the log may still hold words of the person. To be tried again. */
export class ErasureUnfinished extends Error {
  readonly code = 'PRIVACY.ERASURE_UNFINISHED';
  constructor(views: readonly string[]) {
    super(
      `This person is deleted from the record, but not yet from every file: ${views.join(', ')} ${views.length === 1 ? 'does' : 'do'} not follow the record right now and may still hold their words. Build ${views.length === 1 ? 'it' : 'them'} again on the Hub status page, then delete once more. It is safe.`,
    );
    this.name = 'ErasureUnfinished';
  }
}

/**
 * Destroys all that this process keeps of a person. Rejects with `ErasureUnfinished` while a stopped or rebuilding view has not seen the
 * erasure.
 */
export async function eraseHere(
  {
    erasers,
    projector,
    joins,
  }: Pick<HubParts, 'erasers'> & {
    readonly projector: Pick<HubParts['projector'], 'unfinished'>;
    readonly joins?: { readonly known: Pick<HubParts['joins']['known'], 'recordsOf'> };
  },
  person: PersonId,
): Promise<void> {
  const { unfinished } = projector;
  // All records of one person live and die together, keys included.
  for (const erase of erasers) for (const record of joins?.known.recordsOf(person) ?? [person]) await erase(record);
  if (unfinished.length > 0) throw new ErasureUnfinished(unfinished);
}
