import { setImmediate } from 'node:timers/promises';
import { Queues } from './queues.js';

/** A task that ends when it is told to. */
function task(name: string, done: string[]) {
  let end = (_failed?: Error) => {};
  const until = new Promise<void>((resolve, reject) => (end = (failed) => (failed ? reject(failed) : resolve())));
  const run = async () => {
    done.push(`${name} begins`);
    await until;
    done.push(`${name} ends`);
    return name;
  };
  return { run, end };
}

describe('tasks in queues', () => {
  test('of one key run one after another, in the order in which they came', async () => {
    const [queues, done] = [new Queues<string>(), [] as string[]];
    const [first, second, third] = [task('first', done), task('second', done), task('third', done)];
    const all = [first, second, third].map(({ run }) => queues.run('ben', run));
    third.end();
    second.end();
    await setImmediate();
    expect(done).toEqual(['first begins']);
    first.end();
    expect(await Promise.all(all)).toEqual(['first', 'second', 'third']);
    expect(done).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
  });

  test('of different keys do not wait for each other', async () => {
    const [queues, done] = [new Queues<string>(), [] as string[]];
    const [slow, quick] = [task('slow', done), task('quick', done)];
    const waiting = queues.run('ben', slow.run);
    quick.end();
    expect(await queues.run('cleo', quick.run)).toBe('quick');
    expect(done).not.toContain('slow ends');
    slow.end();
    await waiting;
  });

  test('go on after one that failed, whose failure reaches only whoever gave it', async () => {
    const [queues, done] = [new Queues<string>(), [] as string[]];
    const [failing, next] = [task('failing', done), task('next', done)];
    const [failed, well] = [queues.run('ben', failing.run), queues.run('ben', next.run)];
    failing.end(new Error('the disk is full'));
    next.end();
    await expect(failed).rejects.toThrow('the disk is full');
    expect(await well).toBe('next');
    expect(await queues.run('ben', async () => 'later')).toBe('later');
  });

  test('leave nothing of a key behind once the last of its tasks is over, however it ended', async () => {
    const [queues, done] = [new Queues<string>(), [] as string[]];
    const [first, second, failing] = [task('first', done), task('second', done), task('failing', done)];
    const running = [queues.run('ben', first.run), queues.run('ben', second.run)];
    const failed = queues.run('cleo', failing.run);
    expect(queues.size).toBe(2);
    first.end();
    await running[0];
    failing.end(new Error('the disk is full'));
    await expect(failed).rejects.toThrow('the disk is full');
    await setImmediate();
    expect(queues.size).toBe(1);
    second.end();
    await running[1];
    await setImmediate();
    expect(queues.size).toBe(0);
  });

  test('that come while an earlier one of three is over still wait for the last of them', async () => {
    const [queues, done] = [new Queues<string>(), [] as string[]];
    const [first, second, third] = [task('first', done), task('second', done), task('third', done)];
    const running = [queues.run('ben', first.run), queues.run('ben', second.run)];
    first.end();
    await running[0];
    await setImmediate();
    const last = queues.run('ben', third.run);
    await setImmediate();
    expect(done).not.toContain('third begins');
    second.end();
    third.end();
    await last;
    expect(done.slice(-2)).toEqual(['third begins', 'third ends']);
  });
});
