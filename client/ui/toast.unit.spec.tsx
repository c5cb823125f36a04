import { jest } from '@jest/globals';
import { fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { Dialog } from './dialog.js';
import { clearToasts, say, sayRefused, ToastRegion } from './toast.js';

const LONG_MS = 60_000;
const open = () =>
  render(() => (
    <>
      <main id="content">
        <button>Done</button>
      </main>
      <ToastRegion />
    </>
  ));
const button = (name: string) => screen.getByRole('button', { name });
const putAway = (at = 0) => screen.getAllByRole('button', { name: 'Dismiss' })[at] as HTMLElement;

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
});
afterEach(() => {
  clearToasts();
  jest.useRealTimers();
});

describe('what is said in passing', () => {
  test('stays while somebody has the focus in it, and a little longer', async () => {
    open();
    say('Done.', { label: 'Undo', onPress: () => undefined });
    button('Undo').focus();
    await jest.advanceTimersByTimeAsync(LONG_MS);
    expect(screen.queryByText('Done.')).toBeTruthy();
    button('Done').focus();
    await jest.advanceTimersByTimeAsync(1_500);
    expect(screen.queryByText('Done.')).toBeTruthy();
    await jest.advanceTimersByTimeAsync(LONG_MS);
    expect(screen.queryByText('Done.')).toBeNull();
  });

  test('stays while somebody points at it', async () => {
    open();
    say('Saved.');
    const list = screen.getByRole('list');
    fireEvent.pointerEnter(list);
    await jest.advanceTimersByTimeAsync(LONG_MS);
    expect(screen.queryByText('Saved.')).toBeTruthy();
    fireEvent.pointerLeave(list);
    await jest.advanceTimersByTimeAsync(LONG_MS);
    expect(screen.queryByText('Saved.')).toBeNull();
  });

  test('gives the focus back to where it came from when it is put away', () => {
    open();
    sayRefused('That was answered.');
    button('Done').focus();
    putAway().focus();
    fireEvent.click(putAway());
    expect(document.activeElement).toBe(button('Done'));
  });

  test('gives it to the page where that is gone, and lets an action keep what it took', () => {
    open();
    say('Withdrawn.', { label: 'Undo', onPress: () => button('Done').focus() });
    button('Undo').focus();
    fireEvent.click(button('Undo'));
    expect(document.activeElement).toBe(button('Done'));
    sayRefused('That was answered.');
    putAway().focus();
    button('Done').remove();
    fireEvent.click(putAway());
    expect(document.activeElement).toBe(document.getElementById('content'));
  });

  test('goes all at once, refusals too, when whoever it was meant for has left', () => {
    open();
    say('Asha has been asked.');
    sayRefused('That was answered.');
    clearToasts();
    expect(screen.queryAllByRole('listitem')).toEqual([]);
  });

  test('is heard and can be answered while a dialog is open, which stays open', async () => {
    const onClose = jest.fn();
    const undo = jest.fn();
    const [asked, setAsked] = createSignal(false);
    open();
    render(() => (
      <Dialog open={asked()} onClose={onClose} title="Pause mentorship">
        <button>Pause</button>
      </Dialog>
    ));
    setAsked(true);
    await jest.advanceTimersByTimeAsync(10);
    say('Withdrawn.', { label: 'Undo', onPress: undo });
    const region = screen.getByText('Withdrawn.').closest('[role=status]');
    expect(region?.closest('[aria-hidden=true], [inert]')).toBeNull();
    const answer = button('Undo');
    fireEvent.pointerDown(answer);
    answer.focus();
    await jest.advanceTimersByTimeAsync(10);
    expect(document.activeElement).toBe(answer);
    fireEvent.click(answer);
    await jest.advanceTimersByTimeAsync(10);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(onClose).not.toHaveBeenCalled();
  });
});
