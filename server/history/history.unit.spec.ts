import type { Day, InstitutionId, Instant, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { dayView } from '@alongside/projections/views/day.view.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import type { HubView } from '@alongside/projections/views/hub-view.js';
import { overviewView } from '@alongside/projections/views/overview.view.js';
import { History } from './history.js';

const OAKFIELD = 'oakfield' as InstitutionId;
const started = (n: number, at: string) =>
  happened(
    'MentorshipStarted',
    { mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, request: null, aims: [] },
    { institutions: ['oakfield'], at },
  );

/** What the two views make of events, as the store holds it. */
function historyAfter(...events: Parameters<typeof foldView>[1]): History {
  const store = new MemoryViewStore();
  for (const view of [overviewView, dayView, institutionView] as unknown as readonly HubView[]) {
    store.prepare(view);
    const checkpoint = '000000000009' as Position;
    const writes = [...foldView(view, events)].map(([id, row]) => ({ id, row, position: checkpoint }));
    store.commit([{ view, writes, checkpoint }]);
    store.serve(view);
  }
  return new History(store, () => '2026-03-20T12:00:00.000Z' as Instant);
}

describe('a programme on a past day', () => {
  const history = historyAfter(
    started(1, '2026-03-02T10:00:00.000Z'),
    started(2, '2026-03-02T22:00:00.000Z'),
    started(3, '2026-03-11T10:00:00.000Z'),
  );
  const pairs = (day: string) => history.asOf(OAKFIELD, day as Day).figures?.pairs;

  test('is what it was at the end of that day, or of the last day before it that changed anything', () => {
    expect(['2026-03-01', '2026-03-02', '2026-03-09', '2026-03-11', '2026-03-19'].map(pairs)).toEqual([undefined, 2, 2, 3, 3]);
    expect(history.asOf(OAKFIELD, '2026-03-11' as Day)).toMatchObject({
      before: { pairs: 2 },
      week: [{ sentences: ['One pair started.'] }],
    });
    expect(history.asOf('elm' as InstitutionId, '2026-03-11' as Day).figures).toBeNull();
  });

  test('is compared with the ends of the half term and the term before and the same day last year, as far as these go', () => {
    const term = (from: string, to: string) => ({ name: from.slice(0, 4), from, to });
    const closures = [{ from: '2026-02-16', to: '2026-02-20', why: 'Half term' }];
    const compared = historyAfter(
      happened('InstitutionRegistered', {
        institution: 'oakfield',
        details: { name: 'Oakfield', kind: 'school', nation: 'england' },
      } as never),
      happened('CalendarSet', {
        institution: 'oakfield',
        terms: [term('2025-09-01', '2025-12-19'), term('2026-01-05', '2026-03-27')],
        closures,
      }),
      started(1, '2025-03-02T10:00:00.000Z'),
      started(2, '2025-12-01T10:00:00.000Z'),
      started(3, '2026-02-10T10:00:00.000Z'),
      started(4, '2026-03-05T10:00:00.000Z'),
    );
    const earlier = (day: string) =>
      compared.asOf(OAKFIELD, day as Day).earlier.map(({ kind, day: of, figures }) => [kind, of, figures.pairs]);
    expect(earlier('2026-03-06')).toEqual([
      ['half-term', '2026-02-15', 3],
      ['term', '2025-12-19', 2],
      ['year', '2025-03-06', 1],
    ]);
    // In the first half of a term both ended on one day, and a year back there was nothing.
    expect(earlier('2026-01-20').map(([kind]) => kind)).toEqual(['term']);
    expect(earlier('2025-03-05')).toEqual([]);
  });

  test('what happened is of the seven days between its figures and those of a week before, whatever the weekday', () => {
    const daysOf = (day: string) => history.asOf(OAKFIELD, day as Day).week.map((one) => one.day);
    // Something happened on Monday 2 and on Wednesday 11 March.
    expect(['2026-03-08', '2026-03-09', '2026-03-16', '2026-03-17', '2026-03-18'].map(daysOf)).toEqual([
      ['2026-03-02'],
      [],
      ['2026-03-11'],
      ['2026-03-11'],
      [],
    ]);
  });

  test('[R7] is for those who may see exact figures today, and not for administrators', () => {
    const may = (principal: string) => history.mayBeSeen(OAKFIELD, new Set([principal as Principal]));
    const roles = ['leaders', 'coordinators', 'administrators'].map((role) => may(`institution:oakfield#${role}`));
    expect([...roles, may('institution:elm#leaders'), may('everyone')]).toEqual([true, true, false, false, false]);
    // What may leave the hub has no history of its own.
    expect(history.mayBeSeen('oakfield:outside' as InstitutionId, new Set(['institution:oakfield#administrators' as Principal]))).toBe(
      false,
    );
  });

  test('a clock that was wrong once makes no day that lies ahead, and hides nothing after it', () => {
    const after = historyAfter(
      started(1, '2026-03-02T10:00:00.000Z'),
      started(2, '2031-01-01T10:00:00.000Z'),
      started(3, '2026-03-04T10:00:00.000Z'),
    );
    expect(after.timeline(OAKFIELD)).toMatchObject({
      from: '2026-03-02',
      to: '2026-03-20',
      days: [{ day: '2026-03-02' }, { day: '2026-03-04' }],
    });
    expect([after.asOf(OAKFIELD, '2026-03-03' as Day).figures?.pairs, after.asOf(OAKFIELD, '2026-03-04' as Day).figures?.pairs]).toEqual([
      1, 3,
    ]);
  });
});
