import type { InstitutionSettings } from '../institutions/institution.events.js';

/** What stands behind a certificate: meetings that both recorded, and the minutes of these. */
export interface Evidence {
  readonly meetings: number;
  readonly minutes: number;
}

/** What a certificate needs where its issuer has not set anything else. */
export const USUAL_EVIDENCE: Evidence = { meetings: 3, minutes: 90 };

/** What an issuer asks for before it certifies. Absent: an issuer that has no settings, such as the hub itself. */
export const evidenceNeeded = (issuer?: Pick<InstitutionSettings, 'certificateMeetings' | 'certificateMinutes'>): Evidence => ({
  meetings: issuer?.certificateMeetings ?? USUAL_EVIDENCE.meetings,
  minutes: issuer?.certificateMinutes ?? USUAL_EVIDENCE.minutes,
});

/** [R8] A certificate needs both; with less, the record says honestly that the two took part. */
export const isEnough = (found: Evidence, needed: Evidence): boolean =>
  found.meetings >= needed.meetings && found.minutes >= needed.minutes;
