import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createSignal, Show } from 'solid-js';
import { Dialog } from './dialog.js';
import { holdFocus } from './holds-focus.js';

/** A page with a button that opens a form; what is done in it is said at the head of the page, or it is left. */
async function opened() {
  const [open, setOpen] = createSignal(false);
  const [done, setDone] = createSignal(false);
  const finish = () => {
    setDone(true);
    setOpen(false);
  };
  render(() => (
    <>
      <h1 tabindex="-1">You and Asha</h1>
      <button onClick={() => setOpen(true)}>Pause</button>
      <Dialog open={open()} onClose={() => setOpen(false)} title="Pause mentorship" onward={done()}>
        <button onClick={finish}>Do it</button>
        <button onClick={() => setOpen(false)}>Cancel</button>
      </Dialog>
    </>
  ));
  const opener = screen.getByText('Pause');
  opener.focus();
  fireEvent.click(opener);
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  // A page without a layout shows no animation, for whose end a closing dialog would wait.
  for (const part of [dialog, document.querySelector('.scrim')]) if (part) fireEvent(part, new Event('animationstart'));
  return opener;
}

describe('the focus, when a dialog opens', () => {
  const within = async (form: () => unknown) => {
    render(() => (
      <Dialog open onClose={() => undefined} title="Add a colleague" lead="They become a member.">
        <form>{form() as Element}</form>
      </Dialog>
    ));
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    return (document.activeElement as HTMLElement).getAttribute('aria-label');
  };

  test('is in the first field of its form, so that a space in a name does not press Close', async () => {
    expect(await within(() => [<input type="hidden" />, <input aria-label="Out of use" disabled />, <input aria-label="Name" />])).toBe(
      'Name',
    );
  });

  test('is on Close where there is nothing to fill in, or something to read before it', async () => {
    expect(await within(() => <button aria-label="Remove" />)).toBe('Close');
    cleanup();
    expect(await within(() => [<p>You agreed to meet every week.</p>, <input aria-label="Day" />])).toBe('Close');
    cleanup();
    expect(await within(() => [<p id="hint">As in the register.</p>, <input aria-label="Name" aria-describedby="hint" />])).toBe('Name');
  });

  test('is on the one that is chosen of several', async () => {
    const radios = () => [<input type="radio" name="met" aria-label="Yes" />, <input type="radio" name="met" aria-label="No" checked />];
    expect(await within(radios)).toBe('No');
  });

  test('goes into a form that comes later, unless something was pressed meanwhile', async () => {
    for (const isQuicker of [false, true]) {
      const [form, setForm] = createSignal(false);
      expect(await within(() => <Show when={form()}>{<input aria-label="Question" />}</Show>)).toBe('Close');
      if (isQuicker) fireEvent.keyDown(document.activeElement as Element, { key: 'Shift' });
      setForm(true);
      const there = () => document.activeElement?.getAttribute('aria-label');
      await new Promise((resolve) => setTimeout(resolve));
      expect(there()).toBe(isQuicker ? 'Close' : 'Question');
      cleanup();
    }
  });
});

describe('the focus, when a dialog closes', () => {
  test('goes back to where it came from', async () => {
    const opener = await opened();
    fireEvent.click(screen.getByText('Cancel'));
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  test('goes to the head of the page where that says what was done', async () => {
    await opened();
    fireEvent.click(screen.getByText('Do it'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText('You and Asha')));
  });
});

describe('the focus, when a control in a dialog disappears', () => {
  const open = async () => {
    const [finding, setFinding] = createSignal(true);
    const [found, setFound] = createSignal(false);
    render(() => (
      <>
        <button>Behind</button>
        <Dialog open onClose={() => undefined} title="Close school">
          <button>Day</button>
          <div>
            <Show when={found()}>
              <button>Remove Newfield</button>
            </Show>
            <Show when={finding()}>
              <ul>
                <li>
                  <button
                    onClick={() => {
                      setFound(true);
                      setFinding(false);
                    }}
                  >
                    Add Newfield
                  </button>
                </li>
              </ul>
            </Show>
          </div>
        </Dialog>
      </>
    ));
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    return dialog;
  };

  test('goes to what took its place, and stays in the dialog', async () => {
    await open();
    screen.getByText('Add Newfield').focus();
    fireEvent.click(screen.getByText('Add Newfield'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText('Remove Newfield')));
  });

  test('and Tab begins in it where the focus is nowhere, as after a control that was hidden', () => {
    const place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = '<button>Cancel</button>';
    const letGo = holdFocus(place);
    expect(document.activeElement).toBe(document.body);
    fireEvent.keyDown(document.body, { key: 'Tab' });
    expect(document.activeElement).toBe(place.firstElementChild);
    letGo();
    place.remove();
    fireEvent.keyDown(document.body, { key: 'Tab' });
    expect(document.activeElement).toBe(document.body);
  });
});
