import { linesOf, sizeOf, type HubCondition } from './condition-words.js';
import { summaryOf } from './status-words.js';

const NOW = '2026-11-28T15:40:00.000Z';
const GB = 1024 ** 3;
const hub = (more: Partial<HubCondition> = {}): HubCondition => ({
  now: NOW,
  disk: { freeBytes: 30 * GB, totalBytes: 40 * GB },
  log: { bytes: 35 * 1024 ** 2, perDayBytes: 400 * 1024 },
  writes: { state: 'ok' },
  views: { state: 'ok' },
  mail: { leaves: true, waiting: 0, lastSentAt: '2026-11-28T15:30:00.000Z', notSent: { refused: 0, tooLate: 0, tooMany: 0 } },
  reactors: { behindEvents: 0 },
  clock: { behindMs: 0 },
  backup: { at: '2026-11-28T02:00:00.000Z', folder: '/backups/alongside-1', events: 12_345 },
  certificate: { state: 'none' },
  ...more,
});
const line = (label: string, more: Partial<HubCondition>, deviceMs = Date.parse(NOW)) =>
  linesOf(hub(more), deviceMs).find((one) => one.label === label);
const mail = (more: Partial<HubCondition['mail']>) => line('Email', { mail: { ...hub().mail, ...more } });

describe('what the hub hangs on, in words', () => {
  test('a model that cannot be read is told with what to do, and is no line otherwise', () => {
    expect(line('Suggestions', { learning: { state: 'ok' } })).toBeUndefined();
    const broken = line('Suggestions', { learning: { state: 'broken', why: 'This model cannot be used: manifest.json is not JSON.' } });
    expect(broken).toMatchObject({ state: 'soon', href: '/matching' });
    expect(broken?.says).toContain('Suggestions follow the rules');
  });

  test('a search server is told of where there is one: filled, up to date, or away with why and what to do', () => {
    const search = (more: NonNullable<HubCondition['search']>) => line('Directory search', { search: more });
    expect(search({ state: 'ready' })).toMatchObject({ state: 'well' });
    expect(search({ state: 'filling', done: 5_000, of: 50_000, served: true })).toMatchObject({
      state: 'well',
      says: 'The directory is being filled. 5,000 of 50,000 mentors done. People can search meanwhile.',
    });
    expect(search({ state: 'filling', done: 0, of: 1, served: false })?.says).toContain('0 of 1 mentor done. People cannot search until');
    const since = '2026-11-28T15:00:00.000Z';
    for (const why of ['disk', 'away', 'slow', 'key', 'version', 'other-service', 'lost', 'refused', 'what came later'])
      expect(search({ state: 'behind', why, since })).toMatchObject({
        state: 'wrong',
        title: 'People cannot search the directory',
        says: expect.stringMatching(/^People have not been able to search since .* at 3pm, because .*, and we keep trying\.$/),
        next: expect.stringMatching(/\.$/),
      });
    expect(search({ state: 'behind', why: 'disk', since, served: true })).toMatchObject({
      state: 'soon',
      says: expect.stringMatching(
        /could not be made again since .* at 3pm, because it could not be saved\. People search the one from before\./,
      ),
    });
    expect(line('Directory search', {})).toBeUndefined();
  });

  test('all is well: a sentence each, and nothing to do', () => {
    const lines = linesOf(hub(), Date.parse(NOW));
    expect(lines.map(({ state }) => state)).toEqual(lines.map(() => 'well'));
    expect(lines.flatMap(({ next }) => next ?? [])).toEqual([]);
    expect(lines.map(({ label }) => label)).toEqual([
      ...['Saving', 'Disk space', 'Size of the log', 'Email', 'Follow-up tasks', 'Clock of the server', 'Last backup'],
    ]);
    expect(line('Size of the log', {})?.says).toBe('35 MB. It grows by about 0.4 MB a day.');
    expect(line('Size of the log', { log: { bytes: 1 } })?.says).toContain('shows after a day');
    expect(line('Disk space', {})?.says).toBe('30 GB of 40 GB free.');
    expect(line('Last backup', {})?.says).toMatch(/^Saturday 28 November at 2am, in \/backups\/alongside-1\. Verified: 12,345 events\.$/);
  });

  test('a full disk heads the screen, and says that people can still read', () => {
    const full = hub({ writes: { state: 'failing', since: '2026-11-28T15:00:00.000Z', why: 'full' } });
    const summary = summaryOf({ views: [], setAside: [], head: null, through: null }, linesOf(full, Date.parse(NOW)));
    expect(summary).toMatchObject({ well: false, title: 'Nothing can be saved' });
    expect(summary.lead).toMatch(
      /^Nothing has been saved since .* at 3pm, because the server’s disk is full\. .*Saving starts again by itself\.$/,
    );
    for (const why of ['read-only', 'no-answer', 'disk', 'gone', 'folder'] as const)
      expect(line('Saving', { writes: { state: 'failing', why } })).toMatchObject({ state: 'wrong', next: expect.stringMatching(/\.$/) });
  });

  test('a log that cannot be read is told as what keeps people from saving', () => {
    expect(line('Saving', { reads: { state: 'failing', since: '2026-11-28T15:00:00.000Z', why: 'disk' } })).toMatchObject({
      title: 'The log cannot be read',
      state: 'wrong',
      says: expect.stringMatching(/^Nothing has been saved since .+, because the log cannot be read: the disk reports an error\. Pages/),
    });
    expect(line('Saving', { reads: { state: 'ok' } })?.state).toBe('well');
  });

  test('a folder of the hub that went is not told as if nothing were saved', () => {
    expect(line('Saving', { writes: { state: 'failing', why: 'folder' } })?.says).toMatch(/^Changes are saved, but emails may not be sent/);
  });

  test('a disk of its own that the hub shows and sends from is not told as if nothing were saved', () => {
    const since = '2026-11-28T15:00:00.000Z';
    expect(line('Saving', { writes: { state: 'failing', since, why: 'folder-full' } })).toMatchObject({
      title: 'Pages may not be up to date',
      says: expect.stringMatching(
        /^Pages may show nothing new and emails may not be sent since .* at 3pm, because the disk that they come from is full\. Nothing that was saved is lost\.$/,
      ),
      next: expect.stringContaining('DATA_DIR/processes'),
    });
    expect(line('Saving', { writes: { state: 'failing', why: 'folder-refuses' } })?.says).toMatch(
      /^Pages may show nothing new and emails may not be sent, because the hub cannot write/,
    );
  });

  test('pages that show nothing new are told with why, and that nothing is lost', () => {
    const since = '2026-11-28T15:00:00.000Z';
    expect(line('What people see', { views: { state: 'failing', since, why: 'damaged' } })).toMatchObject({
      state: 'wrong',
      says: expect.stringMatching(
        /^Pages show nothing new since .* at 3pm, because .* damaged on disk\. Nothing that was saved is lost\. What people send now may wait/,
      ),
      next: expect.stringContaining('restart the hub'),
    });
    for (const why of ['full', 'read-only', 'disk'] as const)
      expect(line('What people see', { views: { state: 'failing', why } })?.next).toMatch(/\.$/);
  });

  test('a disk that is nearly full, or soon will be', () => {
    expect(line('Disk space', { disk: { freeBytes: GB / 2, totalBytes: 40 * GB } })?.state).toBe('wrong');
    const soon = line('Disk space', { disk: { freeBytes: 10 * GB, totalBytes: 40 * GB }, log: { bytes: 1, perDayBytes: GB } });
    expect(soon).toMatchObject({ state: 'soon', says: '10 GB of 40 GB free. The log fills it in about 10 days.' });
  });

  test('email that is not sent says since when, what waits and what to do', () => {
    const away = mail({ failingSince: '2026-11-28T15:00:00.000Z', problem: 'Check the port.', waiting: 3 });
    expect(away).toMatchObject({ state: 'wrong', next: 'Check the port.' });
    expect(away?.says).toMatch(/^No email has been sent since .* at 3pm\. 3 emails are waiting\. We keep trying\.$/);
    expect(mail({ leaves: false, lastSentAt: undefined as never })).toMatchObject({ next: 'Set up email', href: '/set-up?step=email' });
    const lost = mail({ notSent: { refused: 2, tooLate: 1, tooMany: 0 } });
    expect(lost?.says).toContain('3 emails could not be sent: the mail server refused 2, 1 waited too long.');
    expect(mail({ slowSince: '2026-11-28T15:39:00.000Z', waiting: 1 })?.says).toContain('1 email is waiting.');
  });

  test('email that went to no person yet says whether a test did', () => {
    const none = { lastSentAt: undefined as never };
    expect(mail(none)?.says).toBe('No email has been sent yet.');
    expect(mail({ ...none, lastTestAt: '2026-11-28T15:00:00.000Z' })?.says).toMatch(
      /^A test email was sent .* at 3pm\. No other email has been sent yet\.$/,
    );
    expect(mail({ lastTestAt: '2026-11-28T15:35:00.000Z' })?.says).toMatch(/^Last sent .* at 3:30pm\.$/);
  });

  test('tasks, clocks, backups and certificates say the next step where there is one', () => {
    expect(line('Follow-up tasks', { reactors: { behindEvents: 0, failingSince: NOW, trying: 'start-mentorship' } })?.says).toMatch(
      /^“start mentorship” has been failing since .* at 3:40pm\. We keep trying\.$/,
    );
    expect(line('Follow-up tasks', { reactors: { behindEvents: 5_000 } })?.says).toBe('5,000 events behind.');
    expect(line('Clock of the server', { clock: { behindMs: 3 * 3_600_000 } })).toMatchObject({
      ...{ state: 'wrong', says: 'It is 3 hours behind the last change that was saved.' },
    });
    expect(line('Clock of the server', {}, Date.parse(NOW) + 600_000)?.says).toBe('It is 10 minutes behind the clock of your device.');
    expect(line('Clock of the server', {}, Date.parse(NOW) - 600_000)?.says).toBe('It is 10 minutes ahead of the clock of your device.');
    expect(line('Last backup', { backup: 'none' })).toMatchObject({ state: 'soon', next: expect.stringContaining('npm run backup') });
    expect(line('Last backup', { backup: { at: '2026-11-20T02:00:00.000Z', folder: '/b', events: 1 } })?.state).toBe('soon');
    const until = (expiresAt?: string) =>
      line('HTTPS certificate', { certificate: { state: 'known', host: 'h', checkedAt: NOW, ...(expiresAt && { expiresAt }) } });
    expect(until('2027-03-01T00:00:00.000Z')).toMatchObject({ state: 'well', says: 'Valid until 1 March 2027.' });
    expect(until('2026-12-03T00:00:00.000Z')?.state).toBe('soon');
    expect(until('2026-11-20T00:00:00.000Z')?.state).toBe('wrong');
    expect(line('HTTPS certificate', { certificate: { state: 'unknown', host: 'h' } })?.says).toBe('Not checked yet.');
    expect(until()).toMatchObject({ state: 'well', says: expect.stringMatching(/^Not known/) });
  });

  test('what needs a look is counted in the heading of a hub that is well', () => {
    const summary = (more: Partial<HubCondition>) =>
      summaryOf({ views: [], setAside: [], head: null, through: null }, linesOf(hub(more), Date.parse(NOW)));
    const lead = (more: Partial<HubCondition>) => summary(more).lead;
    expect(lead({})).toBe('Changes are saved and show at once.');
    expect(lead({ backup: 'none' })).toBe('Changes are saved and show at once. One thing below needs a look.');
    expect([summary({}).title, summary({ backup: 'none' }).title]).toEqual(['Everything is up to date', 'The hub is working']);
    expect(lead({ backup: 'none', reactors: { behindEvents: 500 } })).toContain(' 2 things below need a look.');
  });

  test('sizes are short', () =>
    expect([sizeOf(0), sizeOf(400 * 1024), sizeOf(35 * 1024 ** 2), sizeOf(2.5 * GB), sizeOf(400 * GB)]).toEqual([
      ...['0 MB', '0.4 MB', '35 MB', '2.5 GB', '400 GB'],
    ]));
});
