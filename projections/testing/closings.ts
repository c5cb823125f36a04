import { COUNTED, happened } from './given-events.js';

const of = { mentorship: 'm1' };

/** What asks the pair of the specs whether it continues. */
export const closingOf = (by: string, continueBy: string) =>
  ({ ...of, mentor: 'asha', mentee: 'ben', by, because: 'not-meeting', continueBy, counted: COUNTED }) as const;

/** The pair of the specs is asked whether it continues, by its coordinator. */
export const askedToContinue = happened('ClosingProposed', closingOf('helen', '2026-03-13'));
export const lastDayMoved = happened('ClosingDayMoved', { ...of, continueBy: '2026-03-16' });
export const continued = happened('ClosingDeclined', { ...of, by: 'ben', on: '2026-03-09' });
/** Everything else after which it is not asked any more. */
export const askedNoMore = [
  happened('ClosingLifted', of),
  happened('MentorshipPaused', { ...of, by: 'ben', until: null, why: 'chosen' }),
  happened('MentorshipEnded', { ...of, mentor: 'asha', mentee: 'ben', by: 'ben', reason: '', wantsAnother: false }),
];
