import { MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import type { JoiningRow } from '@alongside/projections/views/joining.view.js';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import JoiningAsked from './joining.js';

afterEach(() => replica().close());

test('a person is asked whether another record is theirs: they say no at once, or go on to the proof', async () => {
  const hub = smallHub();
  const told = { jobTitle: 'Teacher of maths', memberFrom: '2025-09-01', email: 'b…@elm.example' };
  const asked = [{ record: 'moved', name: 'B Okafor', places: ['Elm School'], kept: 'ben', joined: 'moved', asker: 'Root Admin', ...told }];
  await startReplica(answering(hub.transport, { '/api/joining': { asked } })).refresh();
  const row = {
    status: 'asked',
    kept: 'ben',
    joined: 'moved',
    askedBy: 'asha',
    askedOf: ['ben', 'moved'],
    since: null,
    bothAddresses: true,
  };
  render(() => (
    <MemoryRouter>
      <Route path="/" component={() => <JoiningAsked of={[row as unknown as JoiningRow]} />} />
    </MemoryRouter>
  ));
  const heading = await screen.findByRole('heading');
  expect(heading.textContent).toMatch(/Is another record, in the name of .*B Okafor.*, yours too\?/);
  for (const apart of [/at Elm School/, /Teacher of maths/, /member from 1 September 2025/, /b…@elm\.example/])
    expect(screen.getByText(apart)).toBeTruthy();
  // Named as in the email, though this reader has no row of who asks.
  expect(screen.getByText(/^Root Admin thinks that you may have two records here\. .* You cannot undo this/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Join records' }).getAttribute('href')).toBe('/privacy/records');
  fireEvent.click(screen.getByRole('button', { name: 'Keep them apart' }));
  await waitFor(() =>
    expect(hub.commands().map(({ type, data }) => [type, data])).toEqual([['DeclineJoining', { record: 'ben', other: 'moved' }]]),
  );
});
