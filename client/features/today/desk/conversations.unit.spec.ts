import { conversationsOf, firstWords, ofHelp, type Message } from './conversations.js';

const message = (id: string, from: string, to: string, minute: number, text = id): Message =>
  ({ message: id, from, to, mentors: [], text, at: `2026-03-06T09:${String(minute).padStart(2, '0')}:00.000Z` }) as never;

describe('conversations', () => {
  test('are one a person, each in order, the latest first, and say what was not opened', () => {
    const rows = [
      message('a2', 'ben', 'asha', 20),
      message('h1', 'helen', 'ben', 10),
      message('a1', 'asha', 'ben', 5),
      message('a3', 'asha', 'ben', 30),
    ];
    const found = conversationsOf(rows, 'ben', new Set(['h1']));
    expect(found.map(({ other, messages, latest, unread }) => [other, messages.map((one) => one.message), latest.message, unread])).toEqual(
      [
        ['asha', ['a1', 'a2', 'a3'], 'a3', false],
        ['helen', ['h1'], 'h1', true],
      ],
    );
  });

  test('hold what was asked of a coordinator, for the one who asked and the one who was asked', () => {
    const help = {
      help: 'e1',
      mentorship: 's',
      by: 'ben',
      coordinator: 'helen',
      text: 'Could we talk?',
      at: '2026-03-06T09:05:00.000Z',
      doneOn: null,
    };
    const rows = [ofHelp(help as never), message('h1', 'helen', 'ben', 10)];
    for (const [reader, other] of [
      ['ben', 'helen'],
      ['helen', 'ben'],
    ] as const)
      expect(conversationsOf(rows, reader, new Set())).toMatchObject([
        { other, messages: [{ message: 'e1', text: 'Could we talk?', asksForHelp: true }, { message: 'h1' }] },
      ]);
  });

  test('show the first line with words in it, cut at a word', () => {
    expect(firstWords(message('m', 'a', 'b', 1, '\n  Hello Ben \nMore'))).toBe('Hello Ben');
    const cut = firstWords(message('m', 'a', 'b', 1, 'word '.repeat(40)));
    expect(cut).toMatch(/word…$/);
    expect(cut.length).toBeLessThanOrEqual(91);
  });

  test('say what a message without words is', () => {
    expect(firstWords(message('m', 'a', 'b', 1, ' '))).toBe('Deleted message');
    expect(firstWords({ ...message('m', 'a', 'b', 1, ''), mentors: ['x', 'y'] as never })).toBe('Suggested 2 mentors');
  });
});
