import { jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { createAnswer, replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { sayTime } from '../../ui/index.js';
import { suggested, suggestions } from './examples.js';
import Find from './find.screen.js';
import type { SuggestedMentor, SuggestionsAnswer } from '../../shared/mentors/suggestions.js';

async function open(answer: SuggestionsAnswer, at = '/find') {
  const hub = smallHub();
  const answers: Record<string, unknown> = { '/api/suggestions': answer, '/api/elsewhere': {} };
  const transport = answering(hub.transport, answers);
  await startReplica(transport).refresh();
  const history = createMemoryHistory();
  history.set({ value: at });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/find" component={Find} />
      <Route path="*" component={Elsewhere} />
    </MemoryRouter>
  ));
  /** Something happens to a request of one’s own, and the hub would suggest others: in this order. */
  const news = (...people: readonly SuggestedMentor[]) => {
    answers['/api/suggestions'] = suggestions({ people });
    hub.put('request', 'r1', { request: 'r1' });
  };
  return { hub, transport, history, answers, news };
}

/** Another screen that rests on the same rows. */
function Elsewhere() {
  createAnswer(() => '/api/elsewhere', { views: ['request'] });
  return <h1>Elsewhere</h1>;
}

const [asha, tariq, frances, bea] = [
  suggested('asha', 'Asha Rahman'),
  suggested('tariq', 'Tariq Banerjee'),
  suggested('frances', 'Frances Nwosu'),
  suggested('bea', 'Bea Lang'),
];
const letter = () => screen.getByRole('article').querySelector('h2')?.textContent;
const whys = () => screen.getAllByRole('button', { name: /^See why we suggest / }).map(({ textContent }) => textContent);

// A place without a layout cannot scroll, and says so at every navigation.
beforeAll(() => void (window.scrollTo = () => undefined));
afterEach(() => replica().close());

describe('finding a mentor', () => {
  test('a list that could be read is noted once, with all that reproduces it; one that was passed is not', async () => {
    const { hub, news } = await open(suggestions());
    await screen.findByRole('heading', { name: 'You and Asha Rahman' });
    news(bea, asha);
    await screen.findByText('We now suggest Bea Lang first.', {}, { timeout: 1_500 }).catch(() => undefined);
    const noted = () => hub.commands().filter(({ type }) => type === 'NoteSuggestionsShown');
    await waitFor(() => expect(noted()).toHaveLength(1), { timeout: 5_000 });
    const shown = ['bea', 'asha'].map((mentor) => ({ mentor, score: 0.276, propensity: 1 }));
    expect(noted()[0]?.data).toEqual({ person: 'ben', ranking: 'rules-1', weights: { expertise: 1 }, through: '42', shown });
    cleanup();
    render(() => (
      <MemoryRouter>
        <Route path="*" component={Find} />
      </MemoryRouter>
    ));
    await screen.findByRole('heading', { name: 'You and Bea Lang' });
    await new Promise((later) => setTimeout(later, 2_500));
    expect(noted()).toHaveLength(1);
  });

  describe('others like a mentor', () => {
    const others = { '/api/suggestions/asha/others': { but: ['nearer', 'sooner'] } };
    const like = { mentor: 'asha', but: 'nearer' } as const;
    const nearer = suggestions({
      people: [bea],
      like: { called: 'Asha', by: 'focus' },
      ranked: { ...suggestions().ranked, alike: like as never },
    });
    const unfold = async () => {
      const summary = await screen.findByText('Find others like Asha');
      const details = summary.closest('details');
      if (!details) throw new Error('It unfolds.');
      details.open = true;
      fireEvent(details, new Event('toggle'));
    };

    test('are offered in what there is somebody, found, and left again', async () => {
      const { history, answers } = await open(suggestions());
      Object.assign(answers, others, { '/api/suggestions?like=nearer%3Aasha': nearer });
      await unfold();
      expect(
        (await screen.findAllByRole('button', { name: /^(work nearer|usually reply)/ })).map(({ textContent }) => textContent),
      ).toEqual(['work nearer to me', 'usually reply sooner']);
      answers['/api/suggestions'] = nearer;
      fireEvent.click(screen.getByRole('button', { name: 'work nearer to me' }));
      expect(await screen.findByText('Mentors like Asha who work nearer to you')).toBeTruthy();
      expect(screen.getByText('They offer what Asha can help you with most, at a similar level or above.')).toBeTruthy();
      expect(history.get()).toBe('/find?like=nearer%3Aasha');
      await waitFor(() => expect(letter()).toBe('You and Bea Lang'));
      fireEvent.click(screen.getByRole('button', { name: 'Back to all suggestions' }));
      await waitFor(() => expect(letter()).toBe('You and Asha Rahman'));
      expect(history.get()).toBe('/find');
      expect(screen.queryByText(/^Mentors like/)).toBeNull();
    });

    test('a list of them is noted with whom it is like', async () => {
      const { hub, answers } = await open(suggestions());
      Object.assign(answers, others);
      await unfold();
      await screen.findByRole('button', { name: 'work nearer to me' });
      answers['/api/suggestions'] = nearer;
      fireEvent.click(await screen.findByRole('button', { name: 'work nearer to me' }));
      await waitFor(() => expect(letter()).toBe('You and Bea Lang'));
      const noted = () => hub.commands().find(({ type, data }) => type === 'NoteSuggestionsShown' && 'alike' in (data as object));
      await waitFor(() => expect(noted()?.data).toMatchObject({ alike: like }), { timeout: 5_000 });
    });

    test('nobody left who is like that is said, with the way back', async () => {
      const { answers } = await open(suggestions());
      Object.assign(answers, others);
      await unfold();
      await screen.findByRole('button', { name: 'work nearer to me' });
      answers['/api/suggestions'] = { ...nearer, people: [] };
      fireEvent.click(await screen.findByRole('button', { name: 'work nearer to me' }));
      expect(await screen.findByText('We found no other mentors like Asha who work nearer to you.')).toBeTruthy();
      expect(screen.getByRole('button', { name: 'Back to all suggestions' })).toBeTruthy();
    });

    test('where nobody is like them it says so, and a mentor who is not found any more names nobody', async () => {
      const { answers } = await open(suggestions());
      answers['/api/suggestions/asha/others'] = { but: [] };
      await unfold();
      expect(await screen.findByText('No other mentor like Asha would suit you better.')).toBeTruthy();
      cleanup();
      await open(suggestions({ like: null }), '/find?like=nearer%3Aasha');
      expect(await screen.findByText('You can no longer find that mentor here')).toBeTruthy();
      expect(screen.getByText('These are your usual suggestions.')).toBeTruthy();
    });
  });

  test('the first is a letter with one thing to do; the others open into theirs', async () => {
    await open(suggestions());
    expect(await screen.findByRole('heading', { name: 'You and Asha Rahman' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ask Asha' }).getAttribute('href')).toBe('/mentors/asha/ask');
    expect(screen.getByText('2 of 3 requests left')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'See why we suggest Tariq' }));
    expect(screen.getByRole('heading', { name: 'You and Tariq Banerjee' })).toBeTruthy();
    expect(document.activeElement?.querySelector('h2')?.textContent).toBe('You and Tariq Banerjee');
    expect(screen.getByRole('button', { name: 'See why we suggest Asha' })).toBeTruthy();
  });

  test('a time chosen in the letter goes along to the request', async () => {
    await open(suggestions());
    fireEvent.click(await screen.findByLabelText(`Tue 17 March, ${sayTime('15:40')}`));
    expect(screen.getByRole('link', { name: 'Ask Asha' }).getAttribute('href')).toBe('/mentors/asha/ask?time=2026-03-17T15%3A40%3A00.000Z');
  });

  test('a slider asks again under its weight and stands in the address', async () => {
    const { transport, history } = await open(suggestions());
    fireEvent.input(await screen.findByLabelText('Close to my school'), { target: { value: '80' } });
    await waitFor(() => expect(transport.asked.at(-1)).toBe('/api/suggestions?proximity=0.32'));
    expect(history.get()).toBe('/find?proximity=80');
    fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
    await waitFor(() => expect(history.get()).toBe('/find'));
  });

  test('what is insisted on is asked for, stands in the address and in the note', async () => {
    const { transport, history, answers } = await open(suggestions());
    const ranked = { ...suggestions().ranked, mustHaves: ['near' as const] };
    await screen.findByRole('heading', { name: 'You and Asha Rahman' });
    answers['/api/suggestions'] = suggestions({ people: [], ranked, mustHaves: { possible: ['near', 'online'], inTheWay: ['near'] } });
    fireEvent.click(await screen.findByLabelText('Work within 20 miles of me'));
    await waitFor(() => expect(transport.asked.at(-1)).toBe('/api/suggestions?must=near'));
    expect(history.get()).toBe('/find?must=near');
    expect(await screen.findByText('No mentor has all of that right now')).toBeTruthy();
    answers['/api/suggestions'] = suggestions();
    fireEvent.click(screen.getByRole('button', { name: 'Leave out “Work within 20 miles of me”' }));
    await waitFor(() => expect(history.get()).toBe('/find'));
    expect(await screen.findByRole('heading', { name: 'You and Asha Rahman' })).toBeTruthy();
  });

  test('where nobody would be suggested whatever is left out, all of it can be let go', async () => {
    const ranked = { ...suggestions().ranked, mustHaves: ['near', 'online'] as const };
    const nobody = suggestions({ people: [], ranked, mustHaves: { possible: ['near', 'online'], inTheWay: [] } });
    const { history } = await open(nobody, '/find?must=near,online');
    expect(await screen.findByText('You asked for mentors who work within 20 miles of you and can meet online.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show suggestions without these' }));
    await waitFor(() => expect(history.get()).toBe('/find'));
  });

  test('with no request left nobody can be asked, and the reason is said', async () => {
    await open(suggestions({ requestsLeft: 0 }));
    expect(await screen.findByText('You have 3 open requests')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Ask Asha' })).toBeNull();
  });

  test('what is missing is one hint with the way to it; nobody at all is a state of its own', async () => {
    await open(suggestions({ people: [], missing: ['aims', 'availability'] }));
    expect((await screen.findByRole('link', { name: 'Choose focus areas' })).getAttribute('href')).toBe('/profile?section=aims');
    expect(screen.getByText('No matches right now')).toBeTruthy();
    expect(screen.queryByText('Add your availability')).toBeNull();
  });
});

describe('a letter that the reader did not choose', () => {
  test('gives way to the first where its mentor is no longer among the three', async () => {
    const { news } = await open(suggestions());
    await screen.findByRole('heading', { name: 'You and Asha Rahman' });
    news(tariq, frances, bea);
    expect(await screen.findByText('We now suggest Tariq Banerjee first.')).toBeTruthy();
    expect(letter()).toBe('You and Tariq Banerjee');
    expect(whys()).toEqual(['See why we suggest Frances', 'See why we suggest Bea']);
    expect(screen.queryByText('We no longer suggest Asha Rahman')).toBeNull();
  });

  test('is not kept from an earlier visit: after a change of the profile the first is the first of today', async () => {
    const { news, history, transport } = await open(suggestions());
    await screen.findByRole('heading', { name: 'You and Asha Rahman' });
    history.set({ value: '/profile' });
    await screen.findByRole('heading', { name: 'Elsewhere' });
    news(tariq, asha, frances);
    // The change is known once other answers are asked for anew.
    await waitFor(() => expect(transport.asked.filter((path) => path === '/api/elsewhere')).toHaveLength(2));
    history.set({ value: '/find' });
    await screen.findByRole('heading', { name: 'You and Tariq Banerjee' });
    expect(whys()).toEqual(['See why we suggest Asha', 'See why we suggest Frances']);
  });
});

describe('what other mentors do meanwhile', () => {
  test('[RP24] shows when the page is looked at again, and takes neither the letter nor the focus away', async () => {
    const { answers } = await open(suggestions());
    const ask = await screen.findByRole('link', { name: 'Ask Asha' });
    ask.focus();
    answers['/api/suggestions'] = suggestions({ people: [frances, asha, bea] });
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    dispatchEvent(new Event('focus'));
    later.mockRestore();
    await waitFor(() => expect(whys()).toEqual(['See why we suggest Frances', 'See why we suggest Bea']));
    expect(letter()).toBe('You and Asha Rahman');
    expect(document.activeElement).toBe(ask);
  });
});

describe('a letter that stands open', () => {
  test('is still open after the way back from the request, and not after choosing the page anew', async () => {
    const { history } = await open(suggestions());
    fireEvent.click(await screen.findByRole('button', { name: 'See why we suggest Frances' }));
    await waitFor(() => expect(history.get()).toBe('/find?mentor=frances'));
    fireEvent.click(screen.getByRole('link', { name: 'Ask Frances' }));
    await screen.findByRole('heading', { name: 'Elsewhere' });
    history.back();
    await screen.findByRole('heading', { name: 'You and Frances Nwosu' });
    history.set({ value: '/profile' });
    await screen.findByRole('heading', { name: 'Elsewhere' });
    history.set({ value: '/find' });
    await screen.findByRole('heading', { name: 'You and Asha Rahman' });
  });

  test('stays whose it is when the three come in another order', async () => {
    const { news } = await open(suggestions());
    await screen.findByRole('heading', { name: 'You and Asha Rahman' });
    const before = screen.getByRole('link', { name: 'Ask Asha' });
    news(frances, tariq, { ...asha, jobTitle: 'Deputy head' });
    await waitFor(() => expect(whys()).toEqual(['See why we suggest Frances', 'See why we suggest Tariq']));
    expect(letter()).toBe('You and Asha Rahman');
    expect(screen.getByText(/^Deputy head/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ask Asha' })).toBe(before);
  });

  test('is read on when its mentor is no longer among the three, and says so', async () => {
    const { news, answers, transport } = await open(suggestions(), '/find?proximity=80');
    fireEvent.focusIn(await screen.findByLabelText(`Tue 17 March, ${sayTime('15:40')}`));
    answers['/api/suggestions/asha'] = { ...asha, placesLeft: 0 };
    news(tariq, frances, bea);
    await waitFor(() => expect(screen.getAllByText('We no longer suggest Asha Rahman')).toHaveLength(2));
    expect(await screen.findByText(/^Asha is full/)).toBeTruthy();
    expect(letter()).toBe('You and Asha Rahman');
    expect(screen.queryByRole('link', { name: 'Ask Asha' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Check Asha’s profile' }).getAttribute('href')).toBe('/mentors/asha');
    expect(transport.asked).toContain('/api/suggestions/asha?proximity=0.32');
    expect(whys()).toEqual(['See why we suggest Tariq', 'See why we suggest Frances', 'See why we suggest Bea']);
    fireEvent.click(screen.getByRole('button', { name: 'See why we suggest Bea' }));
    expect(letter()).toBe('You and Bea Lang');
    expect(screen.getByRole('link', { name: 'Ask Bea' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Check Asha’s profile' })).toBeNull();
  });

  test('gives way to a sentence, and to nobody else’s letter, where its mentor cannot be found any more', async () => {
    const { news } = await open(suggestions());
    fireEvent.click(await screen.findByRole('button', { name: 'See why we suggest Tariq' }));
    news(frances, asha, bea);
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    expect(screen.getByText(/^You can no longer find Tariq here/)).toBeTruthy();
    expect(whys()).toEqual(['See why we suggest Frances', 'See why we suggest Asha', 'See why we suggest Bea']);
  });

  test('gives way to whoever comes first once the reader asks under other weights', async () => {
    const { answers } = await open(suggestions());
    fireEvent.click(await screen.findByRole('button', { name: 'See why we suggest Tariq' }));
    answers['/api/suggestions'] = suggestions({ people: [frances, tariq, asha] });
    fireEvent.input(screen.getByLabelText('Close to my school'), { target: { value: '80' } });
    expect(await screen.findByText('We now suggest Frances Nwosu first.')).toBeTruthy();
    expect(letter()).toBe('You and Frances Nwosu');
  });

  test('that stays the first under other weights is said to, and where nothing counts the page says what does', async () => {
    const { answers } = await open(suggestions());
    await screen.findByRole('heading', { name: 'You and Asha Rahman' });
    fireEvent.click(screen.getByRole('button', { name: 'See why we suggest Tariq' }));
    answers['/api/suggestions'] = suggestions();
    const usual = /^Nothing counts right now, so we suggest mentors as we usually do\.$/;
    for (const slider of screen.getAllByRole('slider')) {
      expect(screen.queryByText(usual)).toBeNull();
      fireEvent.input(slider, { target: { value: '0' } });
    }
    expect(await screen.findByText('Asha Rahman still comes first.')).toBeTruthy();
    expect(screen.getByText(usual)).toBeTruthy();
  });
});
