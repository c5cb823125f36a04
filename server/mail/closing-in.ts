import type { Facts } from '@alongside/domain/notices/facts.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { NoticeRow } from '@alongside/projections/views/notice.view.js';

/** What an email says of a school that closed, as things are while it is written: `open` where it is open again; undefined for other emails. */
export function closingIn({ type, institution }: NoticeRow, look: HubReader): Facts['closing'] | 'open' {
  if (type !== 'ClosingTold' || !institution) return undefined;
  const closed = look.row('institution', institution)?.closed;
  if (!closed) return 'open';
  const next = closed.successors.flatMap((id) => look.row('institution', id) ?? []);
  return { on: closed.on, followedBy: next.filter((one) => !one.closed).map(({ details }) => isolated(details.name)) };
}
