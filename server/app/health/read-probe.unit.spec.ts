import type { Instant } from '@alongside/domain/kernel/brand.js';
import { EventStoreNotRead, EventStoreUnreadable } from '../../event-store/checks.js';
import { ReadProbe } from './read-probe.js';

const coded = (code: string) => Object.assign(new Error(code), { code });

describe('whether the log can be read', () => {
  let nowMs: number;
  let fails: Error | undefined;
  let asked: number;
  let tell: (error: unknown) => void;
  const probeOf = () =>
    new ReadProbe({
      store: {
        onUnread: (listener) => void (tell = listener),
        probeReading: async () => {
          asked += 1;
          if (fails) throw fails;
        },
      },
      now: () => '2026-03-06T09:00:00.000Z' as Instant,
      nowMs: () => nowMs,
    });
  beforeEach(() => {
    [nowMs, asked, fails, tell] = [0, 0, undefined, () => undefined];
  });

  test('is asked every two seconds at most, and is over once it is read', async () => {
    const probe = probeOf();
    expect(await Promise.all([probe.now(), probe.now()])).toEqual([{ state: 'ok' }, { state: 'ok' }]);
    expect(asked).toBe(1);
    fails = new EventStoreNotRead(coded('SQLITE_IOERR_READ'));
    nowMs += 2_001;
    expect(await probe.now()).toEqual({ state: 'failing', since: '2026-03-06T09:00:00.000Z', why: 'disk' });
    fails = undefined;
    nowMs += 2_001;
    expect(await probe.now()).toEqual({ state: 'ok' });
  });

  test('a reading that the disk refused counts at once; of one that met damage the disk is asked at once', async () => {
    const probe = probeOf();
    await probe.now();
    tell(new Error('Something else.'));
    tell(new EventStoreUnreadable(coded('SQLITE_CORRUPT')));
    expect(probe.condition.state).toBe('ok');
    await probe.now();
    expect(asked).toBe(2);
    tell(new EventStoreNotRead(coded('EROFS')));
    expect(probe.condition).toMatchObject({ state: 'failing', why: 'read-only' });
  });
});
