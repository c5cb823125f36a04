/** The states of a mentorship. It starts in its trial; once both have signed it is active. */
export type PairStatus = 'trial' | 'active' | 'paused' | 'completed' | 'ended';

interface InStatus {
  readonly status: PairStatus;
}

/** Completed, or ended early: it is a record. */
export const isOver = ({ status }: InStatus): boolean => status === 'completed' || status === 'ended';

/** Neither paused nor over: the two meet, and tasks arise. */
export const isRunning = ({ status }: InStatus): boolean => status === 'trial' || status === 'active';

/** One of the two deleted their account: what needs both can come to nothing any more. */
export const isAlone = ({ erased = [] }: { readonly erased?: readonly string[] }): boolean => erased.length > 0;

/** Every state of a mentorship that is not over, for queries by state. */
export const NOT_OVER: readonly PairStatus[] = ['trial', 'active', 'paused'];
