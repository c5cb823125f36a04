import { Listeners } from './listeners.js';

describe('those who listen', () => {
  test('are all told the same, until they stop', () => {
    const [first, second]: [unknown[], unknown[]] = [[], []];
    const listeners = new Listeners<[word: string, times: number]>(() => {});
    const stop = listeners.add((...said) => first.push(said));
    listeners.add((...said) => second.push(said));
    listeners.tell('hello', 2);
    stop();
    listeners.tell('bye', 1);
    expect([first, second]).toEqual([
      [['hello', 2]],
      [
        ['hello', 2],
        ['bye', 1],
      ],
    ]);
  });

  test('hear although one of them fails, which is reported', () => {
    const [failures, heard]: [unknown[], unknown[]] = [[], []];
    const listeners = new Listeners<[word: string]>((error) => failures.push(error));
    listeners.add(() => {
      throw new Error('broken');
    });
    listeners.add((word) => heard.push(word));
    listeners.tell('hello');
    expect([failures, heard]).toEqual([[new Error('broken')], ['hello']]);
  });
});
