import { given, happened } from '../testing/given-events.js';
import { staffColumnsView } from './staff-columns.view.js';

test('what columns hold is for the hub alone, and the last choice counts', () => {
  const chosen = (columns: Readonly<Record<string, string | null>>) =>
    happened('StaffColumnsRemembered', { institution: 'oakfield', columns });
  const view = given(staffColumnsView, [chosen({ '0123456789abcdef': 'role' }), chosen({ '0123456789abcdef': null })]);
  expect(view.row('oakfield')).toEqual({ institution: 'oakfield', columns: { '0123456789abcdef': null } });
  expect(view.audience('oakfield')).toEqual([]);
});
