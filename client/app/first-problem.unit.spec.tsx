import { createSignal, Show } from 'solid-js';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { Notice, RadioGroup, TextField } from '../ui/index.js';
import { leadToFirstProblem } from './first-problem.js';

/** A form of three fields whose check, or whose hub, says what the test says. */
function open() {
  const [wrong, setWrong] = createSignal<readonly string[]>([]);
  let check: readonly string[] = [];
  const Page = () => {
    leadToFirstProblem();
    const said = (name: string) => (wrong().includes(name) ? `Please look at the ${name}.` : undefined);
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setWrong(check);
        }}
      >
        <Show when={wrong().includes('whole')}>
          <Notice kind="refusal">Not now.</Notice>
        </Show>
        <TextField label="Name" value="" onInput={() => undefined} error={said('name')} />
        <RadioGroup
          label="Way"
          value="b"
          onChange={() => undefined}
          choices={[
            { value: 'a', label: 'By post' },
            { value: 'b', label: 'In person' },
          ]}
          error={said('way')}
        />
        <TextField label="Place" value="" onInput={() => undefined} error={said('place')} />
        <button>Send</button>
      </form>
    );
  };
  render(() => <Page />);
  const send = () => {
    const button = screen.getByRole('button', { name: 'Send' });
    button.focus();
    fireEvent.click(button);
  };
  return { send, checkSays: (...names: string[]) => (check = names), hubSays: (...names: string[]) => setWrong(names) };
}
const focused = () => document.activeElement;

describe('a form that was not right', () => {
  test('leads to its first wrong field, which is described by what is wrong', async () => {
    const { send, checkSays } = open();
    checkSays('place', 'name');
    send();
    await waitFor(() => expect(focused()).toBe(screen.getByLabelText('Name')));
    const described = focused()?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('Check: Please look at the name.');
  });

  test('does so again when it is sent again and nothing was changed', async () => {
    const { send, checkSays } = open();
    checkSays('place');
    send();
    await waitFor(() => expect(focused()).toBe(screen.getByLabelText('Place')));
    send();
    await waitFor(() => expect(focused()).toBe(screen.getByLabelText('Place')));
  });

  test('leads there when the hub says so later; in a group, to what is chosen', async () => {
    const { send, hubSays } = open();
    send();
    await Promise.resolve();
    hubSays('way', 'place');
    await waitFor(() => expect(focused()).toBe(screen.getByLabelText('In person')));
  });

  test('leaves whoever has gone on meanwhile where they are', async () => {
    const { send, hubSays } = open();
    send();
    await Promise.resolve();
    screen.getByLabelText('Place').focus();
    hubSays('name');
    await new Promise((done) => setTimeout(done));
    expect(focused()).toBe(screen.getByLabelText('Place'));
  });

  test('shows why, wherever it is: of a group its words, and of the whole form the refusal, which has the focus', async () => {
    const shown: Element[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      shown.push(this);
    };
    const { send, hubSays } = open();
    send();
    hubSays('way');
    await waitFor(() => expect(focused()).toBe(screen.getByLabelText('In person')));
    expect(shown.map(({ textContent }) => textContent)).toEqual(['Check: Please look at the way.']);
    send();
    hubSays('whole', 'place');
    await waitFor(() => expect(focused()).toBe(screen.getByRole('alert')));
    expect(shown.at(-1)).toBe(screen.getByRole('alert'));
  });
});
