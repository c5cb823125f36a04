import { fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { isUnfetched, UnfetchedPage } from './problem-page.js';

describe('a screen whose code did not arrive', () => {
  test.each([
    'Failed to fetch dynamically imported module: http://hub/assets/growth.js',
    'error loading dynamically imported module: http://hub/assets/growth.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/growth.css',
  ])('is known by the words of each browser and of the loader: %s', (message) => {
    expect(isUnfetched(new TypeError(message))).toBe(true);
  });

  test('is not one that broke', () => {
    expect(isUnfetched(new TypeError('x is not a function'))).toBe(false);
    expect(isUnfetched('Failed to fetch dynamically imported module')).toBe(false);
  });

  test('is tried again by hand, and by itself when there is a line, for as long as it stands there', () => {
    let tries = 0;
    const [connected, setConnected] = createSignal(true);
    const { unmount } = render(() => <UnfetchedPage connected={connected()} onAgain={() => (tries += 1)} />);
    expect(screen.getByRole('heading', { level: 1, name: 'We could not load this page' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    window.dispatchEvent(new Event('online'));
    expect(tries).toBe(2);
    setConnected(false);
    expect(tries).toBe(2);
    setConnected(true);
    expect(tries).toBe(3);
    unmount();
    window.dispatchEvent(new Event('online'));
    expect(tries).toBe(3);
  });
});
