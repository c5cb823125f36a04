import { within } from '../text/mid-sentence.js';
import type { AskedBecause } from './whose-move.js';

/** The question to each of the two. */
export const titleOfClosing = (name: string): string => `Would you like to continue with ${within(name)}?`;

/** Who left, seen by one of the two. `name`: the other’s; `school`: its name, empty where none is known. */
export interface Leaving {
  readonly name: string;
  readonly school: string;
  /** The reader is the mentor, who left. */
  readonly mine: boolean;
}

/** “Ivy has left Northfield School”: the two may never have shared one. */
export const sayLeft = ({ name, school, mine }: Leaving): string =>
  mine ? `You have left ${school || 'your school'}` : `${name} has left ${school || 'their school'}`;

/** Why they are asked: what is so, and nobody's fault. */
export const whyAsked = (because: AskedBecause, leaving: Leaving): string =>
  because === 'not-meeting' ? 'You have not met for a while. That’s OK, it happens.' : `${sayLeft(leaving)}.`;

/** “Helen suggested ending your mentorship.” Empty until the name is read. */
export const whoSuggested = (name: string): string => (name ? `${name} suggested ending your mentorship.` : '');
