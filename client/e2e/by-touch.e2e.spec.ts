import { Touch } from './hands/touch.js';
import { castOf, everyKindWasFilled } from './journeys/cast.js';
import { firstProfile } from './journeys/first-profile.js';
import { mainJob } from './journeys/main-job.js';

describe('from an invitation to a certificate, with a finger, at 390 px', () => {
  const cast = castOf((page) => new Touch(page), { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  firstProfile(cast);
  mainJob(cast);
  everyKindWasFilled(cast);
});
