import { render, screen, waitFor } from '@solidjs/testing-library';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { SuggestedMentor } from '../../shared/mentors/suggestions.js';
import { suggested, suggestions } from '../find/examples.js';
import { settled } from '../profile/examples.js';
import Ask from './ask.screen.js';
import MentorScreen from './mentor.screen.js';

const ASHA = {
  ...{ person: 'asha', name: 'Asha Rahman', called: 'Asha', jobTitle: 'Head of mathematics', about: '', institutions: [], phases: [] },
  ...{ subjects: [], settings: [], careerStage: null, roles: [], expertise: [], availability: null, preferences: {}, offering: true },
  ...{ offer: { careerStages: [], note: '' }, paused: null },
};
const said = () => document.body.textContent?.replaceAll(/[\u2068\u2069]/g, '') ?? '';

/** Ben looks at Asha. */
async function open(
  change: object = {},
  {
    at = '/mentors/asha',
    exclusions = [] as string[],
    mentor = {},
    capacity = { places: 3, taken: 0 } as { places: number; taken: number } | undefined,
  } = {},
) {
  const hub = smallHub();
  hub.put('profile', 'ben', { ...settled, exclusions });
  hub.put('directory', 'asha', { ...ASHA, ...mentor });
  if (capacity) hub.put('capacity', 'asha', { person: 'asha', openRequests: 0, answered: 0, answerHours: 0, ...capacity });
  hub.put('person', 'asha', { person: 'asha', name: 'Asha Rahman', called: 'Asha', jobTitle: '', institutions: [], erased: false });
  const asha = { ...suggested('asha', 'Asha Rahman'), ...change };
  await startReplica(answering(hub.transport, { '/api/suggestions': suggestions(), '/api/suggestions/asha': asha })).signInAs('ben');
  const history = createMemoryHistory();
  history.set({ value: at });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/mentors/:person" component={MentorScreen} />
      <Route path="/mentors/:person/ask" component={Ask} />
    </MemoryRouter>
  ));
}

afterEach(() => replica().close());

describe('a mentor’s profile', () => {
  test('who can be asked has times and one thing to do', async () => {
    await open();
    expect(await screen.findByRole('link', { name: 'Ask Asha' })).toBeTruthy();
    expect(said()).toContain('First times you could both meet');
  });

  const SPACE = {
    'Has space for 2 more mentees': { capacity: { places: 3, taken: 1 } },
    'Has space for one more mentee': { capacity: { places: 1, taken: 0 } },
    Full: { capacity: { places: 1, taken: 2 } },
    'Asha is not taking new requests until Wednesday 13 January 2100': { mentor: { paused: { until: '2100-01-13' } } },
  };
  for (const [words, given] of Object.entries(SPACE))
    test(`says how much space there is: “${words}”`, async () => {
      await open({}, given);
      expect(await screen.findByText('Space')).toBeTruthy();
      expect(screen.getByText('Space').parentElement?.textContent).toBe(`Space${words}`);
    });

  test('does not call a mentor full of whom nothing was counted yet', async () => {
    await open({}, { capacity: undefined });
    expect(await screen.findByText('About Asha')).toBeTruthy();
    expect(screen.queryByText('Space')).toBeNull();
    expect(said()).not.toContain('Full');
  });

  const WHY = {
    'Asha is not taking new requests until Wednesday 13 January 2100. You can ask Asha from that day.': {
      cannotAsk: { because: 'paused', until: '2100-01-13' },
    },
    'Asha is not taking new requests right now. You can ask Asha when they take requests again.': {
      cannotAsk: { because: 'paused', until: null },
    },
    'Asha is full right now.': { placesLeft: 0 },
  };
  for (const [words, change] of Object.entries(WHY))
    test(`who cannot be asked has no times, no Ask and no count of requests: “${words}”`, async () => {
      await open(change);
      await waitFor(() => expect(said()).toContain(words));
      expect(screen.queryByRole('link', { name: 'Ask Asha' })).toBeNull();
      expect(said()).not.toContain('First times you could both meet');
      expect(said()).not.toContain('requests left');
    });

  test('nor has a mentor whom one asked not to be matched with', async () => {
    await open({}, { exclusions: ['asha'] });
    await screen.findByText(/^You asked not to be matched with/);
    await screen.findByText('How we worked this out');
    expect(screen.queryByRole('link', { name: 'Ask Asha' })).toBeNull();
  });

  const REQUESTS: Readonly<Record<string, Partial<SuggestedMentor['adjustments'][number]>>> = {
    'Asha has 3 requests to reply to, and space for one more mentee': { count: 3, free: 1 },
    'Asha has one request to reply to, and no space right now': { count: 1, free: 0 },
    // An answer kept since before it counted for how many there is space.
    'Asha has 2 requests to reply to': { count: 2 },
  };
  for (const [words, change] of Object.entries(REQUESTS))
    test(`what takes points off is said: “${words}”`, async () => {
      await open({ adjustments: [{ about: 'requests', points: -0.1, count: 1, ...change }] });
      const what = (await screen.findByText('Requests to reply to')).nextElementSibling?.firstElementChild;
      expect(what?.textContent).toBe(words);
    });

  test('an address that leads straight to the form says why it is not there', async () => {
    await open({ cannotAsk: { because: 'paused', until: '2100-01-13' } }, { at: '/mentors/asha/ask' });
    expect(await screen.findByRole('link', { name: 'Find another mentor' })).toBeTruthy();
    expect(said()).toContain('Asha is not taking new requests until Wednesday 13 January 2100');
    expect(screen.queryByLabelText('Your note')).toBeNull();
    expect(said()).not.toContain('We’ve filled this in for you');
  });
});
