import { DoneLog } from './done-log.js';
import { LeftOut } from './left-out.js';
import { person } from './planned.testing.js';

const row = (row: number, name: string, email: string, lineManager: string | null = null) => ({ ...person, row, name, email, lineManager });

test('whom the importer left out is told apart from those of whom nothing was chosen, and those who left before', () => {
  const log = new DoneLog();
  const leftOut = new LeftOut(log);
  leftOut.add(row(2, 'Ann Ray', 'ann@a.example'), 'chosen');
  leftOut.add(row(3, 'Bo Lee', 'bo@a.example'), 'undecided');
  leftOut.add(row(4, 'Cy Fox', 'cy@a.example'), 'left-before');
  expect(log.told()).toEqual({
    ...{ leftOut: ['Ann Ray'], leftOutTotal: 1, undecided: ['Bo Lee'], undecidedTotal: 1 },
    ...{ leftBefore: ['Cy Fox'], leftBeforeTotal: 1 },
  });
});

test('two people of one name who are left out have each those below them', () => {
  const log = new DoneLog();
  const leftOut = new LeftOut(log);
  leftOut.add(row(2, 'Ann Ray', 'ann@a.example'), 'chosen');
  leftOut.add(row(3, 'Ann Ray', 'a.ray@a.example'), 'chosen');
  leftOut.noteAbove(row(4, 'Cy Fox', 'cy@a.example', 'ann@a.example'), false);
  leftOut.noteAbove(row(5, 'Di Ely', 'di@a.example', 'a.ray@a.example'), true);
  expect(log.told()?.below).toEqual([
    { above: 'Ann Ray', line: 'lineManager', kept: ['Cy Fox'], none: [] },
    { above: 'Ann Ray', line: 'lineManager', kept: [], none: ['Di Ely'] },
  ]);
});
