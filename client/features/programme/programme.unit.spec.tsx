import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen } from '../../shared/testing.js';
import Programme from './programme.screen.js';

afterEach(() => replica().close());

const figures = (places: number) => ({ places, pairs: 10, pairsOnTrial: 0, pairsActive: 10, pairsPaused: 0, mentors: 6, members: 20 });

describe('a programme', () => {
  test('shows the figures of what is chosen, and of nothing else', async () => {
    const hub = smallHub();
    for (const [id, trust, name, places, space] of [
      ['riverbank', null, 'Riverbank Trust', 120, 64],
      ['northfield', 'riverbank', 'Northfield School', 26, 15],
    ] as const) {
      const details = { name, kind: trust ? 'school' : 'trust', nation: 'england' };
      hub.put('institution', id, { institution: id, trust, details, terms: [], closures: [] });
      hub.put('overview', id, { institution: id, figures: figures(places) });
      hub.put('pulse', id, { institution: id, pairs: 10, lastMet: {}, looking: { newest: null, fives: [] }, space });
    }
    const memberships = [
      { institution: 'riverbank', trust: null, roles: ['leader'] },
      { institution: 'northfield', trust: 'riverbank', roles: ['leader'] },
    ];
    const session = { person: 'marcus', name: 'Marcus', roles: ['leader'], demo: true, memberships };
    await openScreen(hub, Programme, '/programme', '/programme?at=riverbank', { '/api/session': session });
    expect(await screen.findByText('120 in all, 64 free')).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'northfield' } });
    await waitFor(() => expect(screen.queryByText('26 in all, 15 free')).toBeTruthy());
  });
});
