import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { PLACES } from '../../app/places.js';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, PAIR, seed } from '../../shared/testing.js';
import { ASK_A_COORDINATOR } from '../../shared/help/asking.js';
import Help from './help.screen.js';

const here = { institution: 'school', trust: null, roles: [], from: '2025-09-01', lineManager: 'lea', inductionTutor: null };

async function open(coordinators: readonly string[], pairs: readonly string[] = []) {
  const hub = smallHub();
  hub.put('person', 'helen', { person: 'helen', name: 'Helen Ford', called: 'Helen' });
  seed(hub, [
    ['membership', 'ben', { person: 'ben', memberships: [here], institutions: ['school'] }],
    ['coordinators', 'school', { institution: 'school', coordinators }],
    ...pairs.map((mentorship) => ['mentorship', mentorship, { ...PAIR, mentorship }] as const),
  ]);
  await openScreen(hub, Help, '/help', '/help');
  return hub;
}
async function write(button: RegExp, text: string) {
  fireEvent.click(await screen.findByRole('button', { name: button }));
  const form = within(await screen.findByRole('dialog'));
  fireEvent.input(await form.findByLabelText(/Message to Helen/), { target: { value: text } });
  fireEvent.click(form.getByRole('button', { name: 'Send message' }));
}

test('asking a coordinator is a place in the menu, by the name that it has everywhere', () =>
  expect(PLACES.find(({ path }) => path === '/help')).toMatchObject({ name: ASK_A_COORDINATOR, shown: 'menu' }));

describe('asking a coordinator', () => {
  afterEach(() => replica().close());

  test('is possible for a person without a mentorship, who would be stuck otherwise', async () => {
    const hub = await open(['helen']);
    await write(/about something else/, 'I cannot find a mentor.');
    await waitFor(() =>
      expect(hub.commands()).toMatchObject([{ type: 'WriteMessage', data: { to: 'helen', text: 'I cannot find a mentor.' } }]),
    );
  });

  test('about a pair goes to the coordinator as a word about that pair', async () => {
    const hub = await open(['helen'], ['m7']);
    await write(/about Asha Rahman/, 'We rarely meet.');
    await waitFor(() => expect(hub.commands()).toMatchObject([{ type: 'AskForHelp', data: { mentorship: 'm7', coordinator: 'helen' } }]));
  });

  test('[R6] leaves out a coordinator who manages the person, and says where there is no other', async () => {
    await open(['lea', 'ben']);
    expect(await screen.findByRole('heading', { name: 'No coordinator to write to' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Ask a coordinator/ })).toBeNull();
  });
});
