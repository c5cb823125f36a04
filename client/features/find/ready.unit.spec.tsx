import { jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { PART_IDS, type PartId } from '@alongside/ml/ranking/part.js';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { suggested, suggestions } from './examples.js';
import Find from './find.screen.js';
import type { ReserveMentor, ReservesAnswer } from './ready.js';

/** A mentor who is kept ready: half a match in all parts but those given. */
function reserve(person: string, name: string, scores: Partial<Record<PartId, number>>): ReserveMentor {
  const {
    because: _b,
    aim: _a,
    lead: _l,
    place: _p,
    reasons: _r,
    score: _s,
    propensity: _y,
    parts: _q,
    adjustments: _j,
    ...card
  } = suggested(person, name);
  return {
    ...card,
    remarks: [
      { about: 'expertise', kind: 'for', text: `${name} offers classroom routines.` },
      { about: 'proximity', kind: 'for', text: `You and ${name} work at the same school.` },
    ],
    compared: {
      mentor: person as never,
      scores: { ...(Object.fromEntries(PART_IDS.map((part) => [part, 0.5])) as Record<PartId, number>), learned: 0, ...scores },
      balances: [{ about: 'requests', count: 1, off: 0.08 }],
      ...{ couldMeet: true, isFocused: true, worksAt: [], aim: null, helpsFirst: false, spread: 0.5 },
    },
  };
}
const reserves: ReservesAnswer = {
  people: [
    reserve('asha', 'Asha Rahman', { expertise: 1, proximity: 0 }),
    reserve('tariq', 'Tariq Banerjee', { availability: 0.9 }),
    reserve('frances', 'Frances Nwosu', { context: 0.8 }),
    reserve('bea', 'Bea Lang', { proximity: 1 }),
  ],
  bars: [],
  learned: 0,
};

async function open() {
  const hub = smallHub();
  const answers: Record<string, unknown> = { '/api/suggestions': suggestions(), '/api/reserves': reserves };
  const transport = answering(hub.transport, answers);
  /** What the hub says next, once it is let go. */
  let gate: Promise<void> | undefined;
  let isOut = false;
  await startReplica({
    ...transport,
    ask: async (ask) => {
      if (isOut) throw new TypeError('No network.');
      if (ask.path.startsWith('/api/suggestions?')) await gate;
      return transport.ask(ask);
    },
  }).refresh();
  const history = createMemoryHistory();
  history.set({ value: '/find' });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="*" component={Find} />
    </MemoryRouter>
  ));
  await screen.findByRole('heading', { name: 'You and Asha Rahman' });
  await waitFor(() => expect(transport.asked).toContain('/api/reserves'));
  await new Promise((later) => setTimeout(later, 20));
  return {
    hub,
    transport,
    history,
    answers,
    hold: () => {
      let open: () => void = () => undefined;
      gate = new Promise((resolve) => (open = resolve));
      return () => open();
    },
    cut: () => void (isOut = true),
  };
}
const nearest = (value = '100') => fireEvent.input(screen.getByLabelText('Close to my school'), { target: { value } });
const letter = () => screen.getByRole('article').querySelector('h2')?.textContent;
const whys = () => screen.getAllByRole('button', { name: /^See why we suggest / });
const points = () =>
  [...document.querySelectorAll('.find__points')].map(({ textContent }) => Number.parseInt(textContent.replace('−', '-'), 10));

beforeAll(() => void (window.scrollTo = () => undefined));
afterEach(() => {
  jest.restoreAllMocks();
  replica().close();
});

describe('a slider that is moved', () => {
  test('puts others first at once, before the hub is asked, with points that add up', async () => {
    const { transport, history } = await open();
    const asked = transport.asked.length;
    nearest();
    expect(letter()).toBe('You and Bea Lang');
    expect(transport.asked).toHaveLength(asked);
    expect(history.get()).toBe('/find');
    const all = points();
    expect(all.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(all.at(-1));
    expect(screen.getByText('You and Bea Lang work at the same school.')).toBeTruthy();
    // On its way it passes others.
    nearest('0');
    expect(letter()).toBe('You and Asha Rahman');
  });

  test('asks the hub once it rests, and gives way to its answer, out of everybody', async () => {
    const { transport, answers, hold, history } = await open();
    const letGo = hold();
    answers['/api/suggestions'] = suggestions({ people: [suggested('noor', 'Noor Haddad'), suggested('bea', 'Bea Lang')] });
    nearest('50');
    nearest();
    await waitFor(() => expect(history.get()).toBe('/find?proximity=100'));
    expect(letter()).toBe('You and Bea Lang');
    expect(
      screen.getByText('Of the 4 mentors we compared, Bea scores highest. When mentors score the same, we vary who comes first.'),
    ).toBeTruthy();
    letGo();
    await waitFor(() => expect(letter()).toBe('You and Noor Haddad'));
    expect(transport.asked.filter((path) => path.startsWith('/api/suggestions?'))).toEqual(['/api/suggestions?proximity=0.40']);
    expect(await screen.findByText('We now suggest Noor Haddad first.')).toBeTruthy();
  });

  test('a suggestion that is read meanwhile stays, and the focus where it is', async () => {
    const { answers, hold } = await open();
    const letGo = hold();
    answers['/api/suggestions'] = suggestions({ people: [suggested('noor', 'Noor Haddad'), suggested('bea', 'Bea Lang')] });
    nearest();
    const ask = screen.getByRole('link', { name: 'Ask Bea' });
    ask.focus();
    letGo();
    await waitFor(() => expect(whys().map(({ textContent }) => textContent)).toEqual(['See why we suggest Noor']));
    expect(letter()).toBe('You and Bea Lang');
    expect(document.activeElement).toBe(ask);
  });

  test('the list below does not change under the focus: it does once that has left, and passes for no list of the hub’s meanwhile', async () => {
    const { hub, answers, hold } = await open();
    const letGo = hold();
    answers['/api/suggestions'] = suggestions({ people: [suggested('noor', 'Noor Haddad'), suggested('cleo', 'Cleo Hart')] });
    nearest();
    const before = whys();
    before[0]?.focus();
    letGo();
    await new Promise((later) => setTimeout(later, 2_500));
    expect(whys()).toEqual(before);
    expect(JSON.stringify(hub.commands().filter(({ type }) => type === 'NoteSuggestionsShown'))).not.toContain('bea');
    expect(document.activeElement).toBe(before[0]);
    screen.getByLabelText('Close to my school').focus();
    await waitFor(() => expect(letter()).toBe('You and Noor Haddad'));
    expect(whys().map(({ textContent }) => textContent)).toEqual(['See why we suggest Cleo']);
  });

  test('goes on without a network, says over how many people, and what was shown then is not noted', async () => {
    const { hub, cut } = await open();
    cut();
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    dispatchEvent(new Event('offline'));
    nearest();
    expect(letter()).toBe('You and Bea Lang');
    expect(await screen.findByText('These suggestions are from 4 mentors')).toBeTruthy();
    nearest('0');
    expect(letter()).toBe('You and Asha Rahman');
    await new Promise((later) => setTimeout(later, 2_500));
    const noted = hub.commands().filter(({ type }) => type === 'NoteSuggestionsShown');
    expect(noted.filter(({ data }) => !('expertise' in (data as { weights: object }).weights))).toEqual([]);
    expect(noted.length).toBeLessThanOrEqual(1);
    dispatchEvent(new Event('online'));
  });
});
