import { MemoryRouter, Route, createMemoryHistory } from '@solidjs/router';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import type { Ask, Reply, Transport } from '../../replica/transport.js';
import { bandsOf } from '../../shared/programme/history-answers.js';
import History from './history.screen.js';
import { neighboursOf } from './past.js';

const TERMS = [
  { name: 'Autumn 2025', from: '2025-09-01', to: '2025-12-19' },
  { name: 'Spring 2026', from: '2026-01-05', to: '2026-03-27' },
];
const figuresOf = (pairs: number) => ({
  pairsActive: pairs,
  medianDaysToFirstMeeting: 6.5,
  meetingsHeld: 12,
  pairsEndedEarly: 0,
});

/** A hub with one programme, whose number of pairs is the day of the month. */
function hubWithHistory() {
  const asked: string[] = [];
  const answer = ({ path }: Ask): Reply => {
    if (path === '/api/session') {
      const memberships = [{ institution: 'riverbank', trust: null, roles: ['leader'] }];
      return { status: 200, body: { person: 'marcus', name: 'Marcus', memberships, roles: ['leader'], demo: true } };
    }
    if (path.startsWith('/api/views/institution')) {
      const data = { institution: 'riverbank', trust: null, details: { name: 'Riverbank Trust', kind: 'trust' } };
      return { status: 200, body: { rows: [{ view: 'institution', id: 'riverbank', position: '1', data }], through: '1' } };
    }
    if (path.startsWith('/api/views/')) return { status: 200, body: { rows: [], through: '1' } };
    const day = /^\/api\/history\/riverbank\/(.+)$/.exec(path)?.[1];
    asked.push(day ?? path);
    if (!day)
      return { status: 200, body: { from: '2025-09-01', to: '2026-03-06', terms: TERMS, days: [{ day: '2025-11-10', height: 3 }] } };
    const earlier = day < '2026-01-01' ? [] : [{ kind: 'term', day: '2025-12-19', figures: figuresOf(2) }];
    const week = [{ day: '2025-11-10', sentences: ['Six pairs met.'] }];
    return { status: 200, body: { day, figures: figuresOf(Number(day.slice(8))), before: figuresOf(5), earlier, week } };
  };
  const transport: Transport = {
    ask: async (ask) => answer(ask),
    live: () => ({
      resume: async () => ({ kind: 'resumed', through: null }),
      watch: async () => ({ kind: 'resumed', through: null }),
      close: () => undefined,
    }),
  };
  return { transport, asked };
}

async function open(path: string) {
  const hub = hubWithHistory();
  await startReplica(hub.transport).refresh();
  const history = createMemoryHistory();
  history.set({ value: path });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/history" component={History} />
    </MemoryRouter>
  ));
  await screen.findByRole('slider', { name: 'Day to show' });
  return { hub, history };
}
const figure = (label: RegExp) => screen.getByText(label, { selector: 'dt' }).parentElement?.querySelector('dd')?.textContent;

beforeAll(() => {
  window.matchMedia = ((query: string) => ({ matches: false, media: query })) as unknown as typeof window.matchMedia;
});
afterEach(() => replica().close());

describe('History', () => {
  test('shows a day as it stood, small numbers and nought as well, and what happened that week', async () => {
    await open('/history?on=2025-11-14');
    expect(await screen.findByRole('heading', { level: 1, name: 'History on 14 November 2025' })).toBeTruthy();
    await waitFor(() => expect(figure(/active pairs/)).toBe('14'));
    expect(figure(/ended early/)).toBe('0');
    expect(screen.getByText('Six pairs met.')).toBeTruthy();
    expect(screen.getByText(/9 more than a week before/)).toBeTruthy();
  });

  test('arrows of the range, its leaps by a week and the date field all lead to a day, and the address follows', async () => {
    const { history } = await open('/history?on=2025-11-14');
    const range = screen.getByRole('slider', { name: 'Day to show' });
    fireEvent.keyDown(range, { key: 'PageUp' });
    await waitFor(() => expect(figure(/active pairs/)).toBe('21'));
    fireEvent.input(range, { target: { value: '0' } });
    await waitFor(() => expect(figure(/active pairs/)).toBe('1'));
    fireEvent.input(screen.getByLabelText('Go to a date'), { target: { value: '2026-03-04' } });
    await waitFor(() => expect(figure(/active pairs/)).toBe('4'));
    await waitFor(() => expect(history.get()).toContain('on=2026-03-04'));
  });

  test('a day before the beginning is not left in the field, also where the beginning is shown already', async () => {
    await open('/history?on=2025-09-02');
    const field = screen.getByLabelText<HTMLInputElement>('Go to a date');
    for (const typed of ['1999-01-01', '1999-01-01']) {
      fireEvent.input(field, { target: { value: typed } });
      await waitFor(() => expect(field.value).toBe('2025-09-01'));
      expect(await screen.findByRole('heading', { level: 1, name: 'History on 1 September 2025' })).toBeTruthy();
    }
    fireEvent.input(field, { target: { value: '0002-01-01' } });
    expect(field.value).toBe('0002-01-01');
  });

  test('[R7] a difference of one from the week before is told, for its readers see who', async () => {
    await open('/history?on=2025-11-06');
    expect(await screen.findByText(/1 more than a week before/)).toBeTruthy();
    expect(screen.getByRole('table', { name: /^Every figure/ }).textContent).not.toMatch(/hidden|about as many/);
  });

  test('a day is compared with the end of the term before, in each figure and with the difference, and says what there is not', async () => {
    const { history } = await open('/history?on=2026-03-06');
    expect(await screen.findByText(/1 more than a week before/)).toBeTruthy();
    const choice = screen.getByRole('combobox', { name: 'Compare with' });
    expect([...choice.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'A week before',
      'The end of the term before, 19 December 2025',
    ]);
    expect(screen.getByText('History here begins on 1 September 2025, so there is no year before to compare with yet.')).toBeTruthy();
    fireEvent.change(choice, { target: { value: 'term' } });
    expect(await screen.findByText(/4 more than at the end of the term before/)).toBeTruthy();
    const row = screen.getByRole('rowheader', { name: 'Pairs: active' }).parentElement;
    expect([...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)).toEqual(['6', '2', '4 more']);
    expect(screen.getByRole('columnheader', { name: '19 December 2025' })).toBeTruthy();
    await waitFor(() => expect(history.get()).toContain('with=term'));
  });

  test('a day beyond the ends leads to the end', async () => {
    await open('/history?on=2031-01-01');
    expect(await screen.findByRole('heading', { level: 1, name: 'History on 6 March 2026' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Play from the beginning' })).toBeTruthy();
  });
});

describe('what is fetched ahead', () => {
  test('the next week first, and nothing beyond the ends', () => {
    const ends = { from: '2025-09-01', to: '2025-09-10' };
    expect(neighboursOf('2025-09-02', ends)).toEqual(['2025-09-09', '2025-09-03', '2025-09-01']);
    expect(neighboursOf(undefined, ends)).toEqual([]);
  });
});

describe('terms on the planner', () => {
  test('are cut to what is shown, and named in full once a school year', () => {
    expect(bandsOf(TERMS, '2025-10-01', '2026-02-01')).toEqual([
      { label: 'Autumn 2025', from: '2025-10-01', to: '2025-12-19', minor: false },
      { label: 'Spring', from: '2026-01-05', to: '2026-02-01', minor: true },
    ]);
  });
});
