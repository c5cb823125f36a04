import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { MemoryRouter, Route } from '@solidjs/router';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { settled } from '../profile/examples.js';
import type { MenteesAnswer, MenteeToHelp } from './answer.js';
import Mentees from './mentees.screen.js';

const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const remark = (kind: 'for' | 'against', text: string) => ({ about: 'context', kind, text });
const ben: MenteeToHelp = {
  ...{ person: 'ben', name: 'Ben Okafor', called: 'Ben', jobTitle: 'Teacher of mathematics', institutions: ['Northfield School'] },
  remarks: [
    ...['Ben wants to work on routines, and you can help with it.', 'You both teach mathematics.', 'A third.', 'A fourth.'].map((text) =>
      remark('for', text),
    ),
    remark('against', 'You have no shared times.'),
  ],
};
const shown = (change: Partial<MenteesAnswer> = {}): MenteesAnswer => ({
  ...{ state: 'open', left: 2, groups: [{ aim: ROUTINES, people: [ben] }], more: false },
  ...change,
});

async function open(hub: SmallHub, answer: MenteesAnswer | undefined, own: object = {}) {
  hub.put('profile', 'asha', { ...settled, person: 'asha', ...own });
  await startReplica(answering(hub.transport, answer ? { '/api/mentees': answer } : {})).signInAs('asha');
  render(() => (
    <MemoryRouter>
      <Route path="/" component={Mentees} />
    </MemoryRouter>
  ));
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));

afterEach(() => replica().close());

describe('teachers you could help', () => {
  test('are under the focus area that they share, with reasons and reservations, and without a rank', async () => {
    await open(smallHub(), shown());
    await screen.findByRole('heading', { level: 3, name: 'Ben Okafor' });
    expect(screen.getByRole('heading', { level: 2, name: 'Classroom routines and expectations' })).toBeTruthy();
    expect(screen.getByText('Teacher of mathematics, Northfield School')).toBeTruthy();
    expect(screen.getByText('You have no shared times.')).toBeTruthy();
    expect(screen.getByText('More about how you fit')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/best|score|points|%|rank/i);
    expect(screen.queryByText(/look again tomorrow/)).toBeNull();
  });

  test('are offered help in the mentor’s own words, and not without any', async () => {
    const hub = smallHub();
    await open(hub, shown());
    await press('Offer to help Ben');
    await press('Send offer');
    expect(await screen.findByText('Enter a message.')).toBeTruthy();
    expect(hub.commands()).toEqual([]);
    fireEvent.input(screen.getByLabelText('Your message to Ben'), { target: { value: 'Glad to help.' } });
    await press('Send offer');
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    expect(hub.commands()[0]).toMatchObject({ type: 'OfferHelp', data: { mentor: 'asha', mentee: 'ben', note: 'Glad to help.' } });
  });

  test('says that there are others, whom another day shows', async () => {
    await open(smallHub(), shown({ more: true }));
    expect(await screen.findByText(/look again tomorrow/)).toBeTruthy();
  });

  test.each([
    ['not-offering', 'You do not offer mentoring yet', 'Offer mentoring', '/profile?section=help'],
    ['full', 'You are full', 'Offer more space', '/profile?section=mentoring'],
    ['all-offered', 'You have offered all your space', 'See your offers', '/requests'],
  ] as const)('%s: says so and what to do, and shows nobody', async (state, title, link, path) => {
    await open(smallHub(), shown({ state, groups: [], left: 0 }));
    await screen.findByRole('heading', { level: 2, name: title });
    expect(screen.getAllByRole('link', { name: link })[0]?.getAttribute('href')).toBe(path);
    expect(screen.queryByRole('button', { name: /^Offer to help/ })).toBeNull();
  });

  test('a mentor who is paused can resume from here', async () => {
    const hub = smallHub();
    await open(hub, shown({ state: 'paused', groups: [], left: 0 }), { offer: { careerStages: [], note: '' }, paused: { until: null } });
    await press('Resume new requests');
    await waitFor(() => expect(hub.commands()[0]).toMatchObject({ type: 'ResumeMentoring' }));
  });

  test('where nobody is open to offers, it says when people show here', async () => {
    await open(smallHub(), shown({ groups: [] }));
    expect(await screen.findByRole('heading', { level: 2, name: 'No one to show right now' })).toBeTruthy();
  });

  test('what could not be loaded says so and can be tried again', async () => {
    await open(smallHub(), undefined);
    expect(await screen.findByText('We could not load this')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
