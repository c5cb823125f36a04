import type { EventFeed } from '@alongside/projections/engine/feed.js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { Projector } from '@alongside/projections/engine/projector.js';
import { AS_WRITTEN, type Reading } from '@alongside/projections/engine/reading.js';
import type { View } from '@alongside/projections/engine/view.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import { QUERY_LIMIT_ROWS, type StoredRow, type ViewStore } from '@alongside/projections/store/view-store.js';
import type { Acknowledged } from './traffic.testing.js';

type Events = readonly Recorded<AnyEvent>[];
type EventOf<Type extends AnyEvent['type']> = Recorded<Extract<AnyEvent, { type: Type }>>;

const ofType = <Type extends AnyEvent['type']>(events: Events, type: Type) =>
  events.filter((event) => event.type === type) as EventOf<Type>[];

function grouped<T>(all: readonly T[], by: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}

/** What a log lacks or has too much of, in view of what was answered: everything accepted is there once and in order, nothing rejected is there. */
export function acknowledgedFaults(events: Events, acknowledged: readonly Acknowledged[]): readonly string[] {
  const found: string[] = [];
  const byCommand = grouped(events, ({ commandId }) => commandId);
  const lastOf = new Map<number, Position>();
  for (const { sender, by, commandId, type, answer } of acknowledged) {
    const own = byCommand.get(commandId) ?? [];
    if (answer.outcome === 'rejected') {
      if (own.length > 0) found.push(`rejected, and yet in the log: ${type} ${commandId}`);
      continue;
    }
    if (own.length === 0) found.push(`missing: ${type} ${commandId}`);
    if (own.some((event, index) => event.actor !== by || !(own[0] && isNext(event, own[0], index))))
      found.push(`doubled: ${type} ${commandId}`);
    if (own.length > 0 && own.at(-1)?.position !== answer.position) found.push(`moved: ${type} ${commandId}`);
    if (answer.position <= (lastOf.get(sender) ?? '')) found.push(`out of order: ${type} ${commandId}`);
    lastOf.set(sender, answer.position);
  }
  return found;
}

/** The n-th event of one decision: of the same moment, right behind the ones before it. */
const isNext = ({ stream, at, revision }: Recorded, first: Recorded, index: number): boolean =>
  stream === first.stream && at === first.at && revision === first.revision + index;

/** What follows of itself and is not there, or is there more than once. */
export function consequenceFaults(events: Events): readonly string[] {
  const found: string[] = [];
  const once = (what: string, given: readonly unknown[], cause: string) =>
    void (given.length === 1 || found.push(`${given.length} × ${what} of ${cause}`));
  const started = grouped(ofType(events, 'MentorshipStarted'), ({ data }) => data.mentorship);
  const credited = grouped(ofType(events, 'CpdCredited'), ({ data }) => `${data.person} ${data.meeting}`);
  const certified = grouped(ofType(events, 'CredentialIssued'), ({ data }) => `${data.person} ${data.mentorship}`);
  const released = grouped(ofType(events, 'PlaceReleased'), ({ data }) => data.mentorship);
  // A yes to oneself, of two records that became one in that moment, begins nothing.
  for (const { data } of ofType(events, 'RequestAccepted'))
    if (data.mentor !== data.mentee) once('start', started.get(data.mentorship) ?? [], data.mentorship);
  const booked = grouped(ofType(events, 'MeetingBooked'), ({ data }) => data.meeting);
  const over = new Set([...ofType(events, 'MentorshipEnded'), ...ofType(events, 'MentorshipCompleted')].map(({ data }) => data.mentorship));
  for (const { data } of ofType(events, 'MentorshipStarted')) {
    const given = data.first ? (booked.get(data.first.meeting) ?? []) : [];
    // A pair may have parted before a hub that had died booked for them.
    if (data.first && !(given.length === 0 && over.has(data.mentorship))) once('first meeting', given, data.mentorship);
  }
  for (const { data } of ofType(events, 'MeetingConfirmed'))
    for (const { person } of data.participants)
      once('credit', credited.get(`${person} ${data.meeting}`) ?? [], `${person} ${data.meeting}`);
  for (const { data } of ofType(events, 'MentorshipCompleted')) {
    once('release', released.get(data.mentorship) ?? [], data.mentorship);
    for (const { person } of data.participants)
      once('certificate', certified.get(`${person} ${data.mentorship}`) ?? [], `${person} ${data.mentorship}`);
  }
  for (const { data } of ofType(events, 'MentorshipEnded')) once('release', released.get(data.mentorship) ?? [], data.mentorship);
  // Rules may refuse to pass a request on; what they never allow is passing it on twice.
  for (const [cause, passed] of grouped(
    ofType(events, 'MentoringRequested').filter(({ actor }) => actor === HUB),
    (event) => event.causationId ?? '',
  ))
    once('request passed on', passed, cause);
  for (const [letter, claims] of grouped(ofType(events, 'LetterClaimed'), ({ data }) => data.letter)) once('letter', claims, letter);
  return found;
}

/** The events as a log that is read from its beginning and never grows. */
export const feedOf = (events: Events): EventFeed => ({
  head: async () => events.at(-1)?.position,
  readAll: async function* ({ after = '' as Position } = {}) {
    const rest = events.filter(({ position }) => position > after);
    if (rest.length > 0) yield rest;
  },
  follow: () => ({ close: async () => undefined }),
});

/** All views, folded afresh from events, in memory: as they are written, or read another way. */
export async function foldAfresh(views: readonly View[], events: Events, reading: Reading = AS_WRITTEN): Promise<ViewStore> {
  const store = new MemoryViewStore();
  const projector = new Projector({ feed: feedOf(events), store, views, reading });
  await projector.start();
  await projector.close();
  return store;
}

/** Every row of a view, private ones included. */
export function rowsOf(store: Pick<ViewStore, 'list'>, view: string): ReadonlyMap<string, StoredRow> {
  const rows = new Map<string, StoredRow>();
  for (let afterId: string | undefined; ;) {
    const page = store.list(view, { for: 'all', limitRows: QUERY_LIMIT_ROWS, ...(afterId !== undefined && { afterId }) });
    for (const row of page) rows.set(row.id, row);
    if (page.length < QUERY_LIMIT_ROWS) return rows;
    afterId = page.at(-1)?.id;
  }
}

/** How the rows of a store differ from those of another: missing, left over, or other than they should be. */
export function viewFaults(views: readonly View[], store: ViewStore, right: ViewStore): readonly string[] {
  const found: string[] = [];
  for (const { name } of views) {
    const [rows, wanted] = [rowsOf(store, name), rowsOf(right, name)];
    for (const [id, row] of wanted) {
      const own = rows.get(id);
      if (!own) found.push(`${name} lacks ${id}`);
      else if (textOf(own) !== textOf(row)) found.push(`${name} differs in ${id}: ${textOf(own)} and not ${textOf(row)}`);
    }
    for (const id of rows.keys()) if (!wanted.has(id)) found.push(`${name} has ${id}, which nothing made`);
  }
  return found;
}

// Without its position: of events that leave a row as it was, the one that counts as its last change depends on where batches were cut.
const textOf = ({ audience, data }: StoredRow): string => JSON.stringify([[...audience].sort(), ordered(data)]);

/** The same whatever order the fields of objects came in. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, held]) => [key, ordered(held)]));
}
