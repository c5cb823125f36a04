import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { suggestions } from './examples.js';
import Find from './find.screen.js';
import type { SuggestionsAnswer } from './suggestions.js';

async function open(answer: SuggestionsAnswer, at = '/find') {
  const transport = answering(smallHub().transport, { '/api/suggestions': answer });
  await startReplica(transport).refresh();
  const history = createMemoryHistory();
  history.set({ value: at });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/find" component={Find} />
    </MemoryRouter>
  ));
  return { transport, history };
}

afterEach(() => replica().close());

describe('finding a mentor', () => {
  test('the first is a letter with one thing to do; the others open into theirs', async () => {
    await open(suggestions());
    expect(await screen.findByRole('heading', { name: 'You and Asha Rahman' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ask Asha' }).getAttribute('href')).toBe('/mentors/asha/ask');
    expect(screen.getByText('2 of 3 requests left')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Why Tariq?' }));
    expect(screen.getByRole('heading', { name: 'You and Tariq Banerjee' })).toBeTruthy();
    expect(document.activeElement?.querySelector('h2')?.textContent).toBe('You and Tariq Banerjee');
    expect(screen.getByRole('button', { name: 'Why Asha?' })).toBeTruthy();
  });

  test('a time chosen in the letter goes along to the request', async () => {
    await open(suggestions());
    fireEvent.click(await screen.findByLabelText('Tue 17 March, 3.40'));
    expect(screen.getByRole('link', { name: 'Ask Asha' }).getAttribute('href')).toBe('/mentors/asha/ask?time=2026-03-17T15%3A40%3A00.000Z');
  });

  test('a slider asks again under its weight and stands in the address', async () => {
    const { transport, history } = await open(suggestions());
    fireEvent.input(await screen.findByLabelText('Close to my school'), { target: { value: '80' } });
    await waitFor(() => expect(transport.asked.at(-1)).toBe('/api/suggestions?proximity=0.32'));
    expect(history.get()).toBe('/find?proximity=80');
    fireEvent.click(screen.getByRole('button', { name: 'Put them back as they were' }));
    await waitFor(() => expect(history.get()).toBe('/find'));
  });

  test('with no request left nobody can be asked, and the reason is said', async () => {
    await open(suggestions({ requestsLeft: 0 }));
    expect(await screen.findByText('You have 3 open requests')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Ask Asha' })).toBeNull();
  });

  test('what is missing is one hint with the way to it; nobody at all is a state of its own', async () => {
    await open(suggestions({ people: [], missing: ['aims', 'availability'] }));
    expect((await screen.findByRole('link', { name: 'Choose what to work on' })).getAttribute('href')).toBe('/profile?section=aims');
    expect(screen.getByText('Nobody fits just now')).toBeTruthy();
    expect(screen.queryByText('Say when you are free')).toBeNull();
  });
});
