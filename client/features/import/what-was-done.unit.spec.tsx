import { MemoryRouter, Route } from '@solidjs/router';
import { render, screen, waitFor } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { ImportProgress } from './import-answers.js';
import { preview } from './testing.js';
import { WhatWasDone } from './what-was-done.js';

afterEach(() => replica().close());

const said = () => document.body.textContent ?? '';

test('who is added again since is a member, and no more said to have left', async () => {
  const hub = smallHub();
  const member = (left: string | null) => ({ institution: 'elm', person: 'ben', from: '2025-09-01', left, roles: [] });
  hub.put('member', 'elm:ben', member('2026-09-07'));
  await startReplica(hub.transport).refresh();
  const of: ImportProgress = { ...preview, gone: 1 };
  const done = () => <WhatWasDone of={of} did={{ gone: [{ person: 'ben', name: 'Ben Hughes' }] }} at="elm" where="Elm School" />;
  render(() => (
    <MemoryRouter>
      <Route path="/" component={done} />
    </MemoryRouter>
  ));
  expect(await screen.findByRole('heading', { name: 'Removed by mistake?' })).toBeTruthy();
  expect(said()).toContain('One person left Elm School: Ben Hughes.');
  hub.put('member', 'elm:ben', member(null));
  await waitFor(() => expect(said()).toContain('One person left and is a member of Elm School again: Ben Hughes.'));
  expect(said()).not.toContain('One person left Elm School');
  expect(screen.queryByRole('heading', { name: 'Removed by mistake?' })).toBeNull();
});

test.each([
  [['Di Fen'], 'Your list says that Di Fen left. They are still a member of Elm School, because you did not tick them.'],
  [
    ['Di Fen', 'Ed Gil'],
    'Your list says that Di Fen and Ed Gil left. They are still members of Elm School, because you did not tick them.',
  ],
])('leavers who were not chosen are said to be members still: %j', async (stayed, words) => {
  await startReplica(smallHub().transport).refresh();
  const did = { stayed, stayedTotal: stayed.length };
  render(() => (
    <MemoryRouter>
      <Route path="/" component={() => <WhatWasDone of={preview} did={did} at="elm" where="Elm School" />} />
    </MemoryRouter>
  ));
  expect(await screen.findByText(words)).toBeTruthy();
});
