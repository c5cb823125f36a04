import { jest } from '@jest/globals';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ResumeAnswer } from '@alongside/domain/protocol/messages.js';
import { BROWSER, type Limits } from './ports.js';
import { createRows } from './rows.js';
import { createSync, type Sync } from './sync.js';
import { settle } from './testing/small-hub.js';
import { Unreachable } from './transport.js';

// Time is made up: what a test awaits takes none, or never comes.
jest.setTimeout(15_000);
beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
afterEach(() => jest.useRealTimers());

interface Read {
  readonly path: string;
  /** How far it must go. */
  readonly after: string | undefined;
  /** Answers that there is nothing, as of a position. */
  readonly answer: (through: string) => void;
  readonly fail: () => void;
}

/** What is read, answered or failed when a test says so. The line is up where it `resumes`. */
function syncOnItsOwn(resumes?: ResumeAnswer | ((how: 'resume' | 'watch') => Promise<ResumeAnswer>), limits: Partial<Limits> = {}) {
  const reads: Read[] = [];
  const rows = createRows(BROWSER);
  let lines = 0;
  const follow = async (how: 'resume' | 'watch') =>
    typeof resumes === 'function' ? resumes(how) : (resumes ?? new Promise<ResumeAnswer>(() => {}));
  const sync = createSync(
    {
      ask: ({ path, headers }) =>
        new Promise((answer, fail) =>
          reads.push({
            ...{ path, after: headers?.['x-alongside-after'] },
            answer: (through) => answer({ status: 200, body: { rows: [], through } }),
            fail: () => fail(new Unreachable('cut')),
          }),
        ),
      live: ({ connected }) => {
        lines += 1;
        if (resumes) queueMicrotask(connected);
        return {
          resume: () => follow('resume'),
          watch: () => follow('watch'),
          close: () => {},
        };
      },
    },
    rows,
    { changed: () => {}, signedOut: () => {}, lost: () => {}, notOpened: () => {}, back: () => Promise.resolve(true) },
    { ...BROWSER, limits: { ...BROWSER.limits, ...limits } },
  );
  return { reads, sync, rows, lines: () => lines };
}

test.each<[string, (sync: Sync) => void]>([
  ['signed out', (sync) => sync.close()],
  [
    'and another person is here',
    (sync) => {
      sync.close();
      sync.open();
    },
  ],
])('[RP12] a read that fails once its person has left, %s, is not made again for the next', async (_, leave) => {
  const { reads, sync } = syncOnItsOwn();
  sync.open();
  sync.needRow('request', 'a');
  await settle();
  leave(sync);
  for (const read of reads) read.fail();
  await jest.advanceTimersByTimeAsync(10_000);
  expect([reads.length, sync.failing()]).toEqual([1, false]);
});

test('a read that fails while the line is open is made again', async () => {
  const { reads, sync } = syncOnItsOwn();
  sync.open();
  sync.needRow('request', 'a');
  await settle();
  reads[0]?.fail();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(reads.map(({ path }) => path)).toEqual([reads[0]?.path, reads[0]?.path]);
});

test('a read of nobody, before anybody is signed in, is not made again', async () => {
  const { reads, sync } = syncOnItsOwn();
  sync.needRow('request', 'a');
  await settle();
  reads[0]?.fail();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(reads).toHaveLength(1);
});

test('a line that is up but cannot be followed yet is asked again, later each time, and no more once it is closed', async () => {
  const asked: string[] = [];
  const { sync } = syncOnItsOwn((how) => {
    asked.push(how);
    return Promise.reject(new Unreachable('cut'));
  });
  sync.open();
  sync.wantView('request');
  await settle();
  expect(asked).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(700);
  expect(asked).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(600);
  expect(asked).toHaveLength(2);
  await jest.advanceTimersByTimeAsync(2_500);
  // Nothing was let go on yet, so that all is asked for, and not what is added.
  expect(asked).toEqual(['resume', 'resume', 'resume']);
  sync.close();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(3);
});

test('one line is opened, however often it is asked for', () => {
  const { sync, lines } = syncOnItsOwn();
  sync.open();
  sync.open();
  expect(lines()).toBe(1);
  sync.close();
  sync.open();
  expect(lines()).toBe(2);
});

test('a line that is opened while the one before is still being followed is followed in its turn', async () => {
  const answers: ((answer: ResumeAnswer) => void)[] = [];
  const { sync } = syncOnItsOwn(() => new Promise((answer) => answers.push(answer)));
  sync.wantView('request');
  sync.open();
  await settle();
  sync.close();
  sync.open();
  await settle();
  expect(answers).toHaveLength(1);
  answers[0]?.({ kind: 'resumed', through: '9' as Position });
  await settle();
  // What the one before was told is not of this one.
  expect([answers.length, sync.after()]).toEqual([2, {}]);
  answers[1]?.({ kind: 'resumed', through: '3' as Position });
  await settle();
  expect([answers.length, sync.after()]).toEqual([2, { 'x-alongside-after': '3' }]);
});

test.each([
  [BROWSER.builtWith.protocol, false],
  [BROWSER.builtWith.protocol + 1, true],
])('[RP23] a page knows by the protocol of the hub, %d, whether Alongside was updated: %s', async (protocol, outdated) => {
  const { sync } = syncOnItsOwn({ kind: 'resumed', through: '3' as Position, protocol });
  sync.open();
  await settle();
  expect(sync.outdated()).toBe(outdated);
});

test('rows are asked for as many at once as one request may name, and no request names none', async () => {
  const { reads, sync } = syncOnItsOwn(undefined, { idsRows: 2 });
  for (const id of ['a', 'b', 'c', 'd']) sync.needRow('request', id);
  await settle();
  const ids = reads.map(({ path }) => new URL(path, 'http://hub').searchParams.get('ids'));
  expect(ids).toEqual(['a,b', 'c,d']);
});

test('[RP6] a read that ends before the line begins says, when it is made again, how far it must go', async () => {
  // The process that answers the line is behind the one that answered the first read.
  const { reads, sync } = syncOnItsOwn({ kind: 'resumed', through: '3' as Position });
  sync.needRow('request', 'a');
  await settle();
  reads[0]?.answer('5');
  await settle();
  sync.open();
  await settle();
  // It is covered from the first read on, and another process answers the second.
  sync.needRow('request', 'a');
  await settle();
  reads[1]?.answer('3');
  await settle();
  expect(reads.map(({ after }) => after)).toEqual([undefined, '3', '5']);
  // It is made three times, and then counts as failed: it is wanted again, later.
  for (const place of [2, 3]) {
    reads[place]?.answer('3');
    await settle();
  }
  expect(reads).toHaveLength(4);
  await jest.advanceTimersByTimeAsync(1_300);
  expect(reads).toHaveLength(5);
  reads[4]?.answer('5');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(reads).toHaveLength(5);
});

test('[RP26] a row that is held with a list that nobody keeps in step is read as a screen opens it', async () => {
  const { reads, sync, rows } = syncOnItsOwn();
  sync.open();
  const sent = (id: string) => ({ view: 'request', id, position: '1' as Position, data: { id, mentee: 'ben' } });
  const list = rows.list('request', { mentee: 'ben' });
  rows.takeList(list, [{ rows: [sent('a'), sent('b')], through: '1' as Position }]);
  sync.keepRow('request', 'a');
  sync.keepRow('request', 'a');
  await settle();
  expect(reads.map(({ path }) => path)).toEqual(['/api/views/request?ids=a']);
});

test('a view that answers rest on stays with the line when a list of all of it is let go of', async () => {
  const said: unknown[] = [];
  const rows = createRows(BROWSER);
  const sync = createSync(
    {
      ask: () => new Promise(() => {}),
      live: ({ connected }) => {
        queueMicrotask(connected);
        const answer = async (request: object): Promise<ResumeAnswer> => {
          said.push(request);
          return { kind: 'resumed', through: '3' as Position };
        };
        return { resume: answer, watch: answer, close: () => {} };
      },
    },
    rows,
    { changed: () => {}, signedOut: () => {}, lost: () => {}, notOpened: () => {}, back: () => Promise.resolve(true) },
    BROWSER,
  );
  sync.wantView('request');
  sync.needList(rows.list('request', {}));
  sync.needList(rows.list('request', { mentee: 'ben' }));
  sync.open();
  await settle();
  rows.doubt();
  await settle();
  expect(said.slice(1)).toMatchObject([{ add: [], drop: [{ view: 'request', where: { mentee: 'ben' } }] }]);
});
