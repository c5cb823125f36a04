import type { Facts } from '@alongside/domain/notices/facts.js';
import { hasAnswered } from '@alongside/projections/facts/closed-school.js';
import { nameInMail } from '@alongside/domain/text/links.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { NoticeRow } from '@alongside/projections/views/notice.view.js';

/** What an email says of a school that closed, as things are while it is written: `over` where its person need not be asked; undefined for other emails. */
export function closingIn({ type, institution, person }: NoticeRow, look: HubReader): Facts['closing'] | 'over' {
  if (type !== 'ClosingTold' || !institution) return undefined;
  const closed = look.row('institution', institution)?.closed;
  if (!closed || hasAnswered(institution, person, look)) return 'over';
  const next = closed.successors.flatMap((id) => look.row('institution', id) ?? []);
  return { on: closed.on, followedBy: next.filter((one) => !one.closed).map(({ details }) => nameInMail(details.name)) };
}
