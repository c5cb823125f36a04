import { createSignal } from 'solid-js';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { Combobox } from './combobox.js';
import { DateField, TimeField } from './field.js';

/** What a browser says of a field in which only a part was typed; jsdom never says it. */
function typePart(field: HTMLElement, isPart = true) {
  Object.defineProperty(field, 'validity', { configurable: true, value: { badInput: isPart } });
}

function form(start = '') {
  const saved: unknown[] = [];
  const [day, setDay] = createSignal(start);
  const [time, setTime] = createSignal('');
  render(() => (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        saved.push({ day: day(), time: time() });
      }}
    >
      <DateField label="Until" optional value={day()} onInput={setDay} />
      <TimeField label="Start time" value={time()} onInput={setTime} />
      <button>Save</button>
    </form>
  ));
  const field = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name);
  return { saved, day: field(/^Until/), time: field(/^Start/), save: () => fireEvent.click(screen.getByRole('button', { name: 'Save' })) };
}
const says = (words: string) => screen.queryByText(words) !== null;
const NO_DATE = 'Enter a real date, such as 4 December 2026, or leave this empty.';
const NO_TIME = 'Enter a real time, such as 3:40pm.';

describe('a half-typed date or time', () => {
  test('is never sent as an empty one: the form stays, says why at the field, and the focus goes there', () => {
    const { saved, day, save } = form();
    typePart(day);
    save();
    expect(saved).toEqual([]);
    expect(says(NO_DATE)).toBe(true);
    expect(document.activeElement).toBe(day);
    expect(day.getAttribute('aria-invalid')).toBe('true');
    expect(day.getAttribute('aria-describedby')).not.toBeNull();
  });

  test('is sent once it is whole, and its sentence goes with the typing', () => {
    const { saved, day, save } = form();
    typePart(day);
    save();
    typePart(day, false);
    fireEvent.input(day, { target: { value: '2026-12-04' } });
    expect(says(NO_DATE)).toBe(false);
    save();
    expect(saved).toEqual([{ day: '2026-12-04', time: '' }]);
  });

  test('is sent as none once it is emptied, and its sentence goes when the field is left', () => {
    const { saved, day, save } = form();
    typePart(day);
    save();
    typePart(day, false);
    fireEvent.focusOut(day);
    expect(says(NO_DATE)).toBe(false);
    save();
    expect(saved).toEqual([{ day: '', time: '' }]);
  });

  test('is told at each field, and the first takes the focus', () => {
    const { saved, day, time, save } = form();
    typePart(day);
    typePart(time);
    save();
    expect(saved).toEqual([]);
    expect([says(NO_DATE), says(NO_TIME)]).toEqual([true, true]);
    expect(document.activeElement).toBe(day);
  });

  test('is not wiped while a part of it is typed anew', () => {
    const { day } = form('2026-12-04');
    let wiped = 0;
    const { set, get } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
    set?.call(day, '');
    Object.defineProperty(day, 'value', {
      configurable: true,
      get: () => get?.call(day) as string,
      set: () => {
        wiped += 1;
      },
    });
    fireEvent(day, new Event('input', { bubbles: true }));
    expect(wiped).toBe(0);
  });

  test('in another form keeps no form from being sent', () => {
    const other = form();
    typePart(other.day);
    let sent = 0;
    render(() => (
      <form onSubmit={(event) => (event.preventDefault(), (sent += 1))}>
        <button>Send</button>
      </form>
    ));
    fireEvent.click(screen.getByText('Send'));
    expect(sent).toBe(1);
  });
});

test('a field that shows another time than the form has is not whole', () => {
  const saved: string[] = [];
  // As the hours of a profile: an emptied time is not taken.
  render(() => (
    <form novalidate onSubmit={(event) => (event.preventDefault(), saved.push('15:40'))}>
      <TimeField label="From" value="15:40" onInput={() => undefined} />
      <button>Save</button>
    </form>
  ));
  fireEvent.input(screen.getByLabelText('From'), { target: { value: '' } });
  fireEvent.click(screen.getByText('Save'));
  expect(saved).toEqual([]);
  expect(says(NO_TIME)).toBe(true);
});

describe('words that were typed and not chosen', () => {
  const OPTIONS = [
    { value: 'behaviour', label: 'Behaviour' },
    { value: 'reading', label: 'Reading' },
  ];
  function list() {
    const saved: unknown[] = [];
    const [chosen, setChosen] = createSignal<readonly string[]>([]);
    render(() => (
      <main>
        <form
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            saved.push(chosen());
          }}
        >
          <Combobox label="Focus areas" values={chosen()} onChange={setChosen} options={OPTIONS} />
          <button>Save</button>
        </form>
      </main>
    ));
    const field = screen.getByRole<HTMLInputElement>('combobox');
    const type = (value: string) => {
      field.focus();
      fireEvent.input(field, { target: { value } });
    };
    return { saved, field, type, save: () => fireEvent.click(screen.getByRole('button', { name: 'Save' })) };
  }

  test('stay in the field when it is left, and hold the form back until they are chosen or cleared', async () => {
    const { saved, field, type, save } = list();
    type('beh');
    screen.getByRole('button', { name: 'Save' }).focus();
    fireEvent.blur(field);
    expect(field.value).toBe('beh');
    save();
    expect(saved).toEqual([]);
    expect(says('Choose from the list, or clear “beh”.')).toBe(true);
    expect(document.activeElement).toBe(field);
    type('');
    expect(says('Choose from the list, or clear “beh”.')).toBe(false);
    save();
    expect(saved).toEqual([[]]);
  });

  test('go once they led to a choice', async () => {
    const { saved, field, type, save } = list();
    type('beh');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(field.value).toBe(''));
    save();
    expect(saved).toEqual([['behaviour']]);
  });
});
