import { happened } from './given-events.js';

/** The certificate of the mentee of the specs. */
export const issued = happened('CredentialIssued', {
  ...{
    credential: 'c1',
    person: 'ben',
    mentorship: 'm1',
    issuer: 'oakfield',
    issuerName: 'Oakfield',
    code: '23456789AB',
    on: '2026-03-06',
  },
  achievement: { as: 'mentee', from: '2026-01-05', to: '2026-03-06', meetings: 3, minutes: 120, goalsAchieved: 1 },
});
