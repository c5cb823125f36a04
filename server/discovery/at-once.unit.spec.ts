import { AtOnce, type Turned } from './at-once.js';

const LIMITS = { running: 2, waiting: 3, each: 2 };

/** Work that ends when it is told to. */
function piecesOf(atOnce: AtOnce) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (person: string, name: string, signal?: AbortSignal): Promise<Turned<string>> =>
    atOnce.run(
      person,
      () => {
        begun.push(name);
        return new Promise((resolve) => ends.set(name, () => resolve(name)));
      },
      signal,
    );
  return { begun, start, end: (name: string) => ends.get(name)?.() };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('work of which a few are done at once', () => {
  test('others wait in order, and begin as one ends', async () => {
    const { begun, start, end } = piecesOf(new AtOnce(LIMITS));
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => start(name, name));
    await turn();
    expect(begun).toEqual(['a', 'b']);
    end('b');
    await turn();
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c', 'd', 'e']) {
      end(name);
      await turn();
    }
    expect((await Promise.all(all)).map((one) => one.kind === 'done' && one.answer)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('beyond those who may wait it is refused, until there is room again', async () => {
    const { start, end } = piecesOf(new AtOnce(LIMITS));
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => start(name, name));
    expect(await start('f', 'f')).toEqual({ kind: 'busy' });
    end('a');
    await all[0];
    const later = start('f', 'f');
    for (const name of ['b', 'c', 'd', 'e', 'f']) {
      await turn();
      end(name);
    }
    expect(await later).toEqual({ kind: 'done', answer: 'f' });
  });

  test('one person has so many of them at most, and those that ended do not count', async () => {
    const { start, end } = piecesOf(new AtOnce(LIMITS));
    const own = [start('ben', 'a'), start('ben', 'b')];
    expect(await start('ben', 'c')).toEqual({ kind: 'busy' });
    void start('asha', 'd');
    end('a');
    await own[0];
    const again = start('ben', 'e');
    await turn();
    for (const name of ['b', 'd', 'e']) {
      end(name);
      await turn();
    }
    expect(await again).toEqual({ kind: 'done', answer: 'e' });
  });

  test('a person who left does not take a turn, and gives their place to another', async () => {
    const { begun, start, end } = piecesOf(new AtOnce(LIMITS));
    const gone = new AbortController();
    void start('a', 'a');
    void start('b', 'b');
    const [left, next] = [start('ben', 'c', gone.signal), start('asha', 'd')];
    gone.abort();
    expect(await left).toEqual({ kind: 'left' });
    expect(await start('ben', 'never', gone.signal)).toEqual({ kind: 'left' });
    end('a');
    await turn();
    expect(begun).toEqual(['a', 'b', 'd']);
    end('d');
    expect(await next).toEqual({ kind: 'done', answer: 'd' });
  });

  test('work that fails gives its place on', async () => {
    const atOnce = new AtOnce({ running: 1, waiting: 1, each: 1 });
    const failing = atOnce.run('a', () => Promise.reject(new Error('It broke.')));
    const next = atOnce.run('b', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('It broke.');
    expect(await next).toEqual({ kind: 'done', answer: 'done' });
    expect(await atOnce.run('a', () => Promise.resolve('again'))).toEqual({ kind: 'done', answer: 'again' });
  });
});
