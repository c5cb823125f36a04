import type { Response } from 'express';
import type { HubParts } from './hub.js';
import { READY_LIMIT_MS } from './health/hub-health.js';
import { StatusController } from './status.controller.js';

interface Standing {
  readonly log?: 'sound' | 'damaged' | 'unknown' | 'checking';
  readonly unchecked?: boolean;
  readonly writes?: 'ok' | 'failing';
  readonly reads?: 'ok' | 'failing';
  readonly disk?: 'ok' | 'failing';
  readonly clock?: 'right' | 'behind' | 'unread';
  readonly stopped?: readonly string[];
  readonly lagMs?: number | 'unread';
}

/** What a hub that stands so answers to one of the addresses for programs, with the status. */
async function asked(address: 'health' | 'ready', { log, unchecked, writes, reads, disk, clock, stopped, lagMs = 0 }: Standing = {}) {
  const hub = {
    logCheck: { condition: { state: log ?? 'sound' }, cannotBeMade: unchecked ?? false },
    health: {
      writes: { now: () => Promise.resolve({ state: writes ?? 'ok' }) },
      reads: { now: () => Promise.resolve({ state: reads ?? 'ok' }) },
      views: { condition: { state: disk ?? 'ok' } },
    },
    clockGuard: {
      check: () => (clock === 'unread' ? Promise.reject(new Error('Not read.')) : Promise.resolve({ state: clock ?? 'right' })),
      condition: { state: 'right' },
    },
    projector: {
      stopped: stopped ?? [],
      status: () => Promise.resolve([{ view: 'person', state: 'live', ...(lagMs !== 'unread' && { lagMs }) }]),
    },
  };
  let status = 200;
  const response = { status: (code: number) => (status = code) } as unknown as Response;
  const answer = await new StatusController(hub as unknown as HubParts)[address](response);
  return [status, answer];
}

describe('what a hub says of itself to programs', () => {
  const well = { status: 'ok', log: 'sound', writes: 'ok', reads: 'ok', views: 'ok', clock: 'right' };

  test('it is well', async () => {
    expect(await asked('health')).toEqual([200, well]);
    expect(await asked('ready')).toEqual([200, { ready: true }]);
  });

  test('a damaged log calls a person, and it goes on serving what is sound', async () => {
    expect(await asked('health', { log: 'damaged' })).toEqual([200, { ...well, status: 'damaged', log: 'damaged' }]);
  });

  test('a check that fails may be of a moment; one that fails again calls a person, also while it is tried once more', async () => {
    expect(await asked('health', { log: 'unknown' })).toEqual([200, { ...well, log: 'unknown' }]);
    for (const log of ['unknown', 'checking'] as const)
      expect(await asked('health', { log, unchecked: true })).toEqual([503, { ...well, status: 'failing', log }]);
  });

  test.each([
    ['nothing can be saved', { writes: 'failing' }, { writes: 'failing' }],
    ['the log cannot be read', { reads: 'failing', clock: 'unread' }, { reads: 'failing' }],
    ['the disk keeps the views behind', { disk: 'failing' }, { views: 'failing' }],
    ['an event stopped a view', { stopped: ['directory'] }, { views: 'failing' }],
    ['the clock is wrong', { clock: 'behind' }, { clock: 'behind' }],
  ] as const)('it fails where %s', async (_, standing, told) => {
    expect(await asked('health', standing)).toEqual([503, { ...well, status: 'failing', ...told }]);
    expect(await asked('health', { log: 'damaged', ...standing })).toMatchObject([503, { status: 'failing' }]);
  });

  test('a process whose rows are old is not ready', async () => {
    expect(await asked('ready', { lagMs: READY_LIMIT_MS - 1 })).toEqual([200, { ready: true }]);
    expect(await asked('ready', { lagMs: READY_LIMIT_MS })).toEqual([503, { ready: false }]);
  });

  test('a process that cannot read the log is not ready', async () => {
    expect(await asked('ready', { reads: 'failing' })).toEqual([503, { ready: false }]);
    expect(await asked('ready', { lagMs: 'unread' })).toEqual([503, { ready: false }]);
  });
});
