import { jest } from '@jest/globals';
import { createEffect, createRoot, createSignal } from 'solid-js';
import { waitFor } from '@solidjs/testing-library';
import { createAnswers } from './answers.js';
import { RIGHTS_VIEW } from './rights.js';
import { Unreachable, type Ask, type Reply, type Transport } from './transport.js';

const SYNC = { after: () => ({}), wantView: () => undefined, connected: () => true };

/** A hub whose answer names the path that was asked for. */
function echoing() {
  const asked: string[] = [];
  const transport: Transport = {
    ask: async ({ path }: Ask): Promise<Reply> => {
      asked.push(path);
      return { status: 200, body: { path, parts: [{ of: path }] } };
    },
    live: () => ({
      resume: async () => ({ kind: 'resumed', through: null }),
      watch: async () => ({ kind: 'resumed', through: null }),
      close: () => undefined,
    }),
  };
  return { transport, asked };
}

describe('computed reads', () => {
  test('going back to an earlier question shows its own answer, and does not ask again', async () => {
    const { transport, asked } = echoing();
    const answers = createAnswers(transport, SYNC);
    const [path, setPath] = createSignal('/a');
    const { answer, dispose } = createRoot((dispose) => ({
      answer: answers.createAnswer<{ path: string; parts: { of: string }[] }>(path),
      dispose,
    }));
    await waitFor(() => expect(answer.data()?.path).toBe('/a'));
    setPath('/b');
    await waitFor(() => expect(answer.data()?.parts[0]?.of).toBe('/b'));
    setPath('/a');
    await waitFor(() => expect(answer.data()?.path).toBe('/a'));
    expect(answer.data()?.parts).toEqual([{ of: '/a' }]);
    expect(asked).toEqual(['/a', '/b']);
    dispose();
    answers.clear();
  });

  test('say which question they answer, in step with what they say, and whether the hub will not', async () => {
    const transport: Transport = {
      ...echoing().transport,
      ask: async ({ path }) => (path === '/c' ? { status: 404, body: { message: 'Not here.' } } : { status: 200, body: { path } }),
    };
    const answers = createAnswers(transport, SYNC);
    const [path, setPath] = createSignal('/a');
    const seen: (readonly [string | undefined, string | undefined])[] = [];
    const { answer, dispose } = createRoot((dispose) => {
      const answer = answers.createAnswer<{ path: string }>(path);
      createEffect(() => seen.push([answer.path(), answer.data()?.path]));
      return { answer, dispose };
    });
    await waitFor(() => expect(answer.path()).toBe('/a'));
    setPath('/b');
    expect(answer.path()).toBe('/a');
    await waitFor(() => expect(answer.path()).toBe('/b'));
    expect(seen.filter(([of, told]) => of !== told)).toEqual([]);
    expect(answer.refused()).toBe(false);
    setPath('/c');
    await waitFor(() => expect(answer.refused()).toBe(true));
    expect([answer.path(), answer.failed()]).toEqual(['/b', 'Not here.']);
    dispose();
    answers.clear();
  });

  test('without a question there is none, and the last answer is gone', async () => {
    const { transport, asked } = echoing();
    const answers = createAnswers(transport, SYNC);
    const [path, setPath] = createSignal<string | undefined>();
    const { answer, dispose } = createRoot((dispose) => ({ answer: answers.createAnswer<{ path: string }>(path), dispose }));
    await Promise.resolve();
    expect([answer.data(), answer.path(), answer.loading(), asked]).toEqual([undefined, undefined, true, []]);
    setPath('/a');
    await waitFor(() => expect(answer.data()?.path).toBe('/a'));
    setPath(undefined);
    expect([answer.data(), answer.path(), answer.loading(), answer.refreshing()]).toEqual([undefined, undefined, true, false]);
    expect(asked).toEqual(['/a']);
    dispose();
    answers.clear();
  });

  describe('that the hub does not give', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    /** A hub that answers with one status, and what a screen then says. */
    async function met(status: number, body?: unknown) {
      let now: Reply = { status, body };
      let times = 0;
      const transport = { ...echoing().transport, ask: async () => ((times += 1), now) };
      const answers = createAnswers(transport, SYNC);
      const { answer, dispose } = createRoot((dispose) => ({ answer: answers.createAnswer<{ turn: number }>(() => '/a'), dispose }));
      await jest.advanceTimersByTimeAsync(20_000);
      const close = () => {
        dispose();
        answers.clear();
      };
      return { answer, close, times: () => times, answersNow: (reply: Reply) => (now = reply) };
    }

    test.each([429, 500, 503])(
      'for the moment (%d) are asked for twice more, then it says so, and asks again on request',
      async (status) => {
        const { answer, close, times, answersNow } = await met(status);
        expect([times(), answer.failed(), answer.refused(), answer.loading(), answer.refreshing()]).toEqual([
          3,
          'We could not load this. Try again.',
          false,
          false,
          false,
        ]);
        answersNow({ status: 200, body: { turn: 4 } });
        answer.again();
        await jest.advanceTimersByTimeAsync(1_000);
        expect([answer.data(), answer.failed()]).toEqual([{ turn: 4 }, undefined]);
        close();
      },
    );

    test('for now, with a sentence, are asked for twice more as well, and say it', async () => {
      const { answer, close, times } = await met(503, { code: 'DIRECTORY.AWAY', message: 'We cannot search the directory right now.' });
      expect([times(), answer.failed(), answer.refused()]).toEqual([3, 'We cannot search the directory right now.', false]);
      close();
    });

    test.each([
      ['in its own words', { message: 'Only leaders see this.' }, 'Only leaders see this.'],
      ['without any', undefined, 'The hub did not answer this.'],
    ])('at all are not asked for again, and it says why, %s', async (_, body, words) => {
      const { answer, close, times } = await met(403, body);
      expect([times(), answer.failed(), answer.refused()]).toEqual([1, words, true]);
      close();
    });
  });

  describe('that take longer than changes follow each other', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());
    const ANSWER_MS = 900;

    /** A hub that takes its time, and the answer that a screen holds. */
    function slowly() {
      let [asked, aborted] = [0, 0];
      const transport: Transport = {
        ...echoing().transport,
        ask: ({ signal }) =>
          new Promise((resolve, reject) => {
            const turn = (asked += 1);
            setTimeout(() => resolve({ status: 200, body: { turn } }), ANSWER_MS);
            signal?.addEventListener('abort', () => {
              aborted += 1;
              reject(new Unreachable('aborted'));
            });
          }),
      };
      const answers = createAnswers(transport, SYNC);
      const { answer, dispose } = createRoot((dispose) => ({
        answer: answers.createAnswer<{ turn: number }>(() => '/a', { views: ['request'] }),
        dispose,
      }));
      const changeOf = (view: string) => answers.viewsChanged(new Set([view]));
      const change = () => changeOf('request');
      const close = () => {
        dispose();
        answers.clear();
      };
      return { answer, change, changeOf, close, asked: () => asked, aborted: () => aborted };
    }

    test('arrive all the same, and are asked for once more when they have', async () => {
      const { answer, change, close, asked, aborted } = slowly();
      for (let times = 0; times < 4; times += 1) {
        change();
        await jest.advanceTimersByTimeAsync(310);
      }
      expect([answer.data()?.turn, asked(), aborted()]).toEqual([1, 2, 0]);
      await jest.advanceTimersByTimeAsync(5_000);
      expect([answer.data()?.turn, asked(), aborted()]).toEqual([3, 3, 0]);
      close();
    });

    test('are asked for again when a view that they rest on changes, or what the person may do, and for nothing else', async () => {
      const { change, changeOf, close, asked } = slowly();
      await jest.advanceTimersByTimeAsync(5_000);
      changeOf('meeting');
      await jest.advanceTimersByTimeAsync(5_000);
      expect(asked()).toBe(1);
      change();
      await jest.advanceTimersByTimeAsync(5_000);
      expect(asked()).toBe(2);
      changeOf(RIGHTS_VIEW);
      await jest.advanceTimersByTimeAsync(5_000);
      expect(asked()).toBe(3);
      close();
    });

    test('are not begun anew by whoever asks again meanwhile', async () => {
      const { answer, close, asked, aborted } = slowly();
      await jest.advanceTimersByTimeAsync(700);
      answer.again();
      await jest.advanceTimersByTimeAsync(300);
      expect([answer.data()?.turn, asked(), aborted()]).toEqual([1, 1, 0]);
      close();
    });
  });
});
