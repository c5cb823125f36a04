import type { Day, EventId, Instant, InstitutionId, MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { HubDueReader } from '@alongside/projections/views/index.js';
import type { DueRow } from '@alongside/projections/views/due.view.js';
import type { FollowUp } from './reactor.js';
import { HubClock } from './hub-clock.js';

const NOW = '2026-03-02T09:00:00.000Z' as Instant;
const request = (id: string, day: string): DueRow => ({
  kind: 'lapse',
  day: day as Day,
  request: id as RequestId,
  mentor: 'asha' as PersonId,
  mentee: 'ben' as PersonId,
  remindOn: day as Day,
  answerBy: day as Day,
  reminded: true,
});
const review = (mentorship: string, day: string): DueRow => ({
  kind: 'ask-for-review',
  day: day as Day,
  mentorship: mentorship as MentorshipId,
});

const closed = (institution: string, day: string): DueRow => ({
  kind: 'tell-of-closing',
  day: day as Day,
  institution: institution as InstitutionId,
  closing: 'e1' as EventId,
  told: [],
});

/** A hub whose rows are these, and whose commands fail where they concern `failing`. */
function hubWith(
  rows: readonly DueRow[],
  { failing = '', now = NOW, wrong = false }: { failing?: string; now?: Instant; wrong?: boolean } = {},
) {
  const given: string[] = [];
  const said: unknown[] = [];
  const look: HubDueReader = {
    row: () => undefined,
    rows: () => [],
    upTo: <Data>(_: string, __: string, last: string) => rows.filter(({ day }) => day <= last) as unknown as readonly Data[],
  };
  let tidied = 0;
  const clock = new HubClock({
    look,
    clock: { now: () => now },
    isClockWrong: async () => wrong,
    logger: { error: (_: string, fields: unknown) => void said.push(fields), info: () => undefined } as never,
    dispatcher: {
      dispatch: async ({ type, data }: FollowUp) => {
        given.push(type);
        if (failing && JSON.stringify(data).includes(failing)) throw new Error('The log is full.');
        return { outcome: 'accepted' } as never;
      },
    } as never,
    chores: [() => Promise.reject(new Error('not now')), async () => void (tidied += 1)],
  });
  return { clock, given, said, tidied: () => tidied };
}

describe('the clock of the hub', () => {
  test('does what is due by today, and what was due while it was off', async () => {
    const hub = hubWith([request('r-1', '2026-02-20'), review('m-1', '2026-03-02'), request('r-2', '2026-03-03')]);
    await hub.clock.strike();
    expect(hub.given).toEqual(['LapseRequest', 'AskForReview']);
  });

  test.each([
    ['at midnight', '2026-03-02T00:01:00.000Z', []],
    ['just before seven', '2026-03-02T06:59:00.000Z', []],
    ['at seven', '2026-03-02T07:00:00.000Z', ['AskForReview']],
    ['at half past six in summer', '2026-07-06T05:30:00.000Z', []],
    ['at seven in summer', '2026-07-06T06:00:00.000Z', ['AskForReview']],
  ])('%s: sends what is due today from seven in the morning, by the clock in the UK', async (_, now, given) => {
    const hub = hubWith([review('m-1', now.slice(0, 10))], { now: now as Instant });
    await hub.clock.strike();
    expect(hub.given).toEqual(given);
  });

  test.each([
    ['two in the morning', '2026-03-02T02:00:00.000Z', []],
    ['just before seven', '2026-03-02T06:59:00.000Z', []],
    ['seven', '2026-03-02T07:00:00.000Z', ['TellOfClosing']],
    ['just before eight in the evening, in summer', '2026-07-06T18:59:00.000Z', ['TellOfClosing']],
    ['eight in the evening, in summer', '2026-07-06T19:00:00.000Z', []],
    ['midnight', '2026-03-02T00:00:00.000Z', []],
  ])('a hub that starts at %s sends the emails that a closing still owes by day alone', async (_, now, given) => {
    const hub = hubWith([closed('oldfield', '2025-11-04')], { now: now as Instant });
    await hub.clock.strike();
    expect(hub.given).toEqual(given);
  });

  test('does what does not hang on the day, and nothing else, while its clock is wrong', async () => {
    const hub = hubWith([request('r-1', '2026-02-20')], { wrong: true });
    await hub.clock.strike();
    expect([hub.given, hub.tidied()]).toEqual([[], 1]);
  });

  test('does before seven what was due on an earlier day', async () => {
    const hub = hubWith([request('r-1', '2026-03-01'), review('m-1', '2026-03-02')], { now: '2026-03-02T05:00:00.000Z' as Instant });
    await hub.clock.strike();
    expect(hub.given).toEqual(['LapseRequest']);
  });

  test('does the rest where one command or one chore fails, names it, and tries again at the next strike', async () => {
    const hub = hubWith([request('r-1', '2026-03-01'), review('m-1', '2026-03-02')], { failing: 'r-1' });
    await hub.clock.strike();
    expect(hub.given).toEqual(['LapseRequest', 'AskForReview']);
    expect(hub.tidied()).toBe(1);
    expect(hub.said).toMatchObject([{ command: 'LapseRequest' }, { command: 'a chore' }]);
    await hub.clock.strike();
    expect(hub.given).toHaveLength(4);
  });
});
