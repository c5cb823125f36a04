import { Problem } from '../problem.js';
import type { WriteFailure } from './write-failure.js';

/** For a disk that refuses. Sending it again is safe: nothing of it was kept, or its id is known. */
const REFUSED = {
  'HUB.CANNOT_SAVE': 'Alongside cannot save anything right now, so nothing was changed. Tell your administrator, and try again later.',
  'HUB.CANNOT_READ': 'Alongside cannot read what is saved right now, so nothing was changed. Tell your administrator, and try again later.',
  'HUB.IN_DOUBT':
    'We do not know whether this was saved. Ask your administrator to restart Alongside, then try again. It will not be done twice.',
} as const;
const UNTIL_RESTARTED =
  'Alongside cannot save anything until it is restarted, so nothing was changed. Tell your administrator, and try again later.';

/** What a request is answered that the disk refuses, with 503. `why`: as the disk refuses. */
export const refusedByDisk = (code: keyof typeof REFUSED, why?: WriteFailure): Problem =>
  new Problem(503, code, code === 'HUB.CANNOT_SAVE' && why === 'gone' ? UNTIL_RESTARTED : REFUSED[code]);
