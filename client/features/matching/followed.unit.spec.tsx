import { screen, within } from '@solidjs/testing-library';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen } from '../../shared/testing.js';
import { suggestions } from '../find/examples.js';
import { linesOf, sayRanking, sayStill, type Followed, type FollowedAnswer } from './followed-words.js';
import Matching from './matching.screen.js';

const steps = (shown: number | null, asked: number | null = null, change: Partial<Followed> = {}): Followed => ({
  ...{ shown, asked, accepted: null, reached: null, still: null },
  ...change,
});
const ANSWER: FollowedAnswer = {
  all: steps(1_200, 60, { accepted: 40, reached: 30, still: 21 }),
  places: [
    { place: 1, steps: steps(500, 40) },
    { place: 2, steps: steps(400, 12) },
    { place: 3, steps: steps(300, 8) },
  ],
  rankings: [{ ranking: 'rules-4', steps: steps(1_200, 60) }],
};
const as = (institution: string, role: 'administrator' | 'coordinator' | 'leader') => ({
  ...{ person: 'helen', name: 'Helen', roles: [role], demo: false },
  memberships: [{ institution, trust: null, roles: [role] }],
});
const open = (session: object, answer: FollowedAnswer = ANSWER) =>
  openScreen(smallHub(), () => <Matching />, '/', '/', {
    '/api/session': session,
    '/api/suggestions': suggestions(),
    '/api/learning/followed': answer,
  });

afterEach(() => replica().close());

describe('what came of suggestions', () => {
  test('is told to coordinators, in steps and by place', async () => {
    await open(as('oakfield', 'coordinator'));
    const table = within(await screen.findByRole('table', { name: 'What came of suggestions' }));
    const rows = table.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows).toHaveLength(5);
    expect(rows[1]).toMatch(/All suggestions.*1,200.*60 \(5%\).*40 \(67%\).*21 of 30/);
    expect(rows[2]).toMatch(/Shown first.*500.*40 \(8%\).*Too few to show/);
    expect(screen.getByText(/A higher figure does not show that they matched better/)).toBeTruthy();
  });

  test('and to those who run the hub; nobody else is asked to see it', async () => {
    await open(as(HUB_INSTITUTION, 'administrator'));
    expect(await screen.findByRole('table', { name: 'What came of suggestions' })).toBeTruthy();
    replica().close();
    document.body.replaceChildren();
    await open(as('oakfield', 'leader'));
    expect(await screen.findByRole('heading', { name: 'What we keep' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'What came of suggestions' })).toBeNull();
  });

  test('says so where there is too little', async () => {
    await open(as('oakfield', 'coordinator'), { all: steps(null), places: [], rankings: [] });
    expect(await screen.findByText('There is too little to show yet. Figures show once they are about five mentees or more.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('parts are told where there are several that may be', () => {
    const names = (change: Partial<FollowedAnswer>) => linesOf({ ...ANSWER, places: [], ...change }).map(({ name }) => name);
    expect(names({})).toEqual(['All suggestions']);
    const model = { ranking: 'rules-4:0123456789ab', steps: steps(600) };
    expect(names({ rankings: [...ANSWER.rankings, model] })).toEqual([
      'All suggestions',
      'Rules, version 4',
      'Rules, version 4, with model 0123456789ab',
    ]);
    expect(names({ rankings: [{ ...model, steps: steps(null) }, model] })).toEqual([
      'All suggestions',
      'Rules, version 4, with model 0123456789ab',
    ]);
  });

  test('words', () => {
    expect(sayRanking('rules-12')).toBe('Rules, version 12');
    expect([sayStill(steps(9)), sayStill(steps(9, 9, { reached: 8 })), sayStill(steps(9, 9, { reached: 1_000, still: 900 }))]).toEqual([
      'Too few to show',
      'Too few to show, of 8',
      '900 of 1,000',
    ]);
  });
});
