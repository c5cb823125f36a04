import { atStart, count } from '../../../ui/index.js';

/** What came of inviting people: `sent` now, and `today` already. `called`: the name of the only one. `why`: why no email leaves the hub, within a sentence. */
export function sayInvited(sent: number, today: number, called?: string, why?: string): string {
  const one = sent + today === 1 && called ? called : undefined;
  if (sent + today === 0) return 'Everyone has signed in. We sent no invitations.';
  if (sent === 0) return `We invited ${one ?? count(today, 'person', 'people')} today. You can invite ${one ?? 'them'} again tomorrow.`;
  if (why) return `${atStart(one ?? count(sent, 'person', 'people'))} can sign in. We have not emailed them: ${why}.`;
  const emailed = `We have emailed ${one ?? count(sent, 'person', 'people')} an invitation.`;
  return today === 0 ? emailed : `${emailed} We invited ${count(today, 'other person', 'others')} today already.`;
}
