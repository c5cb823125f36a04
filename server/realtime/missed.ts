import type { Position } from '@alongside/domain/kernel/brand.js';
import type { RowChange } from '@alongside/domain/protocol/messages.js';
import type { Missed, ViewStore } from '@alongside/projections/store/view-store.js';
import { SHOWN_TO_KNOWN } from '@alongside/projections/views/index.js';
import { principalsIn } from '../queries/audience.js';
import { ACCESS_VIEW, accessChanges, asOf, gainedSince, keyOf } from './access-changes.js';
import type { Listener } from './rooms.js';

/** How much a client is sent of what they missed, in changed rows, and of rows that came into sight, before they read afresh. */
interface MissedLimits {
  readonly resumeChanges: number;
  readonly accessRows: number;
}

/** What a listener missed since a position, as the rows now stand. `undefined`: it must read afresh. */
export function missedBy(
  store: ViewStore,
  listener: Listener,
  after: Position,
  { resumeChanges: limitChanges, accessRows }: MissedLimits,
): readonly RowChange[] | undefined {
  const { person, scopes, principals } = listener;
  // What they may see changed while they were away: rows that did not change themselves may have come into sight or left it.
  const access = store.changesAfter(after, { views: [ACCESS_VIEW], for: [`person:${person}`], limitChanges });
  if (access.kind !== 'changes') return undefined;
  const gained = gainedSince(access.changes, person, after);
  if (!gained) return undefined;
  const missed = journalled(store, listener, after, limitChanges);
  if (!missed) return undefined;
  // The journal does not say under which values a row stood: a client that keeps a list of the view is told of each possible row.
  const kept = missed.filter(({ view, id }) => scopes.mayHaveHeld(view, id));
  const changes = kept.map(({ view, id, position, row }): RowChange =>
    row ? { kind: 'put', row: { view, id, position, data: row.data } } : { kind: 'gone', view, id, position },
  );
  const before = new Set([...principals].filter((principal) => !gained.has(principal)));
  const told = new Set(missed.map(({ view, id }) => keyOf(view, id)));
  const intoSight = accessChanges(store, { ...listener, principals: before }, principals, told, accessRows);
  // As new as the sight of them: a client that found nothing here meanwhile must not take them for older than that.
  const position = access.changes.at(-1)?.position;
  return intoSight && [...changes, ...intoSight.map((one) => (position ? asOf(one, position) : one))];
}

/** What the journal has for a listener. A person may know hundreds, and of few views rows are shown for that: those are asked for apart. */
function journalled(
  store: ViewStore,
  { scopes, principals }: Listener,
  after: Position,
  limitChanges: number,
): readonly Missed[] | undefined {
  const all = [...scopes.views];
  const found: Missed[] = [];
  for (const views of [all.filter((view) => SHOWN_TO_KNOWN.has(view)), all.filter((view) => !SHOWN_TO_KNOWN.has(view))]) {
    const [first] = views;
    if (first === undefined) continue;
    const answer = store.changesAfter(after, { views, for: principalsIn(first, principals), limitChanges });
    if (answer.kind !== 'changes' || found.length + answer.changes.length > limitChanges) return undefined;
    found.push(...answer.changes);
  }
  return found;
}
