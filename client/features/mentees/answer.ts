import type { Remark } from '../../shared/mentors/suggestions.js';
import type { RestsOn } from '../../replica/index.js';

/** A person who chose that mentors see what they would like to work on. */
export interface MenteeToHelp {
  readonly person: string;
  readonly name: string;
  readonly called: string;
  readonly jobTitle: string;
  readonly institutions: readonly string[];
  readonly remarks: readonly Remark[];
}

/** What the hub says of those whom this mentor could help. */
export interface MenteesAnswer {
  readonly state: 'open' | 'not-offering' | 'paused' | 'full' | 'all-offered';
  readonly left: number;
  readonly groups: readonly { readonly aim: string; readonly people: readonly MenteeToHelp[] }[];
  readonly more: boolean;
}

/** What one offers oneself, what is open, and what others chose. */
export const MENTEES_REST_ON = {
  views: ['profile', 'caseload', 'request', 'mentorship', 'help-offer'],
  ofOthers: true,
} as const satisfies RestsOn;
