/** The states of a meeting that was arranged, or suggested. `closed`: one of the two has recorded it. */
export type MeetingStatus = 'proposed' | 'booked' | 'closed' | 'cancelled';

interface InStatus {
  readonly status: MeetingStatus;
}

/** Suggested or booked: neither recorded nor cancelled. Its time may have passed. */
export const isOpen = ({ status }: InStatus): boolean => status === 'proposed' || status === 'booked';

/** Booked, recorded or not: it has a time. */
export const isArranged = ({ status }: InStatus): boolean => status === 'booked' || status === 'closed';

/** Booked, and it has not begun. */
export const isAhead = ({ status, time }: InStatus & { readonly time: { readonly startsAt: string } | null }, now: string): boolean =>
  status === 'booked' && time !== null && time.startsAt > now;
