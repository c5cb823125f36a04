import { createRoot, createSignal } from 'solid-js';
import { waitFor } from '@solidjs/testing-library';
import { createAnswers } from './answers.js';
import type { Ask, Reply, Transport } from './transport.js';

/** A hub whose answer names the path that was asked for. */
function echoing() {
  const asked: string[] = [];
  const transport: Transport = {
    ask: async ({ path }: Ask): Promise<Reply> => {
      asked.push(path);
      return { status: 200, body: { path, parts: [{ of: path }] } };
    },
    live: () => ({ resume: async () => ({ kind: 'resumed', through: null }), close: () => undefined }),
  };
  return { transport, asked };
}

describe('computed reads', () => {
  test('going back to an earlier question shows its own answer, and does not ask again', async () => {
    const { transport, asked } = echoing();
    const answers = createAnswers(transport, { after: () => ({}), wantView: () => undefined });
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
});
