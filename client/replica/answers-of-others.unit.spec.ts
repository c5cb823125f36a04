import { jest } from '@jest/globals';
import { createRoot } from 'solid-js';
import { createAnswers, type RestsOn } from './answers.js';
import { BROWSER } from './ports.js';
import { RIGHTS_VIEW } from './rights.js';
import type { Reply, Transport } from './transport.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A browser whose page is looked at or not, and whose line is up or not. The hub counts what it is asked. */
function opened(on: RestsOn) {
  let [visible, connected, reachable] = [true, true, true];
  const asked: string[] = [];
  const wanted: string[] = [];
  const transport: Transport = {
    ask: async ({ path }): Promise<Reply> => {
      asked.push(path);
      return reachable ? { status: 200, body: { turn: asked.length } } : { status: 404, body: {} };
    },
    live: () => ({
      resume: async () => ({ kind: 'resumed', through: null }),
      watch: async () => ({ kind: 'resumed', through: null }),
      close: () => undefined,
    }),
  };
  const answers = createAnswers(
    transport,
    { after: () => ({}), wantView: (view) => void wanted.push(view), connected: () => connected },
    { clock: BROWSER.clock, attention: { onBack: () => () => undefined, visible: () => visible } },
  );
  const show = () =>
    createRoot((dispose) => ({ answer: answers.createAnswer<{ turn: number }>(() => '/api/suggestions', on), close: dispose }));
  return {
    answers,
    wanted,
    show,
    ...show(),
    pass: (ms: number) => jest.advanceTimersByTimeAsync(ms),
    times: () => asked.length,
    looks: (does: boolean) => (visible = does),
    line: (up: boolean) => (connected = up),
    answering: (does: boolean) => (reachable = does),
  };
}

describe('[RP24] an answer that tells of other people', () => {
  const OF_OTHERS = { views: ['request'], ofOthers: true } as const;

  test('does not follow their rows: a change of them asks nothing, and the line is asked for own views alone', async () => {
    const { answers, wanted, pass, times } = opened(OF_OTHERS);
    await pass(SECOND_MS);
    answers.viewsChanged(new Set(['directory', 'institution', 'person']));
    await pass(2 * MINUTE_MS);
    expect([times(), wanted]).toEqual([1, ['request']]);
  });

  test('is asked for again when an own row changes, and with other roles', async () => {
    const { answers, pass, times } = opened(OF_OTHERS);
    await pass(SECOND_MS);
    answers.viewsChanged(new Set(['request']));
    await pass(SECOND_MS);
    expect(times()).toBe(2);
    answers.viewsChanged(new Set([RIGHTS_VIEW]));
    await pass(SECOND_MS);
    expect(times()).toBe(3);
  });

  test('is asked for again when the page is looked at again, unless it is fresh', async () => {
    const { answers, answer, pass, times } = opened(OF_OTHERS);
    await pass(10 * SECOND_MS);
    answers.lookAgain();
    await pass(SECOND_MS);
    expect(times()).toBe(1);
    await pass(20 * SECOND_MS);
    answers.lookAgain();
    answers.lookAgain();
    await pass(SECOND_MS);
    expect([times(), answer.data()?.turn]).toEqual([2, 2]);
  });

  test('is asked for again every few minutes while a screen shows it, and no more once none does', async () => {
    const { pass, times, close } = opened(OF_OTHERS);
    await pass(4 * MINUTE_MS);
    expect(times()).toBe(1);
    await pass(2 * MINUTE_MS);
    expect(times()).toBe(2);
    await pass(5 * MINUTE_MS);
    expect(times()).toBe(3);
    close();
    await pass(60 * MINUTE_MS);
    expect([times(), jest.getTimerCount()]).toEqual([3, 0]);
  });

  test('is never asked for in the background, however long, and at once when the page is looked at again', async () => {
    const { answers, looks, pass, times } = opened(OF_OTHERS);
    await pass(SECOND_MS);
    looks(false);
    await pass(60 * MINUTE_MS);
    answers.retry();
    await pass(SECOND_MS);
    expect(times()).toBe(1);
    looks(true);
    answers.lookAgain();
    await pass(SECOND_MS);
    expect(times()).toBe(2);
    await pass(5 * MINUTE_MS);
    expect(times()).toBe(3);
  });

  test('is not asked for without a line, where it would fail and say so, and as soon as the line is back', async () => {
    const { answers, answer, line, answering, pass, times } = opened(OF_OTHERS);
    await pass(SECOND_MS);
    line(false);
    answering(false);
    await pass(60 * MINUTE_MS);
    answers.lookAgain();
    await pass(SECOND_MS);
    expect([times(), answer.failed()]).toEqual([1, undefined]);
    answering(true);
    answers.retry();
    await pass(SECOND_MS);
    expect([times(), answer.data()?.turn]).toEqual([2, 2]);
  });

  test('shows at once what this person did, asked for once however their own rows follow', async () => {
    const { answers, answer, pass, times } = opened(OF_OTHERS);
    await pass(SECOND_MS);
    answers.acted();
    answers.viewsChanged(new Set(['request']));
    await pass(SECOND_MS);
    expect([times(), answer.data()?.turn]).toEqual([2, 2]);
  });

  test('that no screen shows is asked for when one does, where this person did something meanwhile', async () => {
    const { answers, show, close, pass, times } = opened(OF_OTHERS);
    await pass(SECOND_MS);
    close();
    answers.acted();
    await pass(SECOND_MS);
    expect(times()).toBe(1);
    const { answer } = show();
    expect(answer.data()?.turn).toBe(1);
    await pass(SECOND_MS);
    expect([times(), answer.data()?.turn]).toEqual([2, 2]);
  });

  test('one of own rows alone follows these and nothing else', async () => {
    const { answers, pass, times } = opened({ views: ['meeting'] });
    await pass(60 * MINUTE_MS);
    answers.lookAgain();
    answers.acted();
    answers.retry();
    await pass(60 * MINUTE_MS);
    expect(times()).toBe(1);
    answers.viewsChanged(new Set(['meeting']));
    await pass(SECOND_MS);
    expect(times()).toBe(2);
  });
});
