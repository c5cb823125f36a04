import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { MemoryRouter, Route } from '@solidjs/router';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import Requests from './requests.screen.js';

const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const offer = {
  ...{ helpOffer: 'o1', mentor: 'asha', mentee: 'ben', status: 'open', note: 'Glad to help with routines.', aims: [ROUTINES] },
  ...{ answerBy: '2099-03-13', offeredAt: '2026-03-06T09:00:00.000Z', closedAt: null, because: null, mentorship: null },
};
const why = { reasons: [{ about: 'context', kind: 'for', text: 'You both teach mathematics.' }], times: [] };

async function open(hub: SmallHub, person: string, change: object = {}) {
  for (const [id, name] of [
    ['ben', 'Ben Okafor'],
    ['asha', 'Asha Rahman'],
  ] as const)
    hub.put('person', id, { person: id, name, called: name.split(' ')[0], jobTitle: '', institutions: [], erased: false });
  hub.put('help-offer', 'o1', { ...offer, ...change });
  await startReplica(answering(hub.transport, { '/api/suggestions/asha': why })).signInAs(person);
  render(() => (
    <MemoryRouter>
      <Route path="/" component={Requests} />
      <Route path="/mentorships/:id" component={() => <h1>The mentorship</h1>} />
    </MemoryRouter>
  ));
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));

afterEach(() => replica().close());

describe('an offer of help, for the mentee', () => {
  test('says who offers, in whose words, with what, and why the two', async () => {
    await open(smallHub(), 'ben');
    await screen.findByRole('heading', { level: 2, name: 'Asha Rahman has offered to help you' });
    expect(screen.getByText('Glad to help with routines.')).toBeTruthy();
    expect(screen.getByText('Classroom routines and expectations')).toBeTruthy();
    expect(await screen.findByText('You both teach mathematics.')).toBeTruthy();
    expect(screen.queryByText('You have no open requests')).toBeNull();
  });

  test('yes takes one press, with new ids, and leads to the mentorship', async () => {
    const hub = smallHub();
    await open(hub, 'ben');
    await press('Yes, ask Asha');
    expect(await screen.findByRole('heading', { name: 'The mentorship' })).toBeTruthy();
    const [yes] = hub.commands();
    expect(yes).toMatchObject({ type: 'AcceptOffer', data: { mentor: 'asha', helpOffer: 'o1' } });
    const ids = Object.values((yes as { data: object }).data);
    expect(new Set(ids).size).toBe(4);
  });

  test('no takes one press, and asks for no reason', async () => {
    const hub = smallHub();
    await open(hub, 'ben');
    await press('No, thank you');
    await waitFor(() =>
      expect(hub.commands().map(({ type, data }) => ({ type, data }))).toEqual([
        { type: 'DeclineOffer', data: { mentor: 'asha', helpOffer: 'o1' } },
      ]),
    );
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('that ended says so without blame', async () => {
    await open(smallHub(), 'ben', { status: 'withdrawn', because: 'no-space', closedAt: '2026-03-09T09:00:00.000Z' });
    expect(await screen.findByText('Asha had no space for a new mentee')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Yes/ })).toBeNull();
  });
});

describe('an offer of help, for the mentor', () => {
  test('waits for its reply, and can be withdrawn', async () => {
    const hub = smallHub();
    await open(hub, 'asha');
    await press(/^Withdraw offer/);
    await waitFor(() => expect(hub.commands()[0]).toMatchObject({ type: 'WithdrawOffer', data: { mentor: 'asha', helpOffer: 'o1' } }));
  });

  test('that was declined reads as “not this time”', async () => {
    await open(smallHub(), 'asha', { status: 'declined', closedAt: '2026-03-09T09:00:00.000Z' });
    expect(await screen.findByText('Not this time for Ben')).toBeTruthy();
  });
});
