import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { closeSync, openSync, writeSync } from 'node:fs';
import { cp, mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import { sampleEvent, sampleEvents } from '@alongside/domain/testing/event-store.samples.js';
import { Database } from '../../sqlite/driver.js';
import { sayFinding, type CheckReport } from '../findings.js';
import { LogNotChecked } from '../not-checked.js';
import { checkFile } from './check-file.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const PAGE_BYTES = 4_096;
const [hillside, ben, letter, keyOfBen] = ['institution-hillside', 'person-ben', 'letter-1', 'key-ben'] as StreamId[] as [
  StreamId,
  StreamId,
  StreamId,
  StreamId,
];

describe('what is found in the file of a log', () => {
  let folder: string;
  let file: string;
  let whole: CheckReport;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-checked-'));
    file = join(folder, 'events.sqlite');
    const random = numbersFrom(11);
    const store = await SqliteEventStore.open(file);
    await store.append(keyOfBen, 'noStream', [{ ...sampleEvent(random, { wrapped: 'w'.repeat(80), master: 'm' }), type: 'PersonKeyMade' }]);
    await store.append('key-gone' as StreamId, 'noStream', [{ ...sampleEvent(random, { wrapped: 'gone' }), type: 'PersonKeyMade' }]);
    for (const role of ['coordinator', 'leader', 'coordinator'])
      await store.append(hillside, 'any', [{ ...sampleEvent(random, { person: 'ben', role }), type: 'RoleGranted' }]);
    await store.append(letter, 'any', [
      { ...sampleEvent(random, { text: { $sealed: 'c2VhbGVk'.repeat(9), of: 'ben' } }), type: 'LetterClaimed' },
    ]);
    for (let times = 0; times < 40; times += 1) await store.append(ben, 'any', sampleEvents(random, 3));
    await store.shred('key-gone' as StreamId);
    await store.append('person-last' as StreamId, 'any', sampleEvents(random, 4));
    await store.close();
    whole = checkFile(file);
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Does to the file what a person with a SQLite tool can. */
  const tamper = (...statements: readonly string[]) => {
    const db = new Database(file);
    for (const statement of statements) db.exec(statement);
    db.close();
  };
  const found = () => checkFile(file, { witnesses: [{ knows: whole.witness, name: 'Folder 1', file: 'log-head.json' }] });
  const sentences = () => found().findings.map(sayFinding);

  test('nothing, in one as it was written, with what was shredded; and it is left as it is', async () => {
    expect(whole).toMatchObject({ file, sound: true, events: 128, keys: 1, findings: [] });
    const before = await stat(file);
    expect(found().sound).toBe(true);
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
  });

  test('nothing, beside a store that goes on writing, folds its ends and shreds', async () => {
    const store = await SqliteEventStore.open(file);
    const random = numbersFrom(5);
    await store.append('key-soon' as StreamId, 'noStream', sampleEvents(random, 2));
    for (let times = 0; times < 3; times += 1) await store.append(ben, 'any', sampleEvents(random, 900));
    expect(found().findings).toEqual([]);
    await store.shred('key-soon' as StreamId);
    expect(found().findings).toEqual([]);
    await store.close();
    expect(found()).toMatchObject({ sound: true, events: 2_828 });
  });

  test('what lies beside a page that the disk does not give, in a check that was not made', () => {
    tamper(`UPDATE events SET body = replace(body, '"leader"', '"administrator"')`);
    const { pragma } = Database.prototype;
    const disk = jest.spyOn(Database.prototype, 'pragma').mockImplementation(function (this: Database, asked, options): unknown {
      return asked.startsWith('integrity_check')
        ? [{ integrity_check: 'Tree 4 page 9: unable to get the page. error code=266' }]
        : pragma.call(this, asked, options);
    });
    let failure: unknown;
    try {
      found();
    } catch (error) {
      failure = error;
    }
    disk.mockRestore();
    expect(failure).toBeInstanceOf(LogNotChecked);
    expect((failure as LogNotChecked).report?.damaged).toEqual([hillside]);
  });

  test('an altered role', () => {
    tamper(`UPDATE events SET body = replace(body, '"leader"', '"administrator"')`);
    expect(sentences()).toEqual([
      expect.stringMatching(/^Event 1 of the stream institution-hillside \(RoleGranted, id .*\) is not as written/),
    ]);
    expect(found().damaged).toEqual([hillside]);
  });

  test('a deleted event: in the middle of its stream, and its last', () => {
    tamper(
      `DELETE FROM events WHERE position = (SELECT position FROM events JOIN streams ON key = stream WHERE name = '${ben}' AND revision = 7)`,
    );
    expect(sentences()).toEqual(expect.arrayContaining([expect.stringContaining('Event 7 of the stream person-ben is missing')]));
    tamper(`DELETE FROM events WHERE body LIKE '%LetterClaimed%'`);
    expect(sentences()).toEqual(expect.arrayContaining([expect.stringContaining('letter-1')]));
  });

  test('a changed sealed letter', () => {
    tamper(`UPDATE events SET body = replace(body, 'c2VhbGVk', 'c2VhbGVj')`);
    expect(sentences()).toEqual([expect.stringMatching(/^Event 0 of the stream letter-1 \(LetterClaimed/)]);
  });

  test('a changed key, a blanked event, another name, a wrong link, a wrong end and a planted trigger', () => {
    tamper(`UPDATE events SET body = replace(body, 'wwww', 'vvvv')`);
    expect(sentences()).toEqual([expect.stringContaining('stream key-ben')]);
    tamper(
      `UPDATE events SET body = '   ' WHERE body LIKE '%LetterClaimed%'`,
      `UPDATE streams SET name = 'person-mallory' WHERE name = 'person-last'`,
    );
    tamper(
      `UPDATE events SET previous = 3 WHERE position = 20`,
      `INSERT INTO heads VALUES (3, 4)`,
      `CREATE TRIGGER t AFTER INSERT ON events BEGIN SELECT 1; END`,
    );
    const said = sentences().join('\n');
    for (const part of ['letter-1', 'person-mallory', 'link to the event before', 'Where this stream ends', '“t”'])
      expect(said).toContain(part);
  });

  test('a row before the first position, which nothing reads', () => {
    tamper(`INSERT INTO events SELECT -5, stream, revision, previous, randomblob(16), hash, body FROM events WHERE position = 20`);
    expect(sentences()).toEqual(['The file of the log is damaged. It has a row at position -5, where nothing is ever written.']);
  });

  test('a cut tail, where anybody knew a later head', () => {
    tamper(`DELETE FROM events WHERE position > 100`, `DELETE FROM streams WHERE name = 'person-last'`);
    expect(checkFile(file).sound).toBe(true);
    expect(sentences()).toEqual([expect.stringContaining('The end of the log is missing.')]);
    expect(sentences()[0]).toContain('Folder 1 knows 128 events');
  });

  test('a rewritten log, whose hashes were all made anew', async () => {
    const random = numbersFrom(12);
    await rm(file);
    const store = await SqliteEventStore.open(file);
    await store.append(ben, 'any', sampleEvents(random, 200));
    await store.close();
    expect(checkFile(file).sound).toBe(true);
    expect(sentences()).toEqual([expect.stringContaining('The log was rewritten')]);
  });

  test('random bytes in a page: what cannot be read is named, and what can is checked', async () => {
    const random = numbersFrom(3);
    const pages = (await stat(file)).size / PAGE_BYTES;
    const spoil = async (page: number) => {
      const copy = join(folder, `page-${page}.sqlite`);
      await cp(file, copy);
      const handle = openSync(copy, 'r+');
      writeSync(
        handle,
        Buffer.from(Array.from({ length: PAGE_BYTES }, () => Math.floor(random() * 256))),
        0,
        PAGE_BYTES,
        page * PAGE_BYTES,
      );
      closeSync(handle);
      return checkFile(copy);
    };
    const reports = await Promise.all(Array.from({ length: pages - 1 }, (_, index) => spoil(index + 1)));
    for (const report of reports)
      expect(report.findings.map(sayFinding).join(' ')).toMatch(/The file of the log is damaged|cannot be read/);
    const worst = reports.filter(({ findings }) => findings.some(({ kind }) => kind === 'unreadable'));
    expect(worst.length).toBeGreaterThan(3);
    expect(worst.some(({ events }) => events > 100)).toBe(true);
  });

  test('a broken header, an empty file, half a file and no file', async () => {
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.from('no log at all'), 0, 13, 0);
    closeSync(handle);
    expect(sentences()).toEqual(expect.arrayContaining([expect.stringContaining('Its first bytes, which say what kind of file it is')]));
    await writeFile(file, '');
    expect(found().sound).toBe(false);
    await rm(file);
    expect(found().findings).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'file' })]));
  });

  test('half a file', async () => {
    await truncate(file, Math.floor((await stat(file)).size / 2));
    expect(found().sound).toBe(false);
  });
});
