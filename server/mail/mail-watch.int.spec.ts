import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { MailHeld, MailWatch, NOT_SENT_DAYS } from './mail-watch.js';
import { EmailRefused } from './mailer.js';

describe('how sending goes', () => {
  let folder: string;
  let nowMs: number;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'watch-'));
    nowMs = Date.parse('2026-03-06T09:00:00.000Z');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const opened = () =>
    new MailWatch({ file: join(folder, 'mail.json'), now: () => new Date(nowMs).toISOString() as Instant, random: () => 1 });
  const fail = (watch: MailWatch, error: Error) =>
    watch
      .watched(
        () => Promise.reject(error),
        () => 'No mail server answers.',
      )
      .catch(() => undefined);
  const well = (watch: MailWatch) =>
    watch.watched(
      async () => undefined,
      () => '',
    );
  const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

  test('a server that is away fails since the first time, through a restart, until an email is taken', async () => {
    const watch = opened();
    await well(watch);
    nowMs += 60_000;
    await fail(watch, away);
    nowMs += 60_000;
    await fail(watch, away);
    await watch.close();
    const anew = opened();
    expect(anew.condition).toMatchObject({
      ...{ lastSentAt: '2026-03-06T09:00:00.000Z', failingSince: '2026-03-06T09:01:00.000Z' },
      problem: 'No mail server answers.',
    });
    await well(anew);
    expect(anew.condition.failingSince).toBeUndefined();
    await anew.close();
  });

  test('a clock that is set back holds no email until that day, and what is dated ahead is not of the last days', async () => {
    const watch = opened();
    watch.notSent('too-late');
    await fail(watch, away);
    expect(() => watch.mustBeDue()).toThrow(MailHeld);
    nowMs -= 30 * 86_400_000;
    expect(() => watch.mustBeDue()).not.toThrow();
    expect(watch.condition.notSent).toEqual({ refused: 0, tooLate: 0, tooMany: 0 });
    await watch.close();
  });

  test('a server that is away is left alone, longer each time up to a limit, and not once it is back', async () => {
    const watch = opened();
    const heldMs: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      await fail(watch, away);
      const from = nowMs;
      const isHeld = () => {
        try {
          watch.mustBeDue();
          return false;
        } catch (error) {
          return error instanceof MailHeld;
        }
      };
      while (isHeld()) nowMs += 500;
      heldMs.push(nowMs - from);
    }
    expect(heldMs).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 45_000, 45_000]);
    await well(watch);
    expect(() => watch.mustBeDue()).not.toThrow();
    await watch.close();
  });

  test('one address that is refused is no failure of the server; three in a row are', async () => {
    const watch = opened();
    for (const failing of [undefined, undefined, '2026-03-06T09:00:00.000Z']) {
      await fail(watch, new EmailRefused('no such mailbox'));
      expect(watch.condition.failingSince).toBe(failing);
    }
    expect(() => watch.mustBeDue()).not.toThrow();
    await watch.close();
  });

  test('an email that takes long is told of while it does', async () => {
    const watch = opened();
    let done = (): void => undefined;
    const sending = watch.watched(
      () => new Promise<void>((resolve) => (done = resolve)),
      () => '',
    );
    expect(watch.condition.slowSince).toBeUndefined();
    nowMs += 31_000;
    expect(watch.condition.slowSince).toBe('2026-03-06T09:00:00.000Z');
    done();
    await sending;
    expect(watch.condition.slowSince).toBeUndefined();
    await watch.close();
  });

  test('what was given up is told of for a week, and a torn file only forgets', async () => {
    const watch = opened();
    watch.notSent('too-late');
    watch.notSent('refused');
    expect(watch.condition.notSent).toMatchObject({ refused: 1, tooLate: 1, tooMany: 0, lastAt: '2026-03-06T09:00:00.000Z' });
    await watch.close();
    expect(await readFile(join(folder, 'mail.json'), 'utf8')).not.toContain('@');
    nowMs += (NOT_SENT_DAYS + 1) * 24 * 3_600_000;
    expect(opened().condition.notSent).toEqual({ refused: 0, tooLate: 0, tooMany: 0 });
  });
});
