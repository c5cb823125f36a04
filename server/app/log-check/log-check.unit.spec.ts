import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import { DISK_STEPS, type CheckReport } from '../../event-store/findings.js';
import { LogNotChecked } from '../../event-store/not-checked.js';
import type { Clock } from '../clock.js';
import type { Logger } from '../logger.js';
import { LogCheck } from './log-check.js';

const MINUTE_MS = 60_000;
const reportOf = (...damaged: readonly string[]): CheckReport => ({
  ...{ file: 'x', sound: damaged.length === 0, events: 1, keys: 0, keysWithoutHash: 0, keysOpened: true, more: 0 },
  ...{ findings: damaged.map((stream) => ({ kind: stream.startsWith('key-') ? 'keyless' : 'altered', stream })), damaged, erased: [] },
});

describe('a log that cannot be checked', () => {
  let folder: string;
  let made: number;
  let next: () => Promise<CheckReport>;
  let check: LogCheck;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-check-of-'));
    made = 0;
    check = new LogCheck({
      store: { readAll: async function* () {} },
      check: () => {
        made += 1;
        return next();
      },
      witnessFile: join(folder, 'witness.json'),
      onErased: async () => undefined,
      clock: { now: () => '2026-03-06T09:00:00.000Z' } as unknown as Clock,
      logger: { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as Logger,
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await check.close();
    await rm(folder, { recursive: true, force: true });
  });
  const fails = (report?: CheckReport) => (next = () => Promise.reject(new LogNotChecked('EIO', report)));
  const closed = (stream: string) => check.isDamaged(stream as StreamId);

  test('is said to be so from the second time on, until a check is made', async () => {
    fails();
    const told: boolean[] = [];
    for (let times = 0; times < 3; times += 1) {
      await check.now();
      told.push(check.cannotBeMade);
    }
    expect(told).toEqual([false, true, true]);
    next = async () => reportOf();
    await check.now();
    expect([check.cannotBeMade, check.condition.state]).toEqual([false, 'sound']);
  });

  test('has closed what two checks in a row found, but for a key that may be told of in what was not read', async () => {
    fails(reportOf('person-asha', 'key-ben'));
    await check.now();
    expect(closed('person-asha')).toBe(false);
    expect(check.condition).toMatchObject({ state: 'unknown', findings: [], nextSteps: [] });
    await check.now();
    expect(['person-asha', 'key-ben', 'person-cleo'].map(closed)).toEqual([true, false, false]);
    const told = { state: 'unknown', findings: [expect.stringContaining('person-asha')], more: 0, nextSteps: DISK_STEPS };
    expect(check.condition).toEqual(told);
    await check.now();
    expect(check.condition).toEqual(told);
    next = async () => reportOf();
    await check.now();
    expect(closed('person-asha')).toBe(false);
    expect(check.condition).toMatchObject({ state: 'sound', findings: [], nextSteps: [] });
  });

  test('is checked again after one minute, then two, four and so on, and at least once an hour', async () => {
    jest.useFakeTimers();
    fails();
    await check.now();
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      const before = made;
      await jest.advanceTimersByTimeAsync(minutes * MINUTE_MS - 1);
      expect(made).toBe(before);
      await jest.advanceTimersByTimeAsync(1);
      expect(made).toBe(before + 1);
    }
  });
});
