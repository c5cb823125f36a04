import { fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { ByKey } from './by-key.js';

interface Line {
  readonly id: string;
  readonly words: string;
}

describe('a list that is drawn by key', () => {
  const [lines, setLines] = createSignal<readonly Line[]>([]);
  const draw = () =>
    render(() => (
      <ByKey each={lines()} key={({ id }) => id}>
        {(line, index) => <input aria-label={`${index() + 1} ${line().words}`} />}
      </ByKey>
    ));

  test('keeps a card, and what was typed in it, where its row changes or moves', () => {
    setLines([
      { id: 'a', words: 'Ada' },
      { id: 'b', words: 'Ben' },
    ]);
    draw();
    const field = screen.getByLabelText('2 Ben');
    fireEvent.input(field, { target: { value: 'half a sentence' } });
    setLines([
      { id: 'b', words: 'Benedict' },
      { id: 'a', words: 'Ada' },
    ]);
    expect(screen.getByLabelText('1 Benedict')).toBe(field);
    expect((field as HTMLInputElement).value).toBe('half a sentence');
  });

  test('takes down what went and draws what came', () => {
    setLines([{ id: 'a', words: 'Ada' }]);
    draw();
    setLines([{ id: 'c', words: 'Cleo' }]);
    expect(screen.queryByLabelText('1 Ada')).toBeNull();
    expect(screen.getByLabelText('1 Cleo')).toBeTruthy();
    setLines([]);
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
