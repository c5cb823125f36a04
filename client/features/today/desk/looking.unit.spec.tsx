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

test('a figure of one school leads to those of that school', async () => {
  const hub = smallHub();
  const seeks = (person: string, school: string) =>
    ['seeking', person, { person, reach: [school, 'trust'], since: ago(9), lostMentor: false, suggested: null }] as const;
  seed(hub, [
    ELM,
    ['person', 'ines', INES],
    ['person', 'noor', { ...INES, person: 'noor', name: 'Noor Haddad', called: 'Noor', institutions: ['moor'] }],
    seeks('ines', 'elm'),
    seeks('noor', 'moor'),
  ]);
  await openScreen(hub, Looking, '/looking', '/looking?at=elm', COORDINATOR);
  expect(await screen.findByText(INES.name)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See all schools' })).toBeTruthy();
  expect([screen.queryByText('Noor Haddad'), screen.getByText('Elm', { selector: '.label' })]).toEqual([null, expect.anything()]);
});

test('who coordinates nowhere is told that they cannot see it, and not that there is nobody', async () => {
  const hub = smallHub();
  seed(hub, [ELM, ['person', 'ines', INES]]);
  await openScreen(hub, Looking, '/', '/');
  expect(await screen.findByRole('heading', { name: 'You cannot see who needs a mentor' })).toBeTruthy();
  expect(hub.reads().filter((path) => path.startsWith('/api/views/seeking'))).toEqual([]);
});
