import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { MEETING, openScreen, PAIR, seed } from '../../shared/testing.js';
import MentorshipScreen from './mentorship.screen.js';

const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const REASON = { about: 'proximity', kind: 'for', text: 'You both work at Northfield.' };
const DOUBT = { about: 'availability', kind: 'against', text: 'You and Asha have no shared times.' };
const MATCH = {
  reasons: [REASON, DOUBT],
  ways: { frequency: 'fortnightly', minutes: 40, format: 'online' },
  reviewOn: '2099-06-05',
  signBy: '2099-03-13',
};
const TIME = { startsAt: '2099-03-06T15:40:00.000Z', minutes: 40 };
const BOOKED = { ...MEETING, time: TIME };
const AGENDA = { items: [{ id: 'i', title: 'Get to know each other', minutes: 10 }], by: 'asha', wordedBy: {} };

let next = 0;
async function open(hub: SmallHub, change: object = {}, meeting?: object) {
  const id = `n${(next += 1)}`;
  seed(hub, [
    ['mentorship', id, { ...PAIR, mentorship: id, status: 'trial', aims: [ROUTINES], ...change }],
    ...(meeting
      ? ([
          ['meeting', 'm', { ...meeting, mentorship: id }],
          ['meeting-content', 'm', { meeting: 'm', mentorship: id, agenda: AGENDA, notes: null, carriedOver: [] }],
        ] as const)
      : []),
  ]);
  const answers = { [`/api/mentorships/${id}/match`]: MATCH, [`/api/mentorships/${id}/times`]: { times: [TIME] } };
  await openScreen(hub, MentorshipScreen, '/mentorships/:id', `/mentorships/${id}`, answers);
  return id;
}
const sent = (hub: SmallHub) => hub.commands().map(({ type, data }) => ({ type, ...(data as Record<string, unknown>) }));

afterEach(() => replica().close());

describe('what happens next in a new mentorship', () => {
  const proposed = (by: string) => ({
    ...{ agreement: `a-${by}`, by, signedBy: [by], proposedAt: MEETING.time.startsAt, agreedAt: null },
    terms: { purpose: '', frequency: 'weekly', minutes: 30, format: 'online', confidentiality: '', reviewOn: '2099-06-05' },
  });

  test('follows the agreement while the page stays open', async () => {
    const hub = smallHub();
    const id = await open(hub, { proposed: proposed('asha') });
    expect(await screen.findByText('You sign the agreement Asha suggested.')).toBeTruthy();
    hub.put('mentorship', id, { ...PAIR, mentorship: id, status: 'trial', aims: [ROUTINES], proposed: proposed('ben') });
    expect(await screen.findByText('Asha signs the agreement you suggested.')).toBeTruthy();
    expect(screen.queryByText('You sign the agreement Asha suggested.')).toBeNull();
  });
});

describe('a review that is due', () => {
  const terms = { purpose: '', frequency: 'weekly', minutes: 30, format: 'online', confidentiality: '', reviewOn: '2026-03-02' };
  const agreed = {
    agreement: 'a',
    by: 'asha',
    signedBy: ['asha', 'ben'],
    terms,
    proposedAt: MEETING.time.startsAt,
    agreedAt: MEETING.time.startsAt,
  };
  const met = { status: 'active', agreed, meetingsHeld: 2, lastMetOn: '2099-01-01' };

  test('carries on until another day with one press, can be changed, and leads to completing', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, met);
    const card = within(await screen.findByRole('article', { name: 'Review your agreement with Asha' }));
    fireEvent.click(card.getByRole('button', { name: 'Review the agreement' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Review agreement' }));
    await waitFor(() => expect(dialog.getByLabelText<HTMLInputElement>('Next review date').value).toBe('2099-06-05'));
    expect(dialog.getByRole('link', { name: 'Complete mentorship' }).getAttribute('href')).toBe(`/mentorships/${mentorship}/complete`);
    fireEvent.click(dialog.getByRole('button', { name: 'Carry on with this agreement' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'ReviewAgreement', mentorship, agreement: 'a', reviewOn: '2099-06-05' }]));
  });

  test('on the day on which they review it anyway is no answer: another day is asked for', async () => {
    const hub = smallHub();
    await open(hub, met);
    fireEvent.click(await screen.findByRole('button', { name: 'Review the agreement' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Review agreement' }));
    fireEvent.input(dialog.getByLabelText('Next review date'), { target: { value: terms.reviewOn } });
    fireEvent.click(dialog.getByRole('button', { name: 'Carry on with this agreement' }));
    expect(await dialog.findByText(/^You already review it on .* Choose another day\.$/)).toBeTruthy();
    expect(sent(hub)).toEqual([]);
  });

  test('that the other has answered is said, and their day is the one that both carry on until', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, { ...met, review: { by: 'asha', reviewOn: '2099-06-12' } });
    const card = within(await screen.findByRole('article', { name: 'Asha would like to carry on with your agreement' }));
    fireEvent.click(card.getByRole('button', { name: 'Review the agreement' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Review agreement' }));
    expect(dialog.getByLabelText<HTMLInputElement>('Next review date').value).toBe('2099-06-12');
    fireEvent.click(dialog.getByRole('button', { name: 'Carry on with this agreement' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'ReviewAgreement', mentorship, reviewOn: '2099-06-12' }]));
    expect(await screen.findByText(/^Agreement reviewed/)).toBeTruthy();
  });

  test('that this person has answered waits for the other', async () => {
    await open(smallHub(), { ...met, review: { by: 'ben', reviewOn: '2099-06-12' } });
    expect(await screen.findByText(/Waiting for Asha to say the same/)).toBeTruthy();
    expect(screen.queryByRole('article', { name: /agreement/ })).toBeNull();
  });

  test('is there beside a meeting that is booked, too', async () => {
    await open(smallHub(), met, BOOKED);
    expect(await screen.findByRole('button', { name: 'Review agreement' })).toBeTruthy();
    expect(screen.getByText(/Review was due\s+on Monday 2 March/)).toBeTruthy();
  });
});

describe('the moment of a match', () => {
  test('says why you two, when you meet, with what agenda, and what happens next', async () => {
    await open(smallHub(), {}, BOOKED);
    const letter = within(await screen.findByRole('article', { name: 'Asha is now your mentor' }));
    expect(await letter.findByText('You both work at Northfield.')).toBeTruthy();
    expect(letter.getByText('Worth talking about when you first meet:')).toBeTruthy();
    expect(letter.getByText('You and Asha have no shared times.')).toBeTruthy();
    expect(letter.getByText('You asked Asha about classroom routines and expectations.')).toBeTruthy();
    expect(letter.getByText('Friday 6 March 2099 at 3:40pm')).toBeTruthy();
    expect(letter.getByRole('link', { name: 'Add to your calendar' }).getAttribute('href')).toBe('/api/meetings/m.ics');
    expect(letter.getByText(/^Get to know each other/)).toBeTruthy();
    expect(letter.getByText(/^You both sign a short agreement by Friday 13 March 2099/)).toBeTruthy();
  });

  test('says the same to the mentor', async () => {
    await open(smallHub(), { mentor: 'ben', mentee: 'asha' }, BOOKED);
    const letter = within(await screen.findByRole('article', { name: 'You are now Asha’s mentor' }));
    expect(await letter.findByText('You both work at Northfield.')).toBeTruthy();
    expect(letter.getByText('Asha asked you about classroom routines and expectations.')).toBeTruthy();
  });

  test('without a time, one press on a time that both can make books it with the agenda', async () => {
    const hub = smallHub();
    const mentorship = await open(hub);
    fireEvent.click(await screen.findByRole('button', { name: 'Meet Fri 6 March, 3:40pm' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'BookMeeting', mentorship, time: TIME, format: 'online' }]));
    expect((sent(hub)[0] as unknown as { agenda: readonly { title: string }[] }).agenda[1]?.title).toBe(
      'What to work on first: Classroom routines and expectations',
    );
  });

  test('opens an agreement that is drafted from what both have said', async () => {
    await open(smallHub(), {}, BOOKED);
    fireEvent.click(await screen.findByRole('button', { name: 'Read the draft agreement' }));
    const draft = within(await screen.findByRole('dialog', { name: 'Draft agreement' }));
    // Reading signs nothing: no button here sends anything.
    expect(await draft.findByText('To work on classroom routines and expectations.')).toBeTruthy();
    expect(draft.queryByRole('button', { name: /sign/i })).toBeNull();
    expect(draft.queryByRole('textbox')).toBeNull();
    fireEvent.click(draft.getByRole('button', { name: 'Edit and suggest' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Suggest an agreement' }));
    await waitFor(() => expect(dialog.getByLabelText<HTMLInputElement>('Review date').value).toBe('2099-06-05'));
    expect(dialog.getByLabelText<HTMLInputElement>('Every fortnight').checked).toBe(true);
    expect(dialog.getByLabelText<HTMLTextAreaElement>(/^What it is for/).value).toBe('To work on classroom routines and expectations.');
  });

  const agreed = {
    ...{
      agreement: 'a',
      by: 'asha',
      signedBy: ['asha', 'ben'],
      proposedAt: '2026-03-02T09:00:00.000Z',
      agreedAt: '2026-03-02T10:00:00.000Z',
    },
    terms: {
      ...{ purpose: '', frequency: 'weekly', minutes: 30, format: 'online', confidentiality: '' },
      reviewOn: '2099-06-05',
    },
  };

  test('lasts until they have met, though the agreement is signed', async () => {
    await open(smallHub(), { status: 'active', agreed });
    const letter = within(await screen.findByRole('article', { name: 'Asha is now your mentor' }));
    expect(await letter.findByText('You both work at Northfield.')).toBeTruthy();
    expect(await letter.findByRole('button', { name: 'Meet Fri 6 March, 3:40pm' })).toBeTruthy();
    expect(letter.getByText('Either of you books a time to meet.')).toBeTruthy();
    expect(letter.getByText('You have both signed your agreement.')).toBeTruthy();
    expect(letter.queryByText(/You both sign a short agreement/)).toBeNull();
  });

  test.each([
    ['asha', 'Asha suggested times to meet.', 'Choose a time', 'You choose a time to meet Asha.'],
    ['ben', 'You suggested times. Waiting for Asha to choose one.', 'See suggested times', 'Asha chooses a time to meet.'],
  ])('says whose choice it is, where %s suggested times', async (by, says, link, then) => {
    await open(smallHub(), {}, { ...MEETING, status: 'proposed', by, times: [TIME], time: null });
    const letter = within(await screen.findByRole('article', { name: 'Asha is now your mentor' }));
    expect(await letter.findByText(says)).toBeTruthy();
    expect(letter.getByRole('link', { name: link }).getAttribute('href')).toBe('/meetings/m');
    expect(letter.getByText(then)).toBeTruthy();
    expect(letter.queryByRole('button', { name: /^Meet / })).toBeNull();
  });

  test('leaves what else is to choose beside it, where a first meeting is booked', async () => {
    const hub = smallHub();
    hub.put('meeting', 'k', {
      ...MEETING,
      meeting: 'k',
      mentorship: `n${next + 1}`,
      status: 'proposed',
      by: 'asha',
      times: [TIME],
      time: null,
    });
    await open(hub, {}, BOOKED);
    expect(await screen.findByRole('article', { name: /^Asha can meet / })).toBeTruthy();
    expect(await screen.findByText('Friday 6 March 2099 at 3:40pm')).toBeTruthy();
  });

  test('is over once they have met', async () => {
    await open(smallHub(), { meetingsHeld: 1 }, BOOKED);
    await screen.findByRole('heading', { name: 'You and Asha Rahman' });
    expect(await screen.findByRole('region', { name: 'Goals' })).toBeTruthy();
    expect(screen.queryByRole('article', { name: 'Asha is now your mentor' })).toBeNull();
  });
});
