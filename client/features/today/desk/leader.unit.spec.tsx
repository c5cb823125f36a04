import { screen } from '@solidjs/testing-library';
import { replica } from '../../../replica/index.js';
import { smallHub } from '../../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../../shared/testing.js';
import { dayOf } from '../../../ui/index.js';
import Leader from './leader.js';

const elm = { institution: 'elm', trust: null, terms: [], closures: [], details: { name: 'Elm', kind: 'school', nation: 'england' } };
const belongs = { institution: 'elm', trust: null, roles: ['leader'], from: '2026-09-01', lineManager: null, inductionTutor: null };

async function open(looking: number | undefined) {
  const hub = smallHub();
  seed(hub, [
    ['institution', 'elm', elm],
    ['membership', 'ben', { person: 'ben', institutions: ['elm'], memberships: [belongs] }],
    ['pulse', 'elm', { institution: 'elm', pairs: 6, lastMet: { [dayOf()]: 6 }, space: 3 }],
  ]);
  const answers = looking === undefined ? {} : { '/api/looking': { institutions: { elm: looking } } };
  await openScreen(hub, () => <Leader onHeading={() => undefined} titled />, '/', '/', answers);
}

afterEach(() => replica().close());

describe('to a leader', () => {
  test('[R7] those who look for a mentor are told in fives', async () => {
    await open(10);
    expect(await screen.findByText('10 or more people are looking for a mentor. Mentors have space for 3 more mentees.')).toBeTruthy();
  });

  test.each([
    ['fewer than five', 0],
    ['a number that the hub could not be asked for', undefined],
  ])('[R7] %s is not said at all', async (_name, looking) => {
    await open(looking);
    expect(await screen.findByText('Mentors have space for 3 more mentees.')).toBeTruthy();
  });
});
