import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { MapRows } from '../engine/map-rows.js';
import { tell } from '../engine/tell.js';
import type { Row, Rows, View } from '../engine/view.js';
import { happened } from '../testing/given-events.js';
import { allViews } from './index.js';

/** Rows of a view that count what is asked of them, in rows and in bytes. */
class CountedRows implements Rows<unknown> {
  readonly counts = { reads: 0, writes: 0, bytes: 0, trails: 0 };
  readonly #rows = new MapRows<unknown>();

  get(id: string): Row<unknown> | undefined {
    this.counts.reads += 1;
    return this.#rows.get(id);
  }
  put(id: string, row: Row<unknown>): void {
    this.counts.writes += 1;
    this.counts.bytes += JSON.stringify(row).length;
    this.#rows.put(id, row);
  }
  remove(id: string): void {
    this.counts.writes += 1;
    this.#rows.remove(id);
  }
  about(person: PersonId): readonly string[] {
    const found = this.#rows.about(person);
    this.counts.trails += 1 + found.length;
    return found;
  }
}

/** What the last events cost a view, after all that came before them. */
const LAST_EVENTS = 50;
/** Ids and counters have a digit more; what grows with all that one person wrote has thousands of bytes. */
const SLACK_BYTES_PER_EVENT = 40;

/** One person writes and writes: what the last of it costs each view, by name. */
function costOfTheLast(events: readonly Recorded<Event>[]) {
  const costs = allViews.map((view) => {
    const rows = new CountedRows();
    for (const event of events.slice(0, -LAST_EVENTS)) tell(view as View<Event, unknown>, event, rows);
    const before = { ...rows.counts };
    for (const event of events.slice(-LAST_EVENTS)) tell(view as View<Event, unknown>, event, rows);
    const { reads, writes, bytes, trails } = rows.counts;
    return [
      view.name,
      { reads: reads - before.reads, writes: writes - before.writes, bytes: bytes - before.bytes, trails: trails - before.trails },
    ] as const;
  });
  return new Map(costs);
}

const id = (n: number) => `x-${String(n).padStart(5, '0')}`;
const joined = happened('PersonJoined', { person: 'ben', name: 'Ben', email: 'ben@x.example' }, { stream: 'person-ben', revision: 0 });
const KINDS = {
  reflections: (n: number) =>
    happened(
      'ReflectionWritten',
      {
        ...{ reflection: id(n), person: 'ben', mentorship: null, meeting: null, prompt: null, statements: [] },
        ...{ title: 'A calm start', text: 'They came in quietly.' },
      },
      { actor: 'ben', stream: 'growth-ben', revision: n },
    ),
  'shared reflections': (n: number) =>
    happened(
      'ReflectionShared',
      { reflection: id(n % 10), person: 'ben', mentorship: null, with: n % 20 < 10 ? 'published' : 'nobody' },
      { actor: 'ben', stream: 'growth-ben', revision: n + 10 },
    ),
  messages: (n: number) =>
    happened(
      'MessageWritten',
      { message: id(n), from: 'ben', to: 'cora', text: 'A word about Friday.' },
      { actor: 'ben', stream: `message-${id(n)}`, revision: 0 },
    ),
  notes: (n: number) =>
    happened(
      'NotesSaved',
      { meeting: id(n), mentorship: 'm1', by: 'ben', edition: 1, text: 'Routines first.' },
      { actor: 'ben', stream: `meeting-${id(n)}`, revision: 4 },
    ),
};

describe('what one person writes', () => {
  test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])(
    '%s: the last of two thousand cost every view as much as the last of two hundred, and nobody looks up what was written before',
    (kind) => {
      const written = (many: number) => [
        joined,
        ...(kind === 'shared reflections' ? Array.from({ length: 10 }, (_, n) => KINDS.reflections(n)) : []),
        ...Array.from({ length: many }, (_, n) => KINDS[kind](n)),
      ];
      const [few, many] = [costOfTheLast(written(200)), costOfTheLast(written(2_000))];
      let told = 0;
      for (const [view, cost] of many) {
        const before = few.get(view);
        if (!before) throw new Error(`Nothing is known of ${view}.`);
        // A state that has outgrown its limit costs nothing any more.
        const [reads, writes] = [Math.max(0, cost.reads - before.reads), Math.max(0, cost.writes - before.writes)];
        const more = Math.max(0, cost.bytes - before.bytes) / LAST_EVENTS;
        const grows = more > SLACK_BYTES_PER_EVENT ? more : 0;
        expect({ view, reads, writes, grows, trails: cost.trails }).toEqual({ view, reads: 0, writes: 0, grows: 0, trails: 0 });
        told += cost.writes;
      }
      expect(told).toBeGreaterThanOrEqual(LAST_EVENTS);
    },
  );
});
