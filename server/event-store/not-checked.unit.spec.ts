import { ChainCheck } from './chain-check.js';
import { checkStore } from './check-store.js';
import type { CheckReport, Finding } from './findings.js';
import { foundTwice, LogNotChecked } from './not-checked.js';
import { RowsAsTheyAre } from './sqlite/raw-rows.js';

const reportOf = (...findings: readonly Finding[]): CheckReport => ({
  ...new ChainCheck('x').report(),
  findings,
  sound: findings.length === 0,
});
const gone: Finding = { kind: 'cut', position: '2', detail: 'It ends after 0 events.' };
const coded = (code: string) => Object.assign(new Error(code), { code });

describe('what a check finds', () => {
  const given = (...reports: readonly CheckReport[]) => {
    const left = [...reports];
    return async () => left.shift() ?? reportOf();
  };
  const whole = async () => undefined;

  test('is told once it was found twice', async () => {
    expect(await foundTwice(given(reportOf()), () => Promise.reject(new Error('Not asked.')))).toMatchObject({ sound: true });
    expect(await foundTwice(given(reportOf(gone), reportOf({ ...gone, detail: 'It ends after 1 event.' })), whole)).toMatchObject({
      sound: false,
    });
  });

  test('is forgotten where the second reading is sound', async () => {
    expect(await foundTwice(given(reportOf(gone), reportOf()), whole)).toMatchObject({ sound: true });
  });

  test('is nothing where the disk does not give every byte, or two readings differ', async () => {
    await expect(foundTwice(given(reportOf(gone)), () => Promise.reject(coded('EIO')))).rejects.toThrow(LogNotChecked);
    const other: Finding = { kind: 'altered', stream: 'person-asha', revision: 2 };
    await expect(foundTwice(given(reportOf(gone), reportOf(other)), whole)).rejects.toThrow(/two readings of it differ/);
  });

  test.each(['SQLITE_IOERR_READ', 'SQLITE_BUSY', 'SQLITE_FULL', 'EIO'])('is no damage where reading fails with %s', (code) => {
    const fails = (): never => {
      throw coded(code);
    };
    const statement = { raw: () => statement, pluck: () => statement, all: fails, get: fails };
    const rows = new RowsAsTheyAre({ prepare: () => statement } as never);
    expect(() => rows.next(0)).toThrow(LogNotChecked);
  });

  test('is no damage where the server of the log is away', async () => {
    const away = {
      async *readAll() {
        yield [];
        throw coded('EVENT_STORE.UNAVAILABLE');
      },
    };
    await expect(checkStore(away, 'x')).rejects.toThrow(LogNotChecked);
  });
});
