import { screen } from '@solidjs/testing-library';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { replica } from '../../../replica/index.js';
import { smallHub } from '../../../replica/testing/small-hub.js';
import { openScreen } from '../../../shared/testing.js';
import { NextForHub } from './next-for-hub.js';

const DEE = {
  ...{ person: 'dee', name: 'Dee', roles: ['administrator'], demo: false },
  memberships: [{ institution: HUB_INSTITUTION, trust: null, roles: ['administrator'] }],
};
const ELM = { institution: 'elm', name: 'Elm', kind: 'school', nation: 'england', hasCalendar: true, hasCoordinator: true };
const open = (more: object) =>
  openScreen(smallHub(), () => <NextForHub titled={false} onHeading={() => undefined} />, '/', '/', {
    '/api/session': DEE,
    '/api/set-up': { hubName: 'Hub', mail: 'sends', schools: [ELM], publicUrl: 'https://hub.example', ...more },
    '/api/invitations/kept': { leaves: true, people: [] },
  });

afterEach(() => replica().close());

test.each([
  ['failing', 'Emails of this hub are not being sent.'],
  ['held', 'This hub was restored from a backup and holds its emails.'],
])('who looks after the hub sees on Today that emails are %s, and where to look', async (emails, said) => {
  await open({ emails });
  const line = await screen.findByText(new RegExp(`^${said.replaceAll('.', '\\.')}`));
  expect(line.querySelector('a')?.getAttribute('href')).toBe('/health');
});

test('nothing is said of emails that go', async () => {
  await open({});
  expect(await screen.findByText(/^You can add schools/)).toBeTruthy();
  expect(screen.queryByText(/[Ee]mails/)).toBeNull();
});
