import { createSignal } from 'solid-js';
import { fireEvent, render, screen } from '@solidjs/testing-library';
import { Combobox } from './combobox.js';
import { Group, Slots } from './choice.js';
import { DateField, SelectField, TextArea, TextField } from './field.js';

const options = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second' },
];

/** A form with one field, whose check says the same whenever it is sent while `isWrong`. */
function form(field: (props: { error: string | undefined; value: string; set: (value: string) => void }) => unknown, start = '') {
  const [value, set] = createSignal(start);
  const [error, setError] = createSignal<string>();
  let wrong = true;
  const Page = () => (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setError(wrong ? 'Enter something else.' : undefined);
      }}
    >
      {
        field({
          get error() {
            return error();
          },
          get value() {
            return value();
          },
          set,
        }) as never
      }
      <button>Send</button>
    </form>
  );
  render(() => <Page />);
  return { send: () => fireEvent.click(screen.getByRole('button', { name: 'Send' })), set, isRight: () => (wrong = false) };
}
const type = (value: string) => fireEvent.input(screen.getByLabelText('Field'), { target: { value } });
const said = () => screen.queryByText('Enter something else.') !== null;
const marked = () => document.querySelector('[aria-invalid="true"], [data-invalid]') !== null;
const described = () => screen.getByLabelText('Field').getAttribute('aria-describedby');

describe('the error of a field', () => {
  test('goes as soon as the field is filled, with its marks, and says nothing aloud', () => {
    const { send } = form((of) => <TextField label="Field" error={of.error} value={of.value} onInput={of.set} />);
    send();
    expect([said(), marked(), described() !== null]).toEqual([true, true, true]);
    type('A');
    expect([said(), marked(), described()]).toEqual([false, false, null]);
    expect(document.querySelector('[role="alert"], [aria-live], [role="status"]')).toBeNull();
  });

  test('stays while nothing is in it but spaces, and is there again when it is emptied', () => {
    const { send } = form((of) => <TextArea label="Field" error={of.error} value={of.value} onInput={of.set} />);
    send();
    type('  ');
    expect(said()).toBe(true);
    type('  A');
    expect(said()).toBe(false);
    type('');
    expect([said(), marked()]).toEqual([true, true]);
  });

  test('of an answer that was refused goes with another answer, and is there again with the same', () => {
    const { send } = form((of) => <TextField label="Field" error={of.error} value={of.value} onInput={of.set} />, 'taken');
    send();
    type('free');
    expect(said()).toBe(false);
    type('taken');
    expect(said()).toBe(true);
  });

  test('is there again when the form is sent and the same is still wrong with it', () => {
    const { send, isRight } = form((of) => <TextField label="Field" error={of.error} value={of.value} onInput={of.set} />, 'taken');
    send();
    type('taken too');
    expect(said()).toBe(false);
    send();
    expect([said(), marked()]).toEqual([true, true]);
    isRight();
    send();
    expect(said()).toBe(false);
  });

  test('is not brought back by another form that is sent', () => {
    const { send } = form((of) => <TextField label="Field" error={of.error} value={of.value} onInput={of.set} />, 'taken');
    render(() => (
      <form onSubmit={(event) => event.preventDefault()}>
        <button>Send another</button>
      </form>
    ));
    send();
    type('free');
    fireEvent.click(screen.getByRole('button', { name: 'Send another' }));
    expect(said()).toBe(false);
  });

  test('of an email address stays until it can be one, of a code until it is whole', () => {
    const email = form((of) => <TextField label="Field" kind="email" error={of.error} value={of.value} onInput={of.set} />);
    email.send();
    type('asha@');
    expect(said()).toBe(true);
    type('asha@school.sch.uk');
    expect(said()).toBe(false);
    document.body.replaceChildren();
    const code = form((of) => <TextField label="Field" kind="code" error={of.error} value={of.value} onInput={of.set} />, '111111');
    code.send();
    type('12');
    expect(said()).toBe(true);
    type('123456');
    expect(said()).toBe(false);
  });

  test('of a number or a day stays while that is out of its bounds', () => {
    const day = form((of) => <DateField label="Field" max="2026-03-06" error={of.error} value={of.value} onInput={of.set} />);
    day.send();
    type('2026-03-09');
    expect(said()).toBe(true);
    type('2026-03-05');
    expect(said()).toBe(false);
  });

  test.each([
    [
      'a list',
      (of: Parameters<Parameters<typeof form>[0]>[0]) => (
        <SelectField label="Field" options={options} error={of.error} value={of.value as 'a'} onChange={of.set} />
      ),
    ],
    [
      'slots',
      (of: Parameters<Parameters<typeof form>[0]>[0]) => (
        <Slots label="Field" choices={options} error={of.error} value={of.value || undefined} onChange={of.set} />
      ),
    ],
    [
      'a combobox',
      (of: Parameters<Parameters<typeof form>[0]>[0]) => (
        <Combobox label="Field" options={options} error={of.error} values={of.value ? [of.value] : []} onChange={() => undefined} />
      ),
    ],
    [
      'a group that says its answer',
      (of: Parameters<Parameters<typeof form>[0]>[0]) => (
        <Group label="Field" error={of.error} answer={of.value}>
          <input aria-label="One" />
        </Group>
      ),
    ],
  ])('of %s goes with a choice', (_, field) => {
    const { send, set } = form(field);
    send();
    expect([said(), marked()]).toEqual([true, true]);
    set('b');
    expect([said(), marked()]).toEqual([false, false]);
    send();
    expect([said(), marked()]).toEqual([true, true]);
  });
});
