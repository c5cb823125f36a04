import { jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { DirectoryAnswer } from './answer.js';
import { sayNearest, saySlips } from './understood.js';
import Directory from './directory.screen.js';

const found: DirectoryAnswer = {
  hits: [
    {
      id: 'asha',
      name: 'Asha Rahman',
      jobTitle: 'Head of mathematics',
      institutions: ['Northfield School'],
      subjects: ['sub-mathematics'],
      phases: ['ph-ks3'],
      expertise: [{ tag: 'exp-classroom-checking-for-understanding', level: 4 }],
      format: 'either',
      weekdays: ['tuesday'],
      free: 1,
    },
  ],
  total: 1,
  facets: {
    subject: [
      { value: 'sub-mathematics', label: 'Mathematics', count: 1 },
      { value: 'sub-drama', label: 'Drama', count: 6 },
    ],
  },
};

async function open(answer: DirectoryAnswer, at = '/directory', session: object = {}) {
  const hub = smallHub();
  const signedIn = { person: 'ben', name: 'Ben', memberships: [], roles: [], demo: false, ...session };
  const answers = { '/api/directory': answer };
  const transport = answering(answering(hub.transport, { '/api/session': signedIn }), answers);
  await startReplica(transport).refresh();
  const history = createMemoryHistory();
  history.set({ value: at });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/directory" component={Directory} />
    </MemoryRouter>
  ));
  return { hub, answers, transport, history };
}

afterEach(() => replica().close());

describe('the directory', () => {
  test('shows who was found, in words, with the way to their profile', async () => {
    await open(found);
    const link = await screen.findByRole('link', { name: 'Asha Rahman' });
    expect(link.getAttribute('href')).toBe('/mentors/asha');
    expect(screen.getByText('Head of mathematics, Northfield School')).toBeTruthy();
    expect(screen.getByText('Has space for one more mentee')).toBeTruthy();
  });

  test('without a network says that it searches later, and does so', async () => {
    const { hub, answers } = await open(found);
    await screen.findByRole('link', { name: 'Asha Rahman' });
    dispatchEvent(new Event('offline'));
    hub.cut();
    fireEvent.input(screen.getByLabelText(/^Search by name/), { target: { value: 'zoë' } });
    const last = 'You are offline. We search as soon as you are back online. Until then, these are the mentors from your last search.';
    expect(await screen.findByText(last)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Asha Rahman' })).toBeTruthy();
    expect(screen.queryByText('One mentor')).toBeNull();
    answers['/api/directory'] = { ...found, hits: [], total: 0 };
    dispatchEvent(new Event('online'));
    hub.mend();
    expect(await screen.findByRole('heading', { name: 'No mentors match' }, { timeout: 10_000 })).toBeTruthy();
    expect(screen.queryByText(/^You are offline/)).toBeNull();
  });

  test('without a network does not say of words it has not searched that nobody matches', async () => {
    const { hub } = await open({ ...found, hits: [], total: 0 }, '/directory?q=zebra');
    await screen.findByRole('heading', { name: 'No mentors match' });
    dispatchEvent(new Event('offline'));
    hub.cut();
    fireEvent.input(screen.getByLabelText(/^Search by name/), { target: { value: 'maths' } });
    expect(await screen.findByText('You are offline. We search as soon as you are back online.')).toBeTruthy();
    expect(screen.queryAllByText('No mentors match')).toEqual([]);
    hub.mend();
    dispatchEvent(new Event('online'));
  });

  describe('with no mentor in it', () => {
    const none = { ...found, hits: [], total: 0, facets: {} };
    const roleOf = (role: string) => ({ memberships: [{ institution: 'n', trust: null, roles: [role] }], roles: [role] });

    test('says so where nothing was typed or ticked, and leads those who may add people to it', async () => {
      await open(none, '/directory', roleOf('coordinator'));
      expect(await screen.findByRole('heading', { name: 'No mentors to contact yet' })).toBeTruthy();
      expect(screen.getByRole('link', { name: 'Add people' }).getAttribute('href')).toBe('/members');
      expect(screen.queryByText(/fewer words|No mentors match/)).toBeNull();
      expect(screen.queryByRole('button', { name: 'Show all mentors' })).toBeNull();
    });

    test('leads others to their own profile, and to no page that is closed to them', async () => {
      await open(none, '/directory', roleOf('leader'));
      expect((await screen.findByRole('link', { name: 'Open your profile' })).getAttribute('href')).toBe('/profile');
      expect(screen.queryByRole('link', { name: 'Add people' })).toBeNull();
    });

    test.each(['?q=zebra', '?subject=sub-drama', '?free=1'])('says what to change where %s was asked', async (query) => {
      await open(none, `/directory${query}`, roleOf('coordinator'));
      expect(await screen.findByRole('heading', { name: 'No mentors match' })).toBeTruthy();
      expect(screen.queryByRole('link', { name: 'Add people' })).toBeNull();
    });
  });

  describe('[RP24]', () => {
    test('shows what this person changed of their own profile, elsewhere too, and does not follow the rows of others', async () => {
      const { hub, answers, transport } = await open(found);
      await screen.findByRole('link', { name: 'Asha Rahman' });
      answers['/api/directory'] = { ...found, hits: [], total: 0 };
      hub.put('directory', 'asha', { person: 'asha' });
      hub.put('profile', 'ben', { person: 'ben' });
      expect(await screen.findByRole('heading', { name: 'No mentors to contact yet' })).toBeTruthy();
      expect(transport.asked).toHaveLength(2);
    });

    test('is read again without a word while the list stays: no button turns busy, and the focus stays', async () => {
      const { answers } = await open({ ...found, total: 40 });
      const more = await screen.findByRole('button', { name: 'Show more mentors' });
      more.focus();
      const busy: boolean[] = [];
      const watching = new MutationObserver(() => busy.push(document.querySelector('[aria-busy="true"]') !== null));
      watching.observe(document.body, { attributes: true, subtree: true });
      answers['/api/directory'] = { ...found, total: 41 };
      const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
      dispatchEvent(new Event('focus'));
      later.mockRestore();
      expect((await screen.findAllByText('41 mentors')).length).toBeGreaterThan(0);
      watching.disconnect();
      expect(busy).not.toContain(true);
      expect(document.activeElement).toBe(more);
    });
  });

  test('how many are shown stands in the address, until another question is asked', async () => {
    const { history, transport } = await open({ ...found, total: 70 }, '/directory?q=maths&saved=s1');
    fireEvent.click(await screen.findByRole('button', { name: 'Show more mentors' }));
    await waitFor(() => expect(history.get()).toBe('/directory?q=maths&saved=s1&show=40'));
    await waitFor(() => expect(transport.asked.at(-1)).toBe('/api/directory?q=maths&limit=40'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Has space' }));
    await waitFor(() => expect(transport.asked.at(-1)).toBe('/api/directory?q=maths&free=1&limit=20'));
  });

  test('an address that shows more is asked at once', async () => {
    const { transport } = await open({ ...found, total: 70 }, '/directory?show=60');
    await screen.findByRole('link', { name: 'Asha Rahman' });
    expect(transport.asked).toEqual(['/api/directory?limit=60']);
  });

  test('a mentor who takes no requests is not full: it says so, and until when', async () => {
    const asha = { ...found.hits[0], free: 0 } as DirectoryAnswer['hits'][number];
    const hits = [
      { ...asha, paused: { until: '2100-01-13' } },
      { ...asha, id: 'cleo', name: 'Cleo', paused: { until: null } },
      { ...asha, id: 'dan', name: 'Dan', paused: null },
    ];
    await open({ ...found, hits });
    expect(await screen.findByText('Not taking requests until Wednesday 13 January 2100')).toBeTruthy();
    expect(screen.getByText('Not taking requests right now')).toBeTruthy();
    expect(screen.getAllByText('Full')).toHaveLength(1);
  });

  test('a tick goes into the address and to the hub, and its chip takes it away again', async () => {
    const { transport, history } = await open(found);
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Drama/ }));
    await waitFor(() => expect(transport.asked.at(-1)).toBe('/api/directory?subject=sub-drama&limit=20'));
    expect(history.get()).toBe('/directory?subject=sub-drama');
    const chosen = screen.getByRole('list', { name: 'Chosen filters' });
    fireEvent.click(within(chosen).getByRole('button', { name: 'Remove Drama' }));
    await waitFor(() => expect(history.get()).toBe('/directory'));
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  test('what stands in the address is asked at once and stands in the field', async () => {
    const { transport } = await open(found, '/directory?q=maths&free=1');
    await screen.findByRole('link', { name: 'Asha Rahman' });
    expect(transport.asked).toEqual(['/api/directory?q=maths&free=1&limit=20']);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('maths');
  });

  test('what words were taken for is said, and they can be searched as they are', async () => {
    const understood = [
      {
        words: 'ks2',
        as: [
          { facet: 'phase', value: 'ph-ks2', label: 'Key stage 2' },
          { facet: 'phase', value: 'ph-ni-ks1-2', label: 'Key stages 1 and 2 (NI)' },
        ],
      },
      { words: 'maths', as: [{ facet: 'subject', value: 'sub-mathematics', label: 'Mathematics' }] },
    ] as const;
    const { transport, history } = await open({ ...found, understood }, '/directory?q=ks2%20maths');
    await screen.findByText('We read “ks2” as Key stage 2 or Key stages 1 and 2 (NI) and “maths” as Mathematics.');
    fireEvent.click(screen.getByRole('button', { name: 'Search for the exact words' }));
    await waitFor(() => expect(transport.asked.at(-1)).toBe('/api/directory?q=ks2+maths&words=1&limit=20'));
    await screen.findByText('These mentors match the exact words.');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'ks2 mathema' } });
    await waitFor(() => expect(history.get()).toBe('/directory?q=ks2+mathema'));
  });

  test('a word that was read as another is said, also where only others come close', async () => {
    const corrected = [{ typed: 'teahcer', word: 'teacher' }];
    const slip = { typed: 'rahmen', how: 'slip', words: ['rahman'], columns: ['name'] } as const;
    const hits = found.hits.map((hit) => ({ ...hit, why: [slip] }));
    const nearest = { without: ['head'], wider: [], hits, total: 1 };
    await open({ hits: [], total: 0, facets: {}, corrected, nearest }, '/directory?q=x');
    const said = 'We read “teahcer” as “teacher”. We also searched for “rahman”, which is close to “rahmen”.';
    expect(await screen.findByText(said)).toBeTruthy();
  });

  test('an “or” that joins nothing is said', async () => {
    await open({ ...found, lostOr: true }, '/directory?q=x');
    const said = 'An “or” works between words, or between two filters of one kind. Here mentors must match both sides.';
    expect(await screen.findByText(said)).toBeTruthy();
  });

  test('which subjects one includes is said', async () => {
    const wholes = [
      { name: 'Science', parts: ['biology', 'physics'] },
      { name: 'Languages', parts: ['Arabic', 'French', 'German', 'Italian', 'Polish', 'Spanish', 'Urdu'] },
    ];
    await open({ ...found, wholes }, '/directory?q=science');
    const said = 'Science includes biology and physics. Languages includes Arabic, French, German, Italian, Polish and 2 more.';
    expect(await screen.findByText(said)).toBeTruthy();
  });

  test('nobody found is a state of its own, with the way back to everybody', async () => {
    const { history } = await open({ hits: [], total: 0, facets: {} }, '/directory?q=zebra');
    fireEvent.click(await screen.findByRole('button', { name: 'Show all mentors' }));
    await waitFor(() => expect(history.get()).toBe('/directory'));
  });

  test('what was searched for in place of words with a slip is one sentence', () => {
    const slip = (typed: string, ...words: string[]) => ({ typed, how: 'slip' as const, words, columns: ['name'] });
    const hit = found.hits[0] as DirectoryAnswer['hits'][number];
    const say = (...why: ReturnType<typeof slip>[]) => saySlips([{ ...hit, why }]);
    expect(say()).toBe('');
    expect(say(slip('rahmen', 'rahman'))).toBe('We also searched for “rahman”, which is close to “rahmen”.');
    expect(say(slip('asah', 'asha'), slip('jonsn', 'johnson', 'jonson'))).toBe(
      'We also searched for “asha”, which is close to “asah”, and for “johnson” or “jonson”, which are close to “jonsn”.',
    );
  });

  test('nobody found still says who comes nearest, and by leaving out what', async () => {
    const nearest = { without: ['head'], wider: [], hits: found.hits, total: 1 };
    await open({ hits: [], total: 0, facets: {}, nearest }, '/directory?q=head%20of%20maths');
    await screen.findByRole('heading', { name: 'No mentors match' });
    expect(screen.getByRole('heading', { name: 'Close matches' })).toBeTruthy();
    expect(screen.getByText('One mentor matches without “head”.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Asha Rahman' })).toBeTruthy();
    expect(sayNearest({ without: [], wider: ['SEND'], hits: [], total: 3 })).toBe('3 mentors match the wider area “SEND”.');
  });

  test('what met the search is marked where it stands, and nothing else of a mentor', async () => {
    const asha = {
      ...(found.hits[0] as DirectoryAnswer['hits'][number]),
      expertise: [4, 3, 3, 1].map((level, n) => ({ tag: n === 3 ? 'exp-send-adhd' : `exp-${n}`, level })),
      excerpt: '… I like bees. …',
      why: [
        { typed: 'rahmen', how: 'slip', words: ['rahman'], columns: ['name'] },
        { typed: 'head', how: 'typed', words: ['head'], columns: ['job'] },
        { typed: 'bees', how: 'typed', words: ['bees'], columns: ['about'] },
        { typed: 'ks3', how: 'understood', words: [], columns: [], values: { phase: ['ph-ks3'], expertise: ['exp-send-adhd'] } },
      ],
    } as const;
    await open({ ...found, hits: [asha] }, '/directory?q=x');
    const row = (await screen.findByRole('link', { name: 'Asha Rahman' })).closest('.row') as HTMLElement;
    expect([...row.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Rahman', 'Head', 'Key stage 3', 'bees', 'ADHD']);
    expect(screen.getByText('We also searched for “rahman”, which is close to “rahmen”.')).toBeTruthy();
  });

  test('a filter that was typed stands with those that were ticked, is ticked itself, and is taken out of the text', async () => {
    const written = [{ facet: 'subject', raw: 'subject:maths', values: [{ value: 'sub-mathematics', label: 'Mathematics' }] }] as const;
    const unknown = [{ facet: 'stage', words: 'zebra' }] as const;
    const { history } = await open({ ...found, written, unknown }, '/directory?q=asha+subject:maths&free=1');
    expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /^Mathematics/ })).checked).toBe(true);
    const chosen = screen.getByRole('list', { name: 'Chosen filters' });
    expect(screen.getByText('The filter “Would like to help” has no “zebra”, so we searched for the word.')).toBeTruthy();
    fireEvent.click(within(chosen).getByRole('button', { name: 'Remove Mathematics' }));
    await waitFor(() => expect(history.get()).toBe('/directory?q=asha&free=1'));
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('asha'));
  });

  test('a filter with a minus is one that is not met, and a filter that is none is said', async () => {
    const values = [{ value: 'sub-mathematics', label: 'Mathematics' }];
    const written = [
      { facet: 'subject', raw: '-subject:maths', values, without: true },
      { facet: 'name', raw: 'name:asha', values: [{ value: 'asha', label: '“asha” in the name' }] },
    ] as const;
    const unknown = [{ key: 'colour', words: 'red' }] as const;
    const ignored = ['near:S1', 'within:5'];
    const { history } = await open({ ...found, written, unknown, ignored }, '/directory?q=-subject:maths+name:asha+colour:red');
    await screen.findByText(/Only one place and one distance count, so we left out “near:S1” and “within:5”\./);
    await screen.findByText(/^We do not know the filter “colour”, so we searched for “red”\./);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Mathematics/ }).checked).toBe(false);
    const chosen = screen.getByRole('list', { name: 'Chosen filters' });
    fireEvent.click(within(chosen).getByRole('button', { name: 'Remove “asha” in the name' }));
    await waitFor(() => expect(history.get()).toBe('/directory?q=-subject%3Amaths+colour%3Ared'));
    fireEvent.click(within(chosen).getByRole('button', { name: 'Remove Not Mathematics' }));
    await waitFor(() => expect(history.get()).toBe('/directory?q=colour%3Ared'));
  });

  test('what comes nearest can be searched for, without what was left out', async () => {
    const nearest = { without: ['head'], withoutFilters: ['area', 'free'], wider: [], text: 'maths', hits: found.hits, total: 1 } as const;
    const { history } = await open(
      { ...found, hits: [], total: 0, nearest },
      '/directory?q=head+maths&area=Leeds&subject=sub-drama&free=1',
    );
    expect(await screen.findByText('One mentor matches without “head” and the filters “Area” and “Has space”.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Search without “head” and the filters “Area” and “Has space”' }));
    await waitFor(() => expect(history.get()).toBe('/directory?q=maths&subject=sub-drama'));
    expect(document.activeElement?.className).toContain('directory__results');
  });

  describe('by distance', () => {
    const where = { said: 'me', raw: [], amount: 20, unit: 'miles', label: 'Northfield School', withoutPlace: 1 } as const;
    const away = { ...(found.hits[0] as DirectoryAnswer['hits'][number]), miles: 5.7 };
    const near: DirectoryAnswer = { ...found, hits: [away], where };

    test('is not said of a mentor at the very school: its name stands there', async () => {
      const other = { ...away, id: 'zoe', name: 'Zoë Park', institutions: ['Elm School'], miles: 0 };
      await open({ ...near, hits: [{ ...away, miles: 0 }, other] });
      const row = async (name: string) => (await screen.findByRole('link', { name })).closest('.row');
      expect((await row('Zoë Park'))?.textContent).toContain('Less than a mile away');
      expect((await row('Asha Rahman'))?.textContent).not.toContain('away');
    });

    test('a distance that is chosen goes into the address, from the own school first', async () => {
      const { history } = await open(found);
      fireEvent.change(await screen.findByLabelText('Within'), { target: { value: '20' } });
      await waitFor(() => expect(history.get()).toBe('/directory?near=me&within=20'));
      fireEvent.change(screen.getByLabelText('Within'), { target: { value: '' } });
      await waitFor(() => expect(history.get()).toBe('/directory'));
    });

    test('another place is asked once it is typed, with its towns offered, and in place of what was typed into the search', async () => {
      const { history, answers } = await open(
        { ...near, where: { ...where, raw: ['near:me'] } },
        '/directory?q=asha+near:me&subject=sub-drama',
      );
      Object.assign(answers, { '/api/directory/places': { names: ['Great Harding'] } });
      const distance = (await screen.findByText('Distance')).closest('details') as HTMLDetailsElement;
      distance.open = true;
      fireEvent(distance, new Event('toggle'));
      await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Within').value).toBe('20'));
      fireEvent.click(screen.getByRole('radio', { name: 'Another place' }));
      const place = await screen.findByLabelText<HTMLInputElement>('Town, area, school or postcode');
      await waitFor(() => expect([...(place.list?.options ?? [])].map(({ value }) => value)).toEqual(['Great Harding']));
      expect(history.get()).toBe('/directory?q=asha+near:me&subject=sub-drama');
      fireEvent.input(place, { target: { value: 'Great Harding' } });
      fireEvent.submit(place.form as HTMLFormElement);
      await waitFor(() => expect(history.get()).toBe('/directory?q=asha&subject=sub-drama&near=Great+Harding&within=20'));
    });

    test('a place whose filter was taken away does not come back by leaving its field; another one is asked', async () => {
      const { history } = await open({ ...near, where: { ...where, said: 'Leeds', label: 'Leeds' } }, '/directory?near=Leeds&within=5');
      fireEvent.click(await screen.findByRole('button', { name: 'Remove Within 5 miles of Leeds' }));
      await waitFor(() => expect(history.get()).toBe('/directory'));
      const place = screen.getByLabelText<HTMLInputElement>('Town, area, school or postcode');
      fireEvent.focusOut(place);
      // A turn, in which the address would change.
      await new Promise((turned) => setTimeout(turned));
      expect([history.get(), place.value]).toEqual(['/directory', 'Leeds']);
      fireEvent.input(place, { target: { value: 'York' } });
      fireEvent.focusOut(place);
      await waitFor(() => expect(history.get()).toBe('/directory?near=York&within=20'));
    });

    test('each mentor says how far away they are, and the page once how that is measured', async () => {
      const { history } = await open(near, '/directory?near=me&within=20');
      await screen.findByText('About 6 miles away');
      expect(
        screen.getByText('Distances are in a straight line. One more mentor matches, but their school is not on our map.'),
      ).toBeTruthy();
      const chosen = screen.getByRole('list', { name: 'Chosen filters' });
      fireEvent.click(within(chosen).getByRole('button', { name: 'Remove Within 20 miles of Northfield School' }));
      await waitFor(() => expect(history.get()).toBe('/directory'));
      expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    });

    test('a school that is not on the map is said, and its filter can be taken away', async () => {
      await open({ ...found, where: { ...where, missing: 'not-on-map', withoutPlace: 0 } }, '/directory?near=me&within=20');
      expect(
        await screen.findAllByText('Northfield School is not on our map, so we cannot search near it. Choose another place.'),
      ).toHaveLength(2);
      expect(screen.getByRole('button', { name: 'Remove Within 20 miles of Northfield School' })).toBeTruthy();
      expect(screen.queryByText(/straight line/)).toBeNull();
    });

    test('where no mentor is so near, a longer distance is a press away', async () => {
      const nearest = {
        ...{ without: [], withoutFilters: [], wider: [], text: 'maths', hits: [{ ...away, miles: 34 }], total: 12 },
        within: { amount: 50, unit: 'miles', nearestMiles: 34 },
      } as const;
      const { history } = await open(
        { ...near, hits: [], total: 0, nearest, where: { ...where, said: 'Sheffield', raw: ['near:Sheffield'], label: 'Sheffield' } },
        '/directory?q=maths+near:Sheffield&subject=sub-drama',
      );
      await screen.findByRole('heading', { name: 'No mentors within 20 miles of Sheffield' });
      expect(screen.getByText('The nearest is about 34 miles away. 12 mentors match within 50 miles.')).toBeTruthy();
      fireEvent.click(screen.getByRole('button', { name: 'Search within 50 miles' }));
      await waitFor(() => expect(history.get()).toBe('/directory?q=maths&subject=sub-drama&near=Sheffield&within=50'));
      expect(document.activeElement?.className).toContain('directory__results');
    });

    test('those who are nowhere on the map are found without the distance', async () => {
      const nearest = { without: [], withoutFilters: ['near'], wider: [], text: '', hits: found.hits, total: 1 } as const;
      const { history } = await open({ ...near, hits: [], total: 0, nearest }, '/directory?near=me&within=5&free=1');
      fireEvent.click(await screen.findByRole('button', { name: 'Search without the filter “Distance”' }));
      await waitFor(() => expect(history.get()).toBe('/directory?free=1'));
    });

    test('clearing the filters takes a typed place out of the text too', async () => {
      const { history } = await open({ ...near, where: { ...where, raw: ['within:20'] } }, '/directory?q=asha+within:20&near=me&within=5');
      await screen.findByText('About 6 miles away');
      fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
      await waitFor(() => expect(history.get()).toBe('/directory?q=asha'));
    });
  });
});
