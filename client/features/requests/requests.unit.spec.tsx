import { fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { settle, smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { settled } from '../profile/examples.js';
import { requestOf } from './examples.js';
import Requests from './requests.screen.js';

const [TUESDAY, THURSDAY] = [
  { startsAt: '2099-11-17T15:40:00.000Z', minutes: 40 },
  { startsAt: '2099-11-19T08:00:00.000Z', minutes: 40 },
];
const WAYS = { frequency: 'fortnightly', minutes: 40, format: 'online' };

async function open(hub: SmallHub, person: string, request = requestOf(), times: readonly object[] = [], at = '/') {
  const history = createMemoryHistory();
  history.set({ value: at });
  hub.put('person', 'ben', { person: 'ben', name: 'Ben Okafor', called: 'Ben', jobTitle: '', institutions: [], erased: false });
  hub.put('person', 'asha', { person: 'asha', name: 'Asha Rahman', called: 'Asha', jobTitle: '', institutions: [], erased: false });
  hub.put('request', request.request, request);
  const reasons = [{ about: 'expertise', kind: 'for', text: 'Ben wants to work on what you offer.' }];
  await startReplica(answering(hub.transport, { '/api/requests/r1/reasons': { reasons, times, ways: WAYS, wish: 'weekly' } })).signInAs(
    person,
  );
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/" component={Requests} />
      <Route path="/mentorships/:id" component={() => <h1>The mentorship</h1>} />
    </MemoryRouter>
  ));
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const sent = (hub: SmallHub) => hub.commands().map(({ type, data }) => ({ type, data }));

afterEach(() => replica().close());

describe('requests, for the mentor', () => {
  test('nothing can be pressed before it says to whom and at what time', async () => {
    const hub = smallHub();
    await open(hub, 'asha', requestOf({ times: [TUESDAY] }), [TUESDAY]);
    await screen.findByRole('button', { name: /^Say yes and meet on/ });
    hub.hold();
    hub.put('request', 'r2', requestOf({ request: 'r2', mentee: 'noor' }));
    expect(await screen.findByText('Loading your choices')).toBeTruthy();
    await settle();
    expect(screen.getAllByRole('button', { name: /^Say yes/ }).map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Say yes and meet on/),
    ]);
  });

  test('the one that an email leads to comes first', async () => {
    const hub = smallHub();
    hub.put('person', 'noor', { person: 'noor', name: 'Noor Ali', called: 'Noor', jobTitle: '', institutions: [], erased: false });
    hub.put('request', 'r2', requestOf({ request: 'r2', mentee: 'noor', answerBy: '2099-12-20' }));
    await open(hub, 'asha', requestOf(), [], '/?request=r2');
    await screen.findByRole('button', { name: 'Say yes to Ben' });
    const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(titles.slice(0, 2)).toEqual(['Noor Ali has asked you to be their mentor', 'Ben Okafor has asked you to be their mentor']);
  });

  test('yes takes one press', async () => {
    const hub = smallHub();
    await open(hub, 'asha');
    expect(await screen.findByText('Ben wants to work on what you offer.')).toBeTruthy();
    await press('Say yes to Ben');
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'AcceptRequest', data: { mentor: 'asha', request: 'r1' } }]));
  });

  test('yes with a time that both can make is one press, and leads to the mentorship', async () => {
    const hub = smallHub();
    await open(hub, 'asha', requestOf({ times: [TUESDAY, THURSDAY] }), [TUESDAY, THURSDAY]);
    hub.put('caseload', 'asha', { mentor: 'asha', places: 2, taken: 1, open: 1 });
    const asked = await screen.findByText(/^To begin with, about 40 minutes every fortnight, online\./);
    expect(asked.textContent).toContain('Ben would like to meet every week, which is more often than you offer. You have space');
    fireEvent.click(await screen.findByLabelText(/^Thu 19 November, 8am$/));
    fireEvent.click(await screen.findByRole('button', { name: /^Say yes and meet on Thursday 19 November/ }));
    expect(await screen.findByRole('heading', { name: 'The mentorship' })).toBeTruthy();
    const first = { time: THURSDAY, format: 'online', meeting: expect.any(String) };
    expect(sent(hub)).toMatchObject([{ type: 'AcceptRequest', data: { mentor: 'asha', request: 'r1', first } }]);
  });

  test('yes may leave the time for later', async () => {
    const hub = smallHub();
    await open(hub, 'asha', requestOf({ times: [TUESDAY] }), [TUESDAY]);
    fireEvent.click(await screen.findByLabelText('Choose later'));
    await press('Say yes to Ben');
    await waitFor(() => expect(sent(hub)).toHaveLength(1));
    expect(sent(hub)[0]?.data).not.toHaveProperty('first');
  });

  test('a time that is taken by now is said beside the times, and the request stays', async () => {
    const message = 'One of you has another meeting at that time. Choose another one.';
    const hub = smallHub(() => ({ code: 'MEETING.CLASH', message, field: 'first' }));
    await open(hub, 'asha', requestOf({ times: [TUESDAY, THURSDAY] }), [TUESDAY, THURSDAY]);
    fireEvent.click(await screen.findByRole('button', { name: /^Say yes and meet/ }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByRole('group', { name: /You and Ben can both make these times/ })).toBeTruthy();
  });

  test('offered times that have all passed are said to have, and yes needs none', async () => {
    await open(smallHub(), 'asha', requestOf({ times: [TUESDAY] }));
    expect(await screen.findByText(/^The times Ben suggested have passed or are taken/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Say yes to Ben' })).toBeTruthy();
  });

  test('a mentor who is full has no yes to be refused: she can offer more space, say no or ask', async () => {
    const hub = smallHub();
    hub.put('caseload', 'asha', { mentor: 'asha', places: 2, taken: 2, open: 1 });
    await open(hub, 'asha', requestOf({ times: [TUESDAY] }), [TUESDAY]);
    expect((await screen.findByRole('link', { name: 'Offer more space' })).getAttribute('href')).toBe('/profile?section=mentoring');
    expect(screen.getByText(/You are full\.$/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Say yes/ })).toBeNull();
    expect(screen.queryByRole('group', { name: /can both make/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Not this time' })).toBeTruthy();
    await press('Ask a question first');
    await press('Cancel');
    expect(document.activeElement?.textContent).toBe('Ask a question first');
  });

  test('not this time takes two, and a reason is welcome but not asked for', async () => {
    const hub = smallHub();
    await open(hub, 'asha');
    await press('Not this time');
    await press('Decline request');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'DeclineRequest', data: { mentor: 'asha', request: 'r1', reason: '' } }]));
  });

  test('a question needs words, and what was typed stays when it is refused', async () => {
    const hub = smallHub(() => ({ code: 'REQUEST.NOT_OPEN', message: 'This request is no longer open.' }));
    await open(hub, 'asha');
    await press('Ask a question first');
    await press('Send question');
    expect(await screen.findByText('Enter a message.')).toBeTruthy();
    expect(sent(hub)).toEqual([]);
    fireEvent.input(await screen.findByLabelText('Your question to Ben'), { target: { value: 'Which class?' } });
    await press('Send question');
    expect((await screen.findByRole('alert')).textContent).toContain('This request is no longer open.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Your question to Ben').value).toBe('Which class?');
  });

  test('Cancel at the reason leads back to the button that led there', async () => {
    const hub = smallHub();
    await open(hub, 'asha');
    await press('Not this time');
    await press('Cancel');
    expect(document.activeElement?.textContent).toBe('Not this time');
  });
});

describe('requests, for a mentor who has paused them', () => {
  test('says so instead of waiting for requests, and can resume', async () => {
    const hub = smallHub();
    const offer = { careerStages: [], note: '' };
    hub.put('profile', 'asha', { ...settled, person: 'asha', name: 'Asha Rahman', called: 'Asha', offer, paused: { until: '2100-01-13' } });
    hub.put('caseload', 'asha', { mentor: 'asha', places: 3, taken: 0, open: 0 });
    await open(hub, 'asha', requestOf({ status: 'declined' }));
    await screen.findByRole('heading', { name: 'No requests to reply to' });
    const said = document.body.textContent ?? '';
    expect(said.match(/New requests are paused until Wednesday 13 January 2100/g)).toHaveLength(2);
    expect(said).not.toContain('When a mentee asks you');
    fireEvent.click(screen.getAllByRole('button', { name: 'Resume new requests' })[0] as HTMLElement);
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'ResumeMentoring', data: { person: 'asha' } }]));
  });
});

describe('requests, for the mentee', () => {
  test('waiting says who acts next and by when, and more time can be given once', async () => {
    const hub = smallHub();
    await open(hub, 'ben');
    expect(await screen.findByText('Waiting for Asha to reply')).toBeTruthy();
    await press('Give Asha more time');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'ExtendRequest', data: { mentor: 'asha', request: 'r1' } }]));
    hub.put('request', 'r1', requestOf({ extended: true }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Give Asha more time' })).toBeNull());
  });

  test('until when the mentor has time is not said as a day to reply by', async () => {
    await open(smallHub(), 'ben', requestOf({ answerBy: '2099-11-20' }));
    await screen.findByRole('heading', { name: 'Waiting for Asha to reply' });
    expect(screen.getByText(/^Asha has until /)).toBeTruthy();
    expect(screen.queryByText(/Reply by/)).toBeNull();
  });

  test('a question from the mentor is answered here', async () => {
    const hub = smallHub();
    const messages = [{ from: 'asha', text: 'Which class?', at: '2026-03-07T09:00:00.000Z' }];
    await open(hub, 'ben', requestOf({ actsNext: 'mentee', messages }));
    expect(await screen.findByText('Which class?')).toBeTruthy();
    await press('Reply to Asha');
    fireEvent.input(screen.getByLabelText('Your reply to Asha'), { target: { value: 'Year 9.' } });
    await press('Send reply');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'DiscussRequest', data: { mentor: 'asha', request: 'r1', text: 'Year 9.' } }]));
  });

  test('the message of a no is where the link to it leads, first, with the way to another mentor', async () => {
    const hub = smallHub();
    const earlier = { status: 'lapsed', actsNext: 'nobody', closedAt: '2026-03-09T09:00:00.000Z' };
    hub.put('request', 'r0', requestOf({ ...earlier, request: 'r0' }));
    const no = requestOf({ status: 'declined', actsNext: 'nobody', reason: 'My week is full. Ask Tariq.' });
    await open(hub, 'ben', no, [], '/?request=r1');
    const opened = within(await screen.findByRole('region', { name: 'The request you opened' }));
    expect(await opened.findByText(/could not mentor you this time/)).toBeTruthy();
    expect(opened.getByText('“My week is full. Ask Tariq.”')).toBeTruthy();
    expect(await opened.findByRole('link', { name: /^Find another mentor/ })).toBeTruthy();
    expect(screen.getAllByText('“My week is full. Ask Tariq.”')).toHaveLength(1);
    expect(within(screen.getByRole('region', { name: 'Earlier' })).getByText(/expired/)).toBeTruthy();
  });

  test('an old link says what became of its request, and of one that is not there that it is not', async () => {
    await open(smallHub(), 'ben', requestOf({ status: 'withdrawn', actsNext: 'nobody' }), [], '/?request=r1');
    const opened = within(await screen.findByRole('region', { name: 'The request you opened' }));
    expect(await opened.findByText(/^You withdrew your request to/)).toBeTruthy();
    expect(screen.queryByText('We could not find the request you opened')).toBeNull();
    replica().close();
    document.body.replaceChildren();
    await open(smallHub(), 'ben', requestOf(), [], '/?request=elsewhere');
    expect(await screen.findByText('We could not find the request you opened')).toBeTruthy();
  });

  test('nothing open is a state of its own', async () => {
    const hub = smallHub();
    await open(hub, 'ben', requestOf({ status: 'declined', actsNext: 'nobody', reason: 'My week is full.' }));
    expect(await screen.findByText('You have no open requests')).toBeTruthy();
    expect(screen.getByText('“My week is full.”')).toBeTruthy();
  });
});
