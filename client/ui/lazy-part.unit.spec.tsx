import { jest } from '@jest/globals';
import { render, screen } from '@solidjs/testing-library';
import { ErrorBoundary, Suspense } from 'solid-js';
import { fetchAhead } from './fetch-ahead.js';
import { lazyPart } from './lazy-part.js';

const part = (words: string) => ({ default: (props: { of: string }) => <p>{`${words} ${props.of}`}</p> });

test('a part that could not be fetched is fetched again when it is shown again', async () => {
  const load = jest.fn(async () => {
    if (load.mock.calls.length === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return part('Pause');
  });
  const Pause = lazyPart(load);
  let again = () => {};
  render(() => (
    <ErrorBoundary
      fallback={(_, reset) => {
        again = reset;
        return <p>Not fetched</p>;
      }}
    >
      <Suspense>
        <Pause of="mentorship" />
      </Suspense>
    </ErrorBoundary>
  ));
  await screen.findByText('Not fetched');
  again();
  expect(await screen.findByText('Pause mentorship')).toBeTruthy();
});

test('what screens may show later is fetched once they have come, each once, and with the network again where it failed', async () => {
  jest.useFakeTimers();
  const fetched: string[] = [];
  let reachable = false;
  const known = (name: string) =>
    lazyPart(async () => {
      fetched.push(name);
      if (!reachable && name === 'end') throw new TypeError('cut');
      return part(name);
    });
  known('pause');
  known('end');
  fetchAhead();
  expect(fetched).toEqual([]);
  await jest.advanceTimersByTimeAsync(3_000);
  expect(fetched).toEqual(expect.arrayContaining(['pause', 'end']));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(fetched.filter((name) => name === 'pause')).toHaveLength(1);
  expect(fetched.filter((name) => name === 'end')).toHaveLength(1);
  reachable = true;
  window.dispatchEvent(new Event('online'));
  await jest.advanceTimersByTimeAsync(3_000);
  expect(fetched.filter((name) => name === 'end')).toHaveLength(2);
  known('agreement');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(fetched.slice(-1)).toEqual(['agreement']);
  jest.useRealTimers();
});
