import type { AskFacts } from './caseload.facts.js';

/**
 * Whether this mentee may ask this mentor at all (R5). One answer for every cause, so that it never reveals an exclusion. Filters
 * suggestions and second choices too.
 */
export const mayBeAsked = (ask: AskFacts): boolean => isPossible(ask) && ask.offering && !ask.paused && ask.visible && !ask.paired;

/** Whether the two may be paired, now that one has asked: what a mentor changed since (a pause, less visibility) does not stop their own yes. */
export const isPossible = (ask: AskFacts): boolean => ask.mentorKnown && ask.menteeKnown && !ask.excluded && !ask.inReportingLine;
