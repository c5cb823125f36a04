import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { MEETING } from '../../shared/testing.js';
import { coming, notes, open, press, sent } from './testing.js';

afterEach(() => replica().close());

describe('an online meeting without a link', () => {
  const online = { format: 'online', place: '', time: { startsAt: '2099-03-06T15:40:00.000Z', minutes: 40 } };

  test('is given one by either of the two', async () => {
    const hub = smallHub();
    const { meeting, put } = await open(hub, online);
    press('Add a link');
    const dialog = within(await screen.findByRole('dialog', { name: 'Add a link' }));
    fireEvent.input(dialog.getByLabelText('Link or number'), { target: { value: 'https://meet.example' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'SetMeetingPlace', meeting, place: 'https://meet.example', seen: '' }]));
    put({ place: 'https://meet.example' });
    const link = await screen.findByRole('link', { name: 'join on meet.example' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['https://meet.example/', '_blank']);
    expect(screen.queryByRole('button', { name: 'Add a link' })).toBeNull();
  });

  test.each(['javascript:alert(1)', '020 7946 0000', 'https://'])('what is no link to a page stays text: %s', async (place) => {
    await open(smallHub(), { ...online, place });
    expect(await screen.findByText(new RegExp(place.replace(/[()]/g, '.')))).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^join on/ })).toBeNull();
  });

  test('is nothing to join once it was cancelled', async () => {
    await open(smallHub(), { ...online, place: 'https://meet.example/abc', status: 'cancelled' });
    expect(await screen.findByRole('heading', { name: 'Cancelled meeting' })).toBeTruthy();
    expect([screen.queryByRole('link', { name: /^join on/ }), screen.queryByText(/meet\.example/)]).toEqual([null, null]);
  });

  test('is offered none once it was cancelled', async () => {
    await open(smallHub(), { ...online, status: 'cancelled' });
    expect(screen.queryByRole('button', { name: 'Add a link' })).toBeNull();
  });
});

describe('a meeting at a time at which somebody has another', () => {
  const time = { startsAt: '2099-03-06T15:40:00.000Z', minutes: 40 };
  const with2 = (...who: string[]) => ({ time, clashes: [{ other: 'k9', who }] });
  const move = () => screen.queryByRole('link', { name: 'Move this meeting' });

  test.each([
    ['ben', 'You have two meetings on Friday 6 March 2099 at 3:40pm'],
    ['asha', 'Asha has two meetings on Friday 6 March 2099 at 3:40pm'],
  ])('says whose they are (%s), and leads to another time', async (who, title) => {
    const { meeting } = await open(smallHub(), with2(who));
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    expect(move()?.getAttribute('href')).toBe(`/mentorships/s/book?move=${meeting}`);
  });

  test('says nothing of it once it was moved, called off or has begun', async () => {
    const { put } = await open(smallHub(), with2('ben'));
    await screen.findByRole('link', { name: 'Move this meeting' });
    put({ ...with2('ben'), clashes: [] });
    await waitFor(() => expect(move()).toBeNull());
    await open(smallHub(), { ...with2('ben'), status: 'cancelled' });
    expect(move()).toBeNull();
    await open(smallHub(), { ...with2('ben'), time: { ...time, startsAt: '2026-03-06T15:40:00.000Z' } });
    expect(move()).toBeNull();
  });
});

describe('a cancelled meeting', () => {
  const again = () => screen.queryByRole('link', { name: 'Book another time' });

  test('leads to another time where nothing else is arranged', async () => {
    await open(smallHub(), { status: 'cancelled' });
    expect(await screen.findByText('This meeting was cancelled.')).toBeTruthy();
    expect(again()).toBeTruthy();
  });

  test.each(['booked', 'proposed'])('offers no other once one is %s, or in a pause', async (status) => {
    const hub = smallHub();
    hub.put('meeting', 'other', { ...MEETING, meeting: 'other', status, time: { startsAt: '2099-03-06T15:40:00.000Z', minutes: 40 } });
    await open(hub, { status: 'cancelled' });
    await screen.findByText('This meeting was cancelled.');
    expect(again()).toBeNull();
  });

  test.each([
    [{ by: 'ben' }, 'You cancelled this meeting.', {}],
    [{ by: 'asha' }, 'Asha cancelled this meeting.', {}],
    [{ by: 'hub' }, 'This meeting was cancelled when your mentorship was completed.', { status: 'completed' }],
    [{ by: 'hub' }, 'This meeting was cancelled when your mentorship ended.', { status: 'ended' }],
    [{ by: 'hub', because: 'paused' }, 'This meeting was cancelled when your mentorship was paused.', {}],
  ])('says who cancelled it: %j', async (cancelled, words, pair) => {
    await open(smallHub(), { status: 'cancelled', cancelled }, pair);
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test('keeps what was written in it, to read and not to change', async () => {
    const hub = smallHub();
    const action = { mentorship: 's', by: 'asha', owner: 'ben', title: 'Greet 9C', done: 'no', notes: [], statements: [] };
    hub.put('action', 'g', { ...action, action: 'g', meeting: coming() });
    await open(hub, { status: 'cancelled', notes: { by: 'asha', edition: 1, text: 'What we said.', at: '2026-03-06T16:00:00.000Z' } });
    expect((await screen.findByText('What we said.')).tagName).toBe('P');
    expect(await screen.findByText('Greet 9C')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add an action' })).toBeNull();
  });

  test('has no empty notes and actions', async () => {
    await open(smallHub(), { status: 'cancelled' });
    await screen.findByText('This meeting was cancelled.');
    expect(screen.queryByRole('heading', { name: 'Notes' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Actions' })).toBeNull();
  });

  test('loses nothing that was typed as the other cancelled it', async () => {
    const hub = smallHub();
    const { put } = await open(hub);
    fireEvent.input(notes(), { target: { value: 'Not saved.' } });
    put({ status: 'cancelled', cancelled: { by: 'asha' } });
    expect(await screen.findByText('Not saved: the meeting was cancelled before you saved this')).toBeTruthy();
    expect(screen.getByText('Not saved.')).toBeTruthy();
  });
});

describe('times on offer', () => {
  const offered = { status: 'proposed', time: null, times: [{ startsAt: '2099-03-06T15:40:00.000Z', minutes: 40 }] };

  test('are taken in one press by the one who did not offer them', async () => {
    const hub = smallHub();
    const { meeting } = await open(hub, offered);
    fireEvent.click(await screen.findByRole('button', { name: /Friday 6 March 2099/ }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'ChooseTime', meeting, time: offered.times[0], suggestion: 1 }]));
  });

  test('are answered with other times for the same meeting, or with none of them', async () => {
    const hub = smallHub();
    const { meeting, put } = await open(hub, { ...offered, suggestion: 3, replaces: 'ben' });
    expect(await screen.findByText(/These replace the times you suggested\./)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Suggest other times' }).getAttribute('href')).toBe(`/mentorships/s/book?instead=${meeting}`);
    press('None of these suit me');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'DeclineTimes', meeting, suggestion: 3 }]));
    put({ declined: true });
    expect(await screen.findByRole('heading', { name: 'Waiting for Asha to suggest other times' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Friday 6 March/ })).toBeNull();
  });

  test('that suit the other not at all are to be suggested anew', async () => {
    await open(smallHub(), { ...offered, by: 'ben', declined: true });
    expect(await screen.findByRole('heading', { name: 'Asha cannot make the times you suggested' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Suggest other times' })).toBeTruthy();
  });

  test('wait, for the one who did', async () => {
    await open(smallHub(), { ...offered, by: 'ben' });
    expect(await screen.findByRole('heading', { name: 'Waiting for Asha to choose a time' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Friday 6 March/ })).toBeNull();
  });
});
