import { createSignal, Show } from 'solid-js';
import { render, screen, waitFor } from '@solidjs/testing-library';
import { keepFocus } from './keep-focus.js';

function Page(props: { inSection: boolean; section: boolean }) {
  const [content, setContent] = createSignal<HTMLElement>();
  keepFocus(content);
  return (
    <main ref={setContent}>
      <h1>Page</h1>
      <Show when={props.section}>
        <section>
          <h2>Part</h2>
          <Show when={props.inSection}>
            <button>Done</button>
          </Show>
        </section>
      </Show>
      <button>Other</button>
    </main>
  );
}

/** Renders the page with the first button focused, and the switch that takes things away. */
function open() {
  const [inSection, setInSection] = createSignal(true);
  const [section, setSection] = createSignal(true);
  render(() => <Page inSection={inSection()} section={section()} />);
  screen.getByRole('button', { name: 'Done' }).focus();
  return { takeButton: () => setInSection(false), takeSection: () => setSection(false) };
}

describe('a focus that would be lost', () => {
  test('goes to the heading of the part that is still there', async () => {
    open().takeButton();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Part' })));
  });

  test('goes to the heading of the page where the whole part went', async () => {
    open().takeSection();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Page' })));
  });

  test('is left alone where somebody has moved it meanwhile', async () => {
    const { takeButton } = open();
    takeButton();
    screen.getByRole('button', { name: 'Other' }).focus();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Other' }));
  });
});
