import { fireEvent, render, screen } from '@solidjs/testing-library';
import type { MemberRow } from '@alongside/projections/views/member.view.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import { replica, startReplica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { InstitutionChoice } from '../institutions/places.js';
import MemberDialog from './member-dialog.js';

const member = {
  institution: 'northfield',
  person: 'asha',
  roles: [],
  from: '2026-01-05',
  left: null,
  lineManager: null,
  inductionTutor: null,
} as unknown as MemberRow;
const people = new Map([['asha', { person: 'asha', name: 'Asha Rahman' } as PersonRow]]);
const at = { id: 'northfield', name: 'Northfield School', roles: ['coordinator'] } as unknown as InstitutionChoice;

async function remove(newcomer?: { invitedOn: string | null }): Promise<void> {
  const hub = smallHub();
  if (newcomer) hub.put('newcomer', 'northfield:asha', { institution: 'northfield', person: 'asha', since: '2026-01-05', ...newcomer });
  await startReplica(hub.transport).refresh();
  render(() => <MemberDialog at={at} member={member} people={people} onClose={() => undefined} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Remove Asha Rahman' }));
}

afterEach(() => replica().close());

describe('removing a member', () => {
  test.each([undefined, { invitedOn: '2026-01-06' }])('says that they are emailed (%j)', async (newcomer) => {
    await remove(newcomer);
    expect(await screen.findByText('We email Asha Rahman to say that they are no longer a member.')).toBeTruthy();
  });

  test('who has no invitation yet is not emailed, and the dialog says so', async () => {
    await remove({ invitedOn: null });
    expect(await screen.findByText('Asha Rahman has no invitation yet, so we do not email them about it.')).toBeTruthy();
  });
});
