import { Mouse } from './hands/mouse.js';
import { castOf, everyKindWasFilled } from './journeys/cast.js';
import { firstProfile } from './journeys/first-profile.js';
import { leaderOf } from './journeys/leader.js';
import { mainJob } from './journeys/main-job.js';

describe('from an invitation to a certificate, with a mouse', () => {
  const cast = castOf((page) => new Mouse(page), { viewport: { width: 1280, height: 900 } });
  firstProfile(cast);
  mainJob(cast, leaderOf(cast));
  everyKindWasFilled(cast);
});
