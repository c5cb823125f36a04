import { bothTexts, notesStatusOf } from './notes.js';

describe('notes that two people write', () => {
  test('are overtaken once an edition was saved that the writer did not start from', () => {
    expect(notesStatusOf(undefined, 3)).toBe('saved');
    expect(notesStatusOf({ edition: 3, base: '', text: 'x' }, 3)).toBe('typed');
    expect(notesStatusOf({ edition: 2, base: '', text: 'x' }, 3)).toBe('overtaken');
  });

  test('what I added at the end follows the newer notes', () => {
    expect(bothTexts({ edition: 1, base: 'Begin.', text: 'Begin.\nMine.' }, 'Begin. Theirs.')).toBe('Begin. Theirs.\n\nMine.');
  });

  test('where I changed words in the middle, all of mine follows', () => {
    expect(bothTexts({ edition: 1, base: 'One two', text: 'One 2' }, 'One two three')).toBe('One two three\n\nOne 2');
  });

  test('what is there already is not said twice', () => {
    expect(bothTexts({ edition: 0, base: '', text: 'Same' }, 'Same and more')).toBe('Same and more');
    expect(bothTexts({ edition: 1, base: 'Same', text: 'Same' }, 'Same')).toBe('Same');
  });

  test('an emptied text adds nothing', () => {
    expect(bothTexts({ edition: 1, base: 'Begin', text: '' }, 'Begin again')).toBe('Begin again');
  });
});
