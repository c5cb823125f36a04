import type { ViewName } from './view-rows.js';

/** Views of which a person is sent only their own rows and those of their pairs: few rows, which few people change. */
export const OWN_VIEWS = [
  'caseload',
  'help-offer',
  'joining',
  'meeting',
  'mentorship',
  'profile',
  'request',
] as const satisfies readonly ViewName[];
export type OwnView = (typeof OWN_VIEWS)[number];
