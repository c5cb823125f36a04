import { Keyboard } from './hands/keyboard.js';
import { castOf, everyKindWasFilled } from './journeys/cast.js';
import { firstProfile } from './journeys/first-profile.js';
import { mainJob } from './journeys/main-job.js';

describe('from an invitation to a certificate, with the keyboard alone', () => {
  const cast = castOf((page) => new Keyboard(page), { viewport: { width: 1280, height: 900 } });
  firstProfile(cast);
  mainJob(cast);
  everyKindWasFilled(cast);
});
