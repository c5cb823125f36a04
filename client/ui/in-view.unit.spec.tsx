import { jest } from '@jest/globals';
import { fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { focusItem } from './in-view.js';

/** Where an element is on the screen, in pixels from its top. */
const standsAt = (element: HTMLElement, top: number) => {
  element.getBoundingClientRect = () => ({ top, bottom: top + 40 }) as DOMRect;
  const scrolled = jest.fn();
  element.scrollIntoView = scrolled;
  return scrolled;
};

test('in a dialog that is taller than the window the page follows the focus, but for what can be seen already', async () => {
  render(() => (
    <Dialog open title="End mentorship early" onClose={() => undefined}>
      <Button>In sight</Button>
      <Button>Below</Button>
    </Dialog>
  ));
  const close = await screen.findByRole('button', { name: 'Close' });
  const [inSight, below] = ['In sight', 'Below'].map((name) => screen.getByRole('button', { name })) as [HTMLElement, HTMLElement];
  const scrolls = [standsAt(close, -1_394), standsAt(inSight, window.innerHeight - 20), standsAt(below, window.innerHeight)];
  for (const one of [inSight, below, close]) one.focus();
  expect(scrolls.map((one) => one.mock.calls)).toEqual([[[{ block: 'nearest' }]], [], [[{ block: 'nearest' }]]]);
});

test('the focus goes to the first of the items that a press has shown', async () => {
  const [all, setAll] = createSignal(false);
  let list: HTMLUListElement | undefined;
  const showAll = () => {
    setAll(true);
    focusItem(list, 1);
  };
  render(() => (
    <>
      <ul ref={(element) => (list = element)}>
        <li>One</li>
        {all() && <li>Two</li>}
      </ul>
      {!all() && <Button onPress={showAll}>Show all 2</Button>}
    </>
  ));
  fireEvent.click(screen.getByRole('button', { name: 'Show all 2' }));
  await Promise.resolve();
  expect(document.activeElement?.textContent).toBe('Two');
});
