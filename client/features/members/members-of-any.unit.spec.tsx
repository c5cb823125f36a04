import { fireEvent, screen } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { Transport } from '../../replica/transport.js';
import { openScreen, seed } from '../../shared/testing.js';
import Members from './members.screen.js';

afterEach(() => replica().close());

test('an administrator of the hub alone finds the members of any of its schools', async () => {
  const hub = smallHub();
  seed(hub, [
    ['institution', 'elm', { institution: 'elm', trust: null, details: { name: 'Elm School', kind: 'school', nation: 'england' } }],
  ]);
  const hit = { institution: 'elm', name: 'Elm School', kind: 'school', nation: 'england', town: '', trustName: '', closed: null };
  const memberships = [{ institution: 'hub', trust: null, roles: ['administrator'] }];
  const { ask } = hub.transport;
  const asked: Transport['ask'] = async (one) => {
    if (one.path === '/api/session')
      return { status: 200, body: { person: 'ada-9', name: 'Ada', memberships, roles: ['administrator'], demo: false } };
    return one.path.startsWith('/api/institutions?') ? { status: 200, body: { hits: [hit], total: 1 } } : ask(one);
  };
  await openScreen({ ...hub, transport: { ...hub.transport, ask: asked } }, () => <Members />, '/members', '/members');
  expect(await screen.findByRole('heading', { name: 'Members of this hub' })).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: 'Find another school or trust' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Choose Elm School' }));
  expect(await screen.findByRole('heading', { name: 'Members of Elm School' })).toBeTruthy();
});
