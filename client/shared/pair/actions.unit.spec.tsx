import { screen } from '@solidjs/testing-library';
import { replica, type ViewRows } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../testing.js';
import { ActionRow } from './actions.js';

afterEach(() => replica().close());

const open = async (title: string) => {
  const hub = smallHub();
  seed(hub, []);
  const action = {
    ...{ action: 'x', meeting: 'm', mentorship: 's', owner: 'ben', title, due: null, done: 'yes', doneAt: '2026-03-06T12:00:00.000Z' },
    ...{ kept: false, noted: [], notes: [], statements: [], agreedAt: '2026-03-06T12:00:00.000Z' },
  } as unknown as ViewRows['action'];
  await openScreen(hub, () => <ActionRow action={action} linked fixed />, '/', '/');
};

test.each([
  ['Greet each pupil', 'the meeting in which Greet each pupil was agreed'],
  ['', 'the meeting of an action that was deleted'],
])('the link from an action, of the words “%s”, to its meeting is a whole sentence', async (title, name) => {
  await open(title);
  expect(await screen.findByRole('link', { name })).toBeTruthy();
});
