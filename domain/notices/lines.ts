import type { EventType } from './outcome.js';

/** The line of a kind of notice: Today shows the newest on it. `newer` says what happens to an older one whose email is not sent yet. */
export interface Line {
  /** The type whose line it shares; absent: its own. */
  readonly of?: EventType;
  /** `replaces`: says all that the older one would, or makes it pointless. `adds`: the older email is sent all the same. */
  readonly newer: 'replaces' | 'adds';
  /** A field that tells lines about the same thing apart. */
  readonly each?: string;
  /** The same, for a reader whom the event is not about. */
  readonly eachOther?: string;
}

export const replaces: Line = { newer: 'replaces' };
export const replacesOn = (of: EventType): Line => ({ newer: 'replaces', of });
export const adds: Line = { newer: 'adds' };
export const addsTo = (of: EventType): Line => ({ newer: 'adds', of });
