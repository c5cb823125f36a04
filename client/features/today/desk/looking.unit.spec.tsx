import { screen } from '@solidjs/testing-library';
import { replica } from '../../../replica/index.js';
import { smallHub } from '../../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../../shared/testing.js';
import { ago, COORDINATOR, ELM, INES } from './coordinator.testing.js';
import Looking from './looking.screen.js';

afterEach(() => replica().close());

test('those who need a mentor are told apart by job and school', async () => {
  const hub = smallHub();
  seed(hub, [
    ELM,
    ['person', 'ines', INES],
    ['seeking', 'ines', { person: 'ines', reach: ['elm'], since: ago(9), lostMentor: false, suggested: { by: 'asha', on: ago(0) } }],
  ]);
  await openScreen(hub, Looking, '/', '/', COORDINATOR);
  expect(await screen.findByText(/Trainee, Elm\. For 9 days · Asha suggested mentors today\./)).toBeTruthy();
});
