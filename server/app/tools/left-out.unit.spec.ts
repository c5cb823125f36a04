import { IMPORT_CHOICES_LIMIT_ROWS } from '@alongside/domain/imports/columns.js';
import type { Foreseen } from '../../imports/foreseen.js';
import { choicesAgain } from './left-out.js';

test('all who left before are chosen again, also where they are more than a request names', () => {
  const returning = Array.from({ length: IMPORT_CHOICES_LIMIT_ROWS + 1 }, (_, at) => ({ row: at + 2 }));
  const foreseen = { comparison: { returning } } as unknown as Foreseen;
  expect(choicesAgain(foreseen, true).again).toHaveLength(IMPORT_CHOICES_LIMIT_ROWS + 1);
  expect(choicesAgain(foreseen, false)).toMatchObject({ again: [], leave: [] });
});
