import { createSignal, Show } from 'solid-js';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { dispatch, replica, startReplica } from '../replica/index.js';
import { REQUESTED } from '../replica/testing/replica.fixture.js';
import { smallHub } from '../replica/testing/small-hub.js';
import Refusals from './refusals.js';

describe('what was refused while nobody was looking', () => {
  afterEach(() => replica().close());

  async function open() {
    const hub = smallHub(() => ({ code: 'REQUEST.MENTOR_FULL', message: 'Asha has no place left.' }));
    hub.put('person', 'asha', { person: 'asha', name: 'Asha Rahman', called: 'Asha' });
    await startReplica(hub.transport).refresh();
    await dispatch('RequestMentoring', { ...REQUESTED, note: 'I would like\nto learn.' }).answer;
    await dispatch('FinishAction', { meeting: 'm', action: 'a' }).answer;
    // The dialog puts the page back where it was scrolled to, which a page without a layout cannot.
    window.scrollTo = () => undefined;
    const [shown, setShown] = createSignal(true);
    render(() => (
      <Show when={shown()}>
        <Refusals open onClose={() => setShown(false)} />
      </Show>
    ));
    return { shown };
  }

  test('says what it was, why, and what was typed', async () => {
    await open();
    expect(await screen.findByText('Your request to Asha')).toBeTruthy();
    expect(screen.getAllByText('Asha has no place left.')).toHaveLength(2);
    expect(screen.getByText(/I would like\s+to learn\./).textContent).toBe('I would like\nto learn.');
    expect(screen.getByText('An action that you marked as done')).toBeTruthy();
  });

  test('gives back what was typed with one press', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => copied.push(text) } });
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Copy what you wrote' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(copied).toEqual(['I would like\nto learn.']);
  });

  test('stays until all of it is put away', async () => {
    const { shown } = await open();
    const [first] = screen.getAllByRole('button', { name: 'Dismiss' });
    fireEvent.click(first as HTMLElement);
    expect([shown(), screen.queryByText('Your request to Asha')]).toEqual([true, null]);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(shown()).toBe(false));
  });
});
