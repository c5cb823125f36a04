import { exchangeFiles } from './lib/exchange.mjs';

/** Continuous integration lets two Nodes take turns; here one does with itself, so the turns themselves are known to work everywhere. */
test('each turn opens the event log and the index that the killed one before it left', () => {
  const turns = exchangeFiles(process.execPath, process.execPath);
  expect(turns).toEqual([expect.stringMatching(/^better-sqlite3(-12)? with SQLite 3\./), turns[0]]);
});
