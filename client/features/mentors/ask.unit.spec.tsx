import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { ToastRegion } from '../../ui/index.js';
import { suggested, suggestions } from '../find/examples.js';
import { settled } from '../profile/examples.js';
import Ask from './ask.screen.js';

const NOT_SENT = { code: 'REQUEST.MENTOR_FULL', message: 'Asha is full.' };

async function open(hub: SmallHub, at = '/mentors/asha/ask', answer = suggestions(), asha = suggested('asha', 'Asha Rahman')) {
  hub.put('profile', 'ben', settled);
  await startReplica(answering(hub.transport, { '/api/suggestions': answer, '/api/suggestions/asha': asha })).refresh();
  const history = createMemoryHistory();
  history.set({ value: at });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/mentors/:person/ask" component={Ask} />
      <Route path="*" component={() => <h1>Elsewhere</h1>} />
    </MemoryRouter>
  ));
  return history;
}
const note = () => screen.findByLabelText<HTMLTextAreaElement>('Your note');
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Ask Asha' }));

// A place without a layout cannot scroll, and says so at every navigation.
beforeAll(() => void (window.scrollTo = () => undefined));
afterEach(() => replica().close());

describe('asking for mentoring', () => {
  test('everything is filled in: one press sends the note, the aims and the times, and leads to the requests', async () => {
    const hub = smallHub();
    const history = await open(hub);
    expect((await note()).value).toMatch(/^I work as a teacher of mathematics/);
    send();
    await waitFor(() => expect(history.get()).toBe('/requests'));
    expect(hub.commands()).toHaveLength(1);
    expect(hub.commands()[0]).toMatchObject({
      type: 'RequestMentoring',
      data: {
        mentor: 'asha',
        mentee: 'ben',
        aims: settled.aims.map(({ tag }) => tag),
        times: suggested('asha', 'Asha').times,
        reserves: [],
      },
    });
  });

  test('says all that the mentor can see of whoever asks, and the length of the times in the note', async () => {
    await open(smallHub());
    expect((await note()).value).toContain('about 45 minutes');
    expect(screen.getAllByLabelText(/45 minutes/)).toHaveLength(2);
    const said = document.body.textContent ?? '';
    for (const seen of [
      'name and job',
      'note',
      'focus areas',
      'times',
      'target levels',
      'work',
      'school',
      'availability',
      'ways of working',
    ])
      expect([seen, said.slice(said.indexOf('Asha can see'), said.indexOf('ways of working') + 20).includes(seen)]).toEqual([seen, true]);
  });

  test('says in how many school days the mentor’s own school has them reply', async () => {
    await open(smallHub(), undefined, undefined, { ...suggested('asha', 'Asha Rahman'), answerDays: 1 });
    await waitFor(() => expect(document.body.textContent).toMatch(/Asha has one school day to say yes/));
  });

  test('the time that was chosen in the letter is the one that is offered, and reserves keep their order', async () => {
    const hub = smallHub();
    await open(hub, `/mentors/asha/ask?time=${encodeURIComponent('2026-03-17T15:40:00.000Z')}`);
    await note();
    fireEvent.change(screen.getByLabelText(/who should we ask next/), { target: { value: 'frances' } });
    fireEvent.change(screen.getByLabelText(/Who should we ask after that/), { target: { value: 'tariq' } });
    send();
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    expect(hub.commands()[0]?.data).toMatchObject({
      times: [{ startsAt: '2026-03-17T15:40:00.000Z', minutes: 45 }],
      reserves: ['frances', 'tariq'],
    });
  });

  test('a refusal is said near the button, and what was typed stays', async () => {
    const hub = smallHub(() => NOT_SENT);
    await open(hub);
    fireEvent.input(await note(), { target: { value: 'My own words.' } });
    send();
    expect((await screen.findByRole('alert')).textContent).toContain(NOT_SENT.message);
    expect((await note()).value).toBe('My own words.');
  });

  test('whoever undoes it finds what they wrote and chose, and not the ready-made text', async () => {
    const hub = smallHub();
    const history = await open(hub);
    render(() => <ToastRegion />);
    fireEvent.input(await note(), { target: { value: 'My own words.' } });
    fireEvent.change(screen.getByLabelText(/who should we ask next/), { target: { value: 'frances' } });
    send();
    await screen.findByRole('heading', { name: 'Elsewhere' });
    // Toasts of earlier specs stay a while.
    const undo = (await screen.findAllByRole('button', { name: 'Undo' })).at(-1);
    if (undo) fireEvent.click(undo);
    await waitFor(() => expect(hub.commands().map(({ type }) => type)).toEqual(['RequestMentoring', 'WithdrawRequest']));
    expect(await screen.findByText(/^You withdrew your request to .*What you wrote is kept/)).toBeTruthy();
    history.set({ value: '/mentors/asha/ask' });
    expect((await note()).value).toBe('My own words.');
    expect(screen.getByLabelText<HTMLSelectElement>(/who should we ask next/).value).toBe('frances');
  });

  test('an answer that comes when somebody is elsewhere does not pull them away: it is said, with the way there', async () => {
    const hub = smallHub();
    const history = await open(hub);
    render(() => <ToastRegion />);
    await note();
    hub.hold();
    send();
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    history.set({ value: '/elsewhere' });
    expect(await screen.findByRole('heading', { name: 'Elsewhere' })).toBeTruthy();
    hub.release();
    const way = await screen.findByRole('button', { name: 'See your requests' });
    expect(history.get()).toBe('/elsewhere');
    fireEvent.click(way);
    await waitFor(() => expect(history.get()).toBe('/requests'));
  });

  test('what was typed is there again for whoever leaves and comes back, until it is sent', async () => {
    const hub = smallHub();
    const history = await open(hub);
    const drafted = (await note()).value;
    fireEvent.input(await note(), { target: { value: 'My own words.' } });
    history.set({ value: '/elsewhere' });
    await screen.findByRole('heading', { name: 'Elsewhere' });
    history.set({ value: '/mentors/asha/ask' });
    expect((await note()).value).toBe('My own words.');
    send();
    await waitFor(() => expect(history.get()).toBe('/requests'));
    expect(hub.commands()[0]?.data).toMatchObject({ note: 'My own words.' });
    history.set({ value: '/mentors/asha/ask' });
    expect((await note()).value).toBe(drafted);
  });

  test('undo takes the very request back', async () => {
    const hub = smallHub();
    const history = await open(hub);
    await note();
    send();
    await waitFor(() => expect(history.get()).toBe('/requests'));
    render(() => <ToastRegion />);
    const undo = screen.getAllByRole('button', { name: 'Undo' }).at(-1);
    if (undo) fireEvent.click(undo);
    await waitFor(() => expect(hub.commands()).toHaveLength(2));
    const [asked, withdrawn] = hub.commands();
    const sent = asked?.data as { request: string } | undefined;
    expect(withdrawn).toMatchObject({
      type: 'WithdrawRequest',
      data: { mentor: 'asha', request: sent?.request },
    });
  });

  test('with no request left there is no form, and the way to the open ones', async () => {
    const hub = smallHub();
    await open(hub, '/mentors/asha/ask', suggestions({ requestsLeft: 0 }));
    expect(await screen.findByText('You have 3 open requests')).toBeTruthy();
    expect(screen.queryByLabelText('Your note')).toBeNull();
  });
});
