import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { replica, startReplica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { settled } from '../../features/profile/examples.js';
import ProfileScreen from '../../features/profile/profile.screen.js';
import { EraseMe } from '../../features/privacy/erase-me.js';
import { requestOf } from '../../features/requests/examples.js';

const OFFER = { careerStages: [], note: '' };
const person = (id: string, name: string) => ({
  person: id,
  name,
  called: name.split(' ')[0],
  jobTitle: '',
  institutions: [],
  erased: false,
});

async function open(hub: SmallHub, at: string) {
  hub.put('profile', 'asha', { ...settled, person: 'asha', name: 'Asha Rahman', called: 'Asha', offer: OFFER, places: 3 });
  for (const [id, name] of [
    ['asha', 'Asha Rahman'],
    ['ines', 'Ines Moreau'],
    ['ben', 'Ben Okafor'],
  ] as const)
    hub.put('person', id, person(id, name));
  await startReplica(hub.transport).signInAs('asha');
  const history = createMemoryHistory();
  history.set({ value: at });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/profile" component={ProfileScreen} />
      <Route path="/privacy" component={() => <EraseMe name="Asha Rahman" />} />
    </MemoryRouter>
  ));
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const asked = { request: 'r1', mentee: 'ines', askedAt: '2026-03-03T09:00:00.000Z', answerBy: '2026-03-13' };
const said = () => document.body.textContent?.replaceAll(/[\u2068\u2069]/g, '') ?? '';

afterEach(() => replica().close());

describe('what closes requests for a mentor says so first', () => {
  const ways = {
    'pausing new requests': async (hub: SmallHub) => {
      await open(hub, '/profile?section=mentoring');
      return 'When you pause';
    },
    'stopping to offer mentoring': async (hub: SmallHub) => {
      await open(hub, '/profile');
      await press('Stop offering mentoring');
      return 'When you stop';
    },
    'taking the offer back': async (hub: SmallHub) => {
      await open(hub, '/profile?section=help');
      fireEvent.click(await screen.findByRole('checkbox', { name: /^I offer mentoring/ }));
      return 'When you save this';
    },
    'deleting the account': async (hub: SmallHub) => {
      await open(hub, '/privacy');
      await press('Delete my account');
      return 'When you delete your account';
    },
  };

  for (const [way, go] of Object.entries(ways))
    test(`${way}: who waits, since when and until when, what they are told, and the way to reply first`, async () => {
      const hub = smallHub();
      hub.put('request', 'r1', requestOf(asked));
      const doing = await go(hub);
      const reply = await screen.findByRole('link', { name: /Reply to .*Ines.* first/ });
      expect(reply.getAttribute('href')).toBe('/requests');
      expect(said()).toMatch(/Ines Moreau asked you on Tuesday 3 March.*You have until Friday 13 March.* to reply\./);
      expect(said()).toContain(`${doing}, we close this request straight away.`);
      expect(said()).toContain(
        way === 'deleting the account' ? 'can no longer be answered' : 'Asha is not taking new mentees at the moment',
      );
      expect(said()).toContain('If they chose another mentor too, we ask that mentor.');
    });

  test('each of several is named, also one who owes an answer', async () => {
    const hub = smallHub();
    hub.put('request', 'r1', requestOf(asked));
    hub.put('request', 'r2', requestOf({ request: 'r2', mentee: 'ben', actsNext: 'mentee', answerBy: '2026-03-20' }));
    hub.put('request', 'r3', requestOf({ request: 'r3', mentee: 'ben', status: 'declined' }));
    await open(hub, '/profile?section=mentoring');
    expect(await screen.findByText('2 requests are waiting for you')).toBeTruthy();
    await waitFor(() => expect(said()).toMatch(/Ben Okafor asked you .*They have until Friday 20 March.* to reply to your question\./));
    expect(await screen.findByRole('link', { name: 'Reply to them first' })).toBeTruthy();
  });

  test('where nobody waits, nothing is said of requests', async () => {
    await open(smallHub(), '/profile?section=mentoring');
    await screen.findByText('For how long');
    expect(said()).not.toContain('we close');
  });
});
