import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import { DISK_STEPS, saySpoilt, SPOILT_STEPS, type CheckReport } from '../../event-store/findings.js';
import { LogNotChecked } from '../../event-store/not-checked.js';
import type { Clock } from '../clock.js';
import type { Logger } from '../logger.js';
import { LogCheck } from './log-check.js';
import { VERDICT_FILE, writeVerdict, verdictOf, verdictIn } from './verdict-file.js';

const MINUTE_MS = 60_000;
const reportOf = (...damaged: readonly string[]): CheckReport => ({
  ...{ file: 'x', sound: damaged.length === 0, events: 1, keys: 0, keysWithoutHash: 0, keysOpened: true, more: 0, heads: 1, spoilt: [] },
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
      ownDir: folder,
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

describe('a log whose witness is damaged', () => {
  test('is sound with a doubt, until the witness is put right', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-doubt-of-'));
    let report: CheckReport = { ...reportOf(), spoilt: ['processes/1/log-head.json'] };
    const warned: string[] = [];
    const check = new LogCheck({
      store: { readAll: async function* () {} },
      check: async () => report,
      ownDir: folder,
      witnessFile: join(folder, 'witness.json'),
      onErased: async () => undefined,
      clock: { now: () => '2026-03-06T09:00:00.000Z' } as unknown as Clock,
      logger: { info: () => undefined, warn: (words: string) => warned.push(words), error: () => undefined } as unknown as Logger,
    });
    await check.now();
    const doubt = { says: [saySpoilt('processes/1/log-head.json')], nextSteps: SPOILT_STEPS };
    expect(check.condition).toMatchObject({ state: 'sound', findings: [], nextSteps: [], doubt });
    expect(warned).toEqual(['What was noted of the log is damaged.']);
    report = reportOf();
    await check.now();
    expect(check.condition.doubt).toBeUndefined();
    await check.close();
    await rm(folder, { recursive: true });
  });
});

describe('a log that was found damaged', () => {
  let dataDir: string;
  let ownDir: string;
  let next: () => Promise<CheckReport>;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'alongside-verdict-of-'));
    ownDir = join(dataDir, 'processes', '1');
    await mkdir(ownDir, { recursive: true });
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const started = async () => {
    const check = new LogCheck({
      store: { readAll: async function* () {} },
      check: () => next(),
      ownDir,
      witnessFile: join(ownDir, 'witness.json'),
      onErased: async () => undefined,
      clock: { now: () => '2026-03-06T09:00:00.000Z' } as unknown as Clock,
      logger: { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as Logger,
    });
    check.remember(await verdictIn(dataDir));
    return check;
  };
  const stands = (check: LogCheck) => [check.condition.state, check.isDamaged('person-asha' as StreamId)];

  test('is damaged for the next process from its start on, until one finds it sound', async () => {
    next = async () => reportOf('person-asha');
    const first = await started();
    expect(stands(first)).toEqual(['waiting', false]);
    await first.now();
    const told = first.condition;
    expect((await started()).condition).toEqual(told);
    const second = await started();
    expect(stands(second)).toEqual(['damaged', true]);
    // Neither a check that is under way nor one that fails takes it back.
    let meanwhile: unknown[] = [];
    next = async () => {
      meanwhile = stands(second);
      throw new LogNotChecked('EIO');
    };
    await second.now();
    expect([meanwhile, stands(second)]).toEqual([
      ['damaged', true],
      ['damaged', true],
    ]);
    next = async () => reportOf();
    await second.now();
    expect(stands(second)).toEqual(['sound', false]);
    expect(stands(await started())).toEqual(['waiting', false]);
    for (const check of [first, second]) await check.close();
  });

  test('is noted without what its findings quote, and a note that cannot be read still tells of damage', async () => {
    const report = { ...reportOf('person-asha'), findings: [{ kind: 'unreadable', detail: 'near “Dear Asha”' } as const] };
    await writeVerdict(join(ownDir, VERDICT_FILE), verdictOf(report, '2026-03-06T09:00:00.000Z', 20));
    expect(await readFile(join(ownDir, VERDICT_FILE), 'utf8')).not.toContain('Dear');
    await writeFile(join(ownDir, VERDICT_FILE), '{"checkedAt":');
    expect((await started()).condition.state).toBe('damaged');
  });
});
