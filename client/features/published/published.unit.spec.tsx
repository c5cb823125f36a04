import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import MentorScreen from '../mentors/mentor.screen.js';
import Shared from './published.screen.js';

const as = (memberships: readonly object[]) => ({
  '/api/session': { person: 'ben', name: 'Ben', memberships, roles: [], demo: false },
});
const northfield = [{ institution: 'northfield', trust: 'trust', roles: [] }];
function publish(hub: SmallHub, count: number, change: Record<string, unknown> = {}) {
  for (let n = 1; n <= count; n += 1) {
    const id = `f${String(n).padStart(2, '0')}`;
    const publishedAt = `2026-03-${String(n).padStart(2, '0')}T09:00:00.000Z`;
    hub.put('published', id, { reflection: id, person: 'asha', institutions: ['northfield', 'trust'], publishedAt, ...change });
    hub.put('published-words', id, { reflection: id, person: 'asha', title: `Reflection ${n}`, text: `Words ${n}` });
  }
}
const titles = () => screen.queryAllByRole('heading', { name: /^Reflection / }).map((heading) => heading.textContent);

afterEach(() => replica().close());

describe('shared by colleagues', () => {
  const open = async (hub: SmallHub, memberships = northfield) => {
    seed(hub, []);
    await openScreen(hub, Shared, '/shared', '/shared', as(memberships));
    await screen.findByRole('heading', { level: 1, name: 'Shared by colleagues' });
  };

  test('has each once, newest first, with who and when', async () => {
    const hub = smallHub();
    publish(hub, 2);
    await open(hub);
    await screen.findByText('Words 1');
    expect(titles()).toEqual(['Reflection 2', 'Reflection 1']);
    const [asha] = await screen.findAllByRole('link', { name: 'Asha Rahman' });
    expect(asha?.getAttribute('href')).toBe('/mentors/asha');
    expect(screen.getByText(/2 March 2026/)).toBeTruthy();
  });

  test('has what was published before the school joined its trust', async () => {
    const hub = smallHub();
    publish(hub, 1, { institutions: ['northfield'] });
    await open(hub);
    expect(await screen.findByText('Words 1')).toBeTruthy();
  });

  test('says how many more there are, and shows them a page at a time', async () => {
    const hub = smallHub();
    publish(hub, 12);
    await open(hub);
    fireEvent.click(await screen.findByRole('button', { name: 'Show 2 more reflections' }));
    await waitFor(() => expect(titles()).toHaveLength(12));
    expect(titles().at(-1)).toBe('Reflection 1');
  });

  test('loses what is taken back as it is taken back', async () => {
    const hub = smallHub();
    publish(hub, 1);
    await open(hub);
    await screen.findByText('Words 1');
    hub.remove('published', 'f01');
    expect(await screen.findByText('Nothing shared yet')).toBeTruthy();
    expect(screen.queryByText('Words 1')).toBeNull();
  });

  test('is empty for somebody without a school, in words that are so', async () => {
    const hub = smallHub();
    publish(hub, 1);
    await open(hub, []);
    expect(await screen.findByText('Nothing shared yet')).toBeTruthy();
  });
});

describe('the profile of a colleague', () => {
  test('has what they published', async () => {
    const hub = smallHub();
    publish(hub, 4);
    seed(hub, []);
    await openScreen(hub, MentorScreen, '/mentors/:person', '/mentors/asha', as(northfield));
    await screen.findByRole('region', { name: 'Shared by Asha' });
    await screen.findByText('Words 4');
    expect(titles()).toEqual(['Reflection 4', 'Reflection 3', 'Reflection 2']);
    expect(screen.getByRole('button', { name: 'Show one more reflection' })).toBeTruthy();
  });
});
