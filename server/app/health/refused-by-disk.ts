import { Problem } from '../problem.js';

/** For a disk that refuses. Sending it again is safe: nothing of it was kept, or its id is known. */
const REFUSED = {
  'HUB.CANNOT_SAVE': 'Alongside cannot save anything right now, so nothing was changed. Tell your administrator, and try again later.',
  'HUB.CANNOT_READ': 'Alongside cannot read what is saved right now, so nothing was changed. Tell your administrator, and try again later.',
  'HUB.IN_DOUBT': 'We do not know whether this was saved. Tell your administrator, and try again later. It will not be done twice.',
} as const;

/** What a request is answered that the disk refuses, with 503. */
export const refusedByDisk = (code: keyof typeof REFUSED): Problem => new Problem(503, code, REFUSED[code]);
