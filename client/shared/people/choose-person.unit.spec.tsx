import { fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { ChoosePerson, type PersonChoice } from './choose-person.js';

const PEOPLE = ['David Wynn', 'David Thapa', 'Temi Dhillon'].map((name) => ({ id: name, name }));

function form() {
  const saved: unknown[] = [];
  const [chosen, setChosen] = createSignal<PersonChoice>();
  const find = (typed: string) => PEOPLE.filter(({ name }) => name.toLowerCase().includes(typed));
  render(() => (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        saved.push(chosen()?.id ?? null);
      }}
    >
      <ChoosePerson label="Line manager" optional chosen={chosen()} onChoose={setChosen} find={find} />
      <button>Save</button>
    </form>
  ));
  const field = screen.getByLabelText<HTMLInputElement>(/^Line manager/);
  const type = (value: string) => fireEvent.input(field, { target: { value } });
  return { saved, field, type, save: () => fireEvent.click(screen.getByRole('button', { name: 'Save' })) };
}
const one = (name: string) => screen.getByRole('button', { name: new RegExp(name) });

describe('choosing one person', () => {
  test('a name that was typed and not chosen holds the form back, with words at the field', () => {
    const { saved, field, type, save } = form();
    type('temi');
    save();
    expect(saved).toEqual([]);
    expect(screen.getByText('Choose from the list, or clear “temi”.')).toBeTruthy();
    expect(document.activeElement).toBe(field);
    type('');
    expect(screen.queryByText(/^Choose from the list/)).toBeNull();
    save();
    expect(saved).toEqual([null]);
  });

  test('Enter takes the only one who was found, and nobody of several', () => {
    const { saved, field, type, save } = form();
    type('david');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(one('David Wynn')).toBeTruthy();
    type('temi');
    fireEvent.keyDown(field, { key: 'Enter' });
    save();
    expect(saved).toEqual(['Temi Dhillon']);
  });

  test('arrows go through those who were found, and back to the field', () => {
    const { field, type } = form();
    type('david');
    field.focus();
    for (const name of ['David Wynn', 'David Thapa', 'David Thapa']) {
      fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
      expect(document.activeElement).toBe(one(name));
    }
    for (const to of [() => one('David Wynn'), () => field]) {
      fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' });
      expect(document.activeElement).toBe(to());
    }
  });
});
