import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Verdict } from '@alongside/ml/learned/verdict.js';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen } from '../../shared/testing.js';
import { suggestions } from '../find/examples.js';
import type { ShelfAnswer } from './learned-words.js';
import Matching from './matching.screen.js';

const DEE = {
  ...{ person: 'dee', name: 'Dee', roles: ['administrator'], demo: false },
  memberships: [{ institution: HUB_INSTITUTION, trust: null, roles: ['administrator'] }],
};
const VERDICT: Verdict = {
  ...{ may: true, why: null, outcomes: 800, mentees: 41 },
  order: { model: 0.68, rules: 0.57, serving: null },
  overRules: { mean: 0.11, error: 0.04 },
};
const NOTHING_YET: ShelfAnswer = {
  ...{ serving: null, outcomes: { known: null, needed: 200 }, card: null, condition: { state: 'ok' } },
  ...{ hasCandidate: false, before: null, last: null, training: null, unfinished: null, acts: [] },
};
const IN_USE: ShelfAnswer = {
  ...NOTHING_YET,
  serving: { trainedAt: '2026-09-01T09:00:00.000Z', outcomes: 800, trainedWith: 588, verdict: VERDICT, weight: 0.2 },
  outcomes: { known: 800, needed: 200 },
  card: { trainedAt: '2026-09-01T09:00:00.000Z', backend: 'tfjs-wasm', seed: 1, through: '0000000000008412', bytes: 90_112 },
  before: 'rules',
  acts: [{ at: '2026-09-01T10:00:00.000Z', by: 'dee', did: 'used', model: '0123456789ab' }],
};

/** Opens the page over a hub whose answers change with what is done. */
async function open(first: ShelfAnswer, after: Readonly<Record<string, ShelfAnswer>> = {}, session: object | null = DEE) {
  const hub = smallHub();
  hub.put('person', 'dee', { person: 'dee', name: 'Dee Adeyemi', called: 'Dee' });
  const done: string[] = [];
  let now = first;
  const ask: typeof hub.transport.ask = async (one) => {
    if (!one.path.startsWith('/api/learning')) return hub.transport.ask(one);
    if (one.method === 'POST') {
      const what = one.path.replace('/api/learning/', '');
      done.push(what);
      now = after[what] ?? now;
    }
    return { status: 200, body: now };
  };
  const answers = { '/api/suggestions': suggestions(), ...(session && { '/api/session': session }) };
  await openScreen({ ...hub, transport: { ...hub.transport, ask } }, () => <Matching />, '/', '/', answers);
  return done;
}

afterEach(() => replica().close());

describe('what has been learned, for everybody', () => {
  test('is nothing on the first day', async () => {
    await open(NOTHING_YET, {}, null);
    expect(await screen.findByText(/has not learned from its mentorships yet/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Learn from past mentorships' })).toBeNull();
  });

  test('says how many mentorships there are, and how many are needed', async () => {
    await open({ ...NOTHING_YET, outcomes: { known: 12, needed: 200 } }, {}, null);
    expect(await screen.findByText(/this hub had 12. It needs 200/)).toBeTruthy();
  });

  test('is told with when, from how many, and how much better', async () => {
    await open(IN_USE, {}, null);
    expect(await screen.findByText(/count for 20% of the points/)).toBeTruthy();
    expect(screen.getByText(/On 1 September 2026 we looked at how 800 mentorships went/).textContent).toContain(
      'for 41 mentees it had never seen. It put two mentorships of the same mentee in the right order about 68 times in 100. The rules did about 57 times.',
    );
  });
});

describe('learning, for those who run the hub', () => {
  test('says that a training came to nothing, and why, until the next one', async () => {
    const why = 'Something went wrong on our side, and we have logged it.';
    const training = { ...NOTHING_YET, training: { done: 0.42, doing: 'Training networks' } };
    await open({ ...NOTHING_YET, unfinished: { at: '2026-09-01T09:00:00.000Z', why } }, { train: training });
    expect((await screen.findByText('The last training did not finish')).closest('.notice')?.textContent).toContain(
      `1 September 2026 at 10am: ${why} Suggestions are as before.`,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Train a model' }));
    await waitFor(() => expect(screen.queryByText('The last training did not finish')).toBeNull());
  });

  test('is begun, shows how far it is, and is stopped', async () => {
    const training = { ...NOTHING_YET, training: { done: 0.42, doing: 'Training networks' } };
    const done = await open(NOTHING_YET, { train: training, stop: NOTHING_YET });
    fireEvent.click(await screen.findByRole('button', { name: 'Train a model' }));
    expect(await screen.findByText('Training networks: 42%')).toBeTruthy();
    expect((screen.getByRole('progressbar', { name: 'Training a model' }) as HTMLProgressElement).value).toBe(0.42);
    fireEvent.click(screen.getByRole('button', { name: 'Stop training' }));
    expect(await screen.findByRole('button', { name: 'Train a model' })).toBeTruthy();
    expect(done).toEqual(['train', 'stop']);
  });

  test('a better model is used, and taken back in one step; the page says who did', async () => {
    const found: ShelfAnswer = { ...NOTHING_YET, hasCandidate: true, last: { at: '2026-09-01T09:00:00.000Z', verdict: VERDICT } };
    const done = await open(found, { use: IN_USE, back: NOTHING_YET });
    expect(await screen.findByText('The model is better than the rules.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Use new model' }));
    expect(await screen.findByText('Started using a model')).toBeTruthy();
    expect(await screen.findByText('Dee Adeyemi')).toBeTruthy();
    expect(await screen.findByText(/count for 20% of the points/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go back to the rules' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /Go back/ })).toBeNull());
    expect(done).toEqual(['use', 'back']);
  });

  test('a model that cannot be read is said to be', async () => {
    await open({ ...NOTHING_YET, condition: { state: 'broken', why: 'This model cannot be used: manifest.json is not JSON.' } });
    expect((await screen.findByText('The model cannot be used')).closest('.notice')?.textContent).toContain(
      'Suggestions follow the rules.',
    );
  });
});
