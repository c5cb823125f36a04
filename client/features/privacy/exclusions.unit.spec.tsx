import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { createView, me, replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import { Exclusions } from './exclusions.js';

const NOBODY_LISTED = { '/api/directory': { hits: [] } };
const HERE = { memberships: [{ institution: 'oakfield', roles: ['member'] }], roles: [], demo: false };
const cleo = { person: 'cleo', name: 'Cleo Hart', called: 'Cleo', jobTitle: 'Teacher of Art', institutions: ['oakfield'] };
const asked = { mentor: 'ben', mentee: 'asha', request: 'q', status: 'open', actsNext: 'mentor', answerBy: '2099-03-10' };

const Own = () => {
  const profile = createView('profile', me);
  return <Exclusions excluded={profile()?.exclusions} loading={profile.loading} />;
};

async function open(answers: Readonly<Record<string, unknown>>, rows: Parameters<typeof seed>[1]) {
  const hub = smallHub();
  seed(hub, [['profile', 'ben', { person: 'ben', exclusions: [] }], ...rows]);
  await openScreen(hub, Own, '/privacy', '/privacy', answers);
  return hub;
}
const type = async (name: string) => fireEvent.input(await screen.findByLabelText('Add a person'), { target: { value: name } });

afterEach(() => replica().close());

describe('[R5] whom somebody would rather not be matched with', () => {
  test('may be somebody who asked them, though no directory lists who mentors nobody', async () => {
    const hub = await open(NOBODY_LISTED, [['request', 'q', asked]]);
    await type('rahman');
    fireEvent.click(await screen.findByRole('button', { name: /Asha Rahman/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Do not match me with Asha Rahman' }));
    await waitFor(() =>
      expect(hub.commands().map(({ type: given, data }) => [given, data])).toEqual([['ExcludePerson', { person: 'ben', other: 'asha' }]]),
    );
  });

  test('may be a colleague, found once however many lists they stand in', async () => {
    const listed = { hits: [{ id: 'cleo', name: 'Cleo Hart', called: 'Cleo', jobTitle: 'Teacher of Art' }] };
    await open({ '/api/directory': listed, '/api/session': { person: 'ben', name: 'Ben Okafor', ...HERE } }, [['person', 'cleo', cleo]]);
    await type('cleo');
    await waitFor(() => expect(screen.getAllByRole('button', { name: /Cleo Hart/ })).toHaveLength(1));
    expect(screen.getByText('1 person found.')).toBeTruthy();
  });

  test('is not oneself, and nobody who is on the list already', async () => {
    await open({ ...NOBODY_LISTED, '/api/session': { person: 'ben', name: 'Ben Okafor', ...HERE } }, [
      ['person', 'ben', { person: 'ben', name: 'Ben Okafor', called: 'Ben', jobTitle: '', institutions: ['oakfield'] }],
      ['person', 'cleo', cleo],
      ['profile', 'ben', { person: 'ben', exclusions: ['cleo'] }],
    ]);
    for (const name of ['ben', 'cleo']) {
      await type(name);
      expect(await screen.findByText('We could not find a person with that name.')).toBeTruthy();
    }
  });
});
