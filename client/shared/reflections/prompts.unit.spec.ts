import { promptsFor, promptText, statementsFor } from './prompts.js';

const ids = (statements: readonly string[]) => promptsFor(statements).map(({ id }) => id);

describe('questions to begin a reflection with', () => {
  test('those of the standard come first, then those that always fit', () => {
    expect(ids(['eng-ts-7'])[0]).toBe('prompt-eng-ts-7');
    expect(ids([])).toEqual(['prompt-noticed', 'prompt-surprised', 'prompt-again', 'prompt-pupil']);
  });

  test('a part of a standard, and a statement that maps to one, lead to it', () => {
    expect(ids(['eng-ts-7.1'])[0]).toBe('prompt-eng-ts-7');
    expect(ids(['eng-ittecf-2'])[0]).toBe('prompt-eng-ts-2');
  });

  test('each question stands once, and can be found again by its id', () => {
    const all = promptsFor(['eng-ts-7.1', 'eng-ts-7.2', 'eng-ts-1', 'eng-ts-8']);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, text } of all) expect(promptText(id)).toBe(text);
    expect(promptText('prompt-of-long-ago')).toBeUndefined();
  });
});

describe('statements to reflect against', () => {
  test('are those of the nation, with those of one’s goals first and once', () => {
    const england = statementsFor('england', ['eng-ts-7.1']).map(({ id }) => id);
    expect(england[0]).toBe('eng-ts-7.1');
    expect(new Set(england).size).toBe(england.length);
    expect(statementsFor('wales', []).every(({ framework }) => framework.startsWith('wal-'))).toBe(true);
    for (const nation of ['england', 'wales', 'scotland', 'northern-ireland']) expect(statementsFor(nation, []).length).toBeGreaterThan(0);
  });
});
