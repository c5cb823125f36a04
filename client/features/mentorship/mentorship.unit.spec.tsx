import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { MEETING, PAIR } from '../../shared/testing.js';
import { PROPOSED, dialog, nextMentorship, open, openAt, press, sent } from './testing.js';

afterEach(() => replica().close());

describe('pausing', () => {
  const time = { startsAt: '2099-03-06T15:40:00.000Z', minutes: 40 };
  const later = { startsAt: '2099-05-08T15:40:00.000Z', minutes: 40 };
  const rows = (mentorship: string) =>
    [
      ['meeting', 'soon', { ...MEETING, meeting: 'soon', mentorship, time }],
      ['meeting', 'later', { ...MEETING, meeting: 'later', mentorship, time: later }],
      ['meeting', 'asked', { ...MEETING, meeting: 'asked', mentorship, status: 'proposed', time: null, times: [later] }],
    ] as const;

  test('names what is booked: those on its days are cancelled with the same press, unless they are kept', async () => {
    const hub = smallHub();
    const mentorship = await open(hub);
    for (const [view, id, data] of rows(mentorship)) hub.put(view, id, data);
    press('Pause mentorship');
    const form = await dialog();
    const box = (day: string) => form.findByLabelText<HTMLInputElement>(`Cancel the meeting on ${day} at 3:40pm`);
    const [first, second] = [await box('Friday 6 March 2099'), await form.findByLabelText<HTMLInputElement>(/Friday 8 May 2099 at 4:40pm/)];
    expect([first.checked, second.checked]).toEqual([true, true]);
    expect(form.getByText(/We withdraw the suggested times/)).toBeTruthy();
    fireEvent.input(form.getByLabelText(/^Until/), { target: { value: '2099-04-01' } });
    await waitFor(() => expect(second.checked).toBe(false));
    fireEvent.click(form.getByRole('button', { name: 'Pause mentorship' }));
    await waitFor(() =>
      expect(sent(hub)).toEqual([{ type: 'PauseMentorship', mentorship, until: '2099-04-01', seen: 0, cancel: ['soon'] }]),
    );
  });

  test('keeps a meeting whose box is cleared', async () => {
    const hub = smallHub();
    const mentorship = await open(hub);
    for (const [view, id, data] of rows(mentorship).slice(0, 1)) hub.put(view, id, data);
    press('Pause mentorship');
    const form = await dialog();
    fireEvent.click(await form.findByLabelText(/^Cancel the meeting/));
    fireEvent.click(form.getByRole('button', { name: 'Pause mentorship' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'PauseMentorship', mentorship, until: null, seen: 0 }]));
  });
});

describe('the private question', () => {
  test('is one tap after the first meeting, and is not asked twice', async () => {
    const hub = smallHub(({ type }, self) => {
      if (type === 'CheckFit')
        self.put('fit', `${mentorship}:ben`, {
          mentorship,
          person: 'ben',
          answers: [{ answer: 'good', at: '2026-03-06T16:30:00.000Z', after: 1 }],
        });
      return undefined;
    });
    const mentorship = await open(hub, { meetingsHeld: 1 });
    fireEvent.click(await screen.findByRole('button', { name: 'Good' }));
    expect(await screen.findByText(/You said “Good”/)).toBeTruthy();
    expect(sent(hub)).toEqual([{ type: 'CheckFit', mentorship, answer: 'good' }]);
  });

  test('asked after the first meeting and again after the third is answered with one press, and the choices follow at once', async () => {
    const hub = smallHub(({ type }, self) => {
      const answers = [{ answer: 'not-good', at: '2026-03-06T16:30:00.000Z', after: 4 }];
      if (type === 'CheckFit') self.put('fit', `${mentorship}:ben`, { mentorship, person: 'ben', answers });
      return undefined;
    });
    const mentorship = await open(hub, { meetingsHeld: 4 });
    fireEvent.click(await screen.findByRole('button', { name: 'Not so good' }));
    expect(await screen.findByText(/You said “Not so good”/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ask for another mentor' })).toBeTruthy();
  });
});

describe('ending early', () => {
  test('takes a private reason and the wish for another mentor, and blames nobody', async () => {
    const hub = smallHub();
    const mentorship = await open(hub);
    press('End mentorship early');
    const form = await dialog();
    expect(form.getByText(/That’s OK, it happens/)).toBeTruthy();
    fireEvent.input(form.getByLabelText(/Why/), { target: { value: 'Our timetables no longer meet.' } });
    fireEvent.click(form.getByRole('button', { name: 'End mentorship early' }));
    await waitFor(() =>
      expect(sent(hub)).toEqual([{ type: 'EndMentorship', mentorship, reason: 'Our timetables no longer meet.', wantsAnother: false }]),
    );
  });

  test('another mentor is wished for by who says so, and by who came here to ask for one', async () => {
    const hub = smallHub();
    const mentorship = nextMentorship();
    const fit = { fit: `${mentorship}:ben`, person: 'ben', answers: [{ answer: 'not-good', at: '2026-03-06T16:30:00.000Z', after: 1 }] };
    await open(hub, { meetingsHeld: 1 }, [['fit', `${mentorship}:ben`, fit]]);
    const wish = async () => (await dialog()).getByLabelText<HTMLInputElement>(/^I would like another mentor/);
    fireEvent.click(screen.getAllByRole('button', { name: 'End mentorship early' })[0] as HTMLElement);
    expect((await wish()).checked).toBe(false);
    fireEvent.click((await dialog()).getByRole('button', { name: 'Cancel' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Ask for another mentor' }));
    expect((await wish()).checked).toBe(true);
    fireEvent.click((await dialog()).getByRole('button', { name: 'End mentorship early' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'EndMentorship', reason: '', wantsAnother: true }]));
  });

  test('what was typed is still there when the form is opened again', async () => {
    await open(smallHub());
    press('End mentorship early');
    fireEvent.input((await dialog()).getByLabelText(/Why/), { target: { value: 'Half a thought' } });
    fireEvent.click((await dialog()).getByRole('button', { name: 'Cancel' }));
    fireEvent.click(screen.getAllByRole('button', { name: 'End mentorship early' })[0] as HTMLElement);
    expect((await dialog()).getByLabelText<HTMLTextAreaElement>(/Why/).value).toBe('Half a thought');
  });
});

describe('[R6] a mentorship that rests because the mentor has come to assess the mentee', () => {
  test('says why to the two, without blame, and carries on when the hub lets it', async () => {
    const sentence = 'Mentoring and appraisal are kept apart here.';
    const hub = smallHub(() => ({ code: 'MENTORSHIP.IN_REPORTING_LINE', message: sentence }));
    const mentorship = await open(hub, { status: 'paused', pausedWhy: 'reporting-line' });
    expect(screen.getByRole('heading', { name: 'Paused, because your roles have changed' })).toBeTruthy();
    expect(screen.getByText(/Asha is now your line manager or induction tutor/)).toBeTruthy();
    expect(screen.getByText(/We do not tell anyone else why/)).toBeTruthy();
    press('Resume mentorship');
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(sent(hub)).toEqual([{ type: 'ResumeMentorship', mentorship, seen: 0 }]);
  });
});

describe('a mentorship that was seen through', () => {
  const over = { status: 'completed', endedAt: '2026-07-17T09:00:00.000Z', meetingsHeld: 12, minutes: 475 };

  test('ends with thanks and the certificate', async () => {
    await open(smallHub(), over, [
      [
        'credential',
        'c1',
        { credential: 'c1', person: 'ben', kind: 'certificate', revoked: null, achievement: { meetings: 0, minutes: 0 } },
      ],
    ]);
    expect(await screen.findByRole('heading', { name: 'Thank you for the time you gave each other' })).toBeTruthy();
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'Download your certificate' });
    expect(link.getAttribute('href')).toBe('/api/certificates/c1.pdf');
  });

  test('[R8] a record of participation is not called a certificate', async () => {
    await open(smallHub(), over, [['credential', 'c2', { credential: 'c2', person: 'ben', kind: 'participation', revoked: null }]]);
    expect(await screen.findByRole('link', { name: 'Download your record of participation' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Download your certificate' })).toBeNull();
  });
});

describe('a cancelled meeting', () => {
  const cancelled = (meeting: string, more: object) => ['meeting', meeting, { ...MEETING, meeting, status: 'cancelled', ...more }] as const;
  const notes = { by: 'asha', edition: 1, text: 'What we said.', at: '2026-03-06T16:00:00.000Z' };

  test('is found where something was written in it', async () => {
    const hub = smallHub();
    const action = { action: 'x', meeting: 'k2', owner: 'ben', title: 'Greet 9C', due: null, done: 'no', notes: [], statements: [] };
    const mentorship = await open(hub, {});
    hub.put('action', 'x', { ...action, mentorship });
    for (const [view, id, data] of [cancelled('k1', {}), cancelled('k2', {}), cancelled('k3', {})])
      hub.put(view, id, { ...data, mentorship });
    hub.put('meeting-content', 'k1', { meeting: 'k1', mentorship, agenda: null, notes, carriedOver: [] });
    fireEvent.click(await screen.findByText('2 cancelled meetings'));
    const found = screen.getAllByRole('link', { name: /^Notes/ }).map((link) => link.getAttribute('href'));
    expect(found.sort()).toEqual(['/meetings/k1', '/meetings/k2']);
  });
});

describe('completing', () => {
  test('[R8] that the other proposed can be agreed to, or not yet', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, { completion: { by: 'asha', agreeBy: '2026-07-10', reminded: false } });
    expect(screen.getByRole('heading', { name: 'Asha suggested completing your mentorship' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Complete mentorship' }).getAttribute('href')).toBe(`/mentorships/${mentorship}/complete`);
    press('Not yet');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'DeclineCompletion', mentorship }]));
  });

  test('that this person proposed waits for the other, and can be taken back', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, { completion: { by: 'ben', agreeBy: '2026-07-10', reminded: false } });
    expect(screen.getByRole('heading', { name: 'Waiting for Asha to agree' })).toBeTruthy();
    press('Withdraw suggestion');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'WithdrawCompletion', mentorship }]));
  });
});

describe('a pair that its coordinator suggests ending', () => {
  const closing = { by: 'helen', because: 'not-meeting', continueBy: '2026-07-10' };
  const rows = [['person', 'helen', { person: 'helen', name: 'Helen Price', called: 'Helen' }]] as const;

  test('[R8] is asked at the head of its page, and either continues', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, { closing }, rows);
    expect(await screen.findByRole('heading', { name: 'Would you like to continue with Asha?' })).toBeTruthy();
    expect(await screen.findByText(/Helen suggested ending your mentorship\. If neither of you replies by Friday 10 July/)).toBeTruthy();
    press('Continue mentorship');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'DeclineClosing', mentorship }]));
  });

  test('[R6] of whom the mentor has left is asked in words that tell the mentor of no other', async () => {
    await open(smallHub(), {
      closing: { by: 'hub', because: 'mentor-left', continueBy: '2026-07-10' },
      mentorLeftAt: '2026-07-01T09:00:00.000Z',
    });
    expect(await screen.findByRole('heading', { name: 'Would you like to continue with Asha?' })).toBeTruthy();
    expect(screen.getByText(/^Asha has left their school\. If neither of you replies by Friday 10 July/)).toBeTruthy();
  });

  test('[R8] one that ended leads to another mentor only where there is none', async () => {
    const over = { status: 'ended', endedAt: '2026-07-06T09:00:00.000Z', endedBecause: 'mentor-left' };
    const other = ['mentorship', 'other', { ...PAIR, mentorship: 'other', mentor: 'cleo' }] as const;
    await open(smallHub(), over, [other]);
    expect(await screen.findByText(/^Thank you for the time you gave each other/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Find another mentor' })).toBeNull();
    cleanup();
    replica().close();
    await open(smallHub(), { ...over, endedBecause: null });
    expect(await screen.findByRole('link', { name: 'Find another mentor' })).toBeTruthy();
  });

  test('[R9] or ends it at once', async () => {
    const hub = smallHub();
    await open(hub, { closing, status: 'trial', agreed: null, meetingsHeld: 0 }, rows);
    const [first] = await screen.findAllByRole('button', { name: 'End mentorship early' });
    fireEvent.click(first as HTMLElement);
    fireEvent.click((await dialog()).getByRole('button', { name: 'End mentorship early' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'EndMentorship' }]));
  });
});

describe('a mentor who has left', () => {
  test('leaves the mentee a next step: carry on, or find another mentor', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, { mentorLeftAt: '2026-03-06T09:00:00.000Z', mentorLeft: 'elm' }, [
      ['institution', 'elm', { institution: 'elm', details: { name: 'Elm School', kind: 'school', nation: 'england' } }],
    ]);
    expect(await screen.findByRole('heading', { name: 'Asha has left Elm School' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Find another mentor' })).toBeTruthy();
    press('Continue with Asha');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'SettleHandover', mentorship }]));
  });
});

describe('a mentee who has left', () => {
  const elm = ['institution', 'elm', { institution: 'elm', details: { name: 'Elm School', kind: 'school', nation: 'england' } }] as const;
  const mentoring = { mentor: 'ben', mentee: 'asha', menteeLeft: 'elm' };

  test('is said to their mentor, with both ways out', async () => {
    await open(smallHub(), mentoring, [elm]);
    expect(await screen.findByRole('heading', { name: 'Asha has left Elm School' })).toBeTruthy();
    const said = within(screen.getByRole('region', { name: 'Where you both are' }));
    expect(said.getByText('Your mentorship goes on until one of you ends it.')).toBeTruthy();
    expect(said.getByRole('link', { name: 'Complete mentorship' })).toBeTruthy();
    fireEvent.click(said.getByRole('button', { name: 'End mentorship early' }));
    expect((await dialog()).getByRole('button', { name: 'End mentorship early' })).toBeTruthy();
  });

  test('is not said of a mentorship that is over, which is told as past', async () => {
    await open(smallHub(), { ...mentoring, status: 'ended', endedAt: '2026-03-01T09:00:00.000Z' }, [elm]);
    expect(await screen.findByText(/^You were the mentor of Asha · /)).toBeTruthy();
    expect(screen.queryByText('Asha has left Elm School')).toBeNull();
  });
});

test('a mentor of a mentorship that is over was one', async () => {
  await open(smallHub(), { status: 'completed', endedAt: '2026-03-01T09:00:00.000Z' });
  expect(await screen.findByText(/^Asha was your mentor · /)).toBeTruthy();
});

describe('an answer of “not so good”', () => {
  const answered = (mentorship: string) => ({
    mentorship,
    person: 'ben',
    answers: [{ answer: 'not-good', at: '2026-03-06T16:30:00.000Z', after: 1 }],
  });

  test('leads to a calm choice, and sends nothing by itself', async () => {
    const hub = smallHub();
    const mentorship = nextMentorship();
    await open(hub, { meetingsHeld: 1, agreed: { ...PROPOSED, agreedAt: '2026-03-03T09:00:00.000Z' } }, [
      ['fit', `${mentorship}:ben`, answered(mentorship)],
    ]);
    for (const choice of ['Change how you meet', 'Ask a coordinator', 'Ask for another mentor'])
      expect((await screen.findAllByRole('button', { name: choice })).length).toBeGreaterThan(0);
    press('Change how you meet');
    expect((await dialog()).getByRole('button', { name: 'Sign and suggest agreement' })).toBeTruthy();
    expect(sent(hub)).toEqual([]);
  });

  test('[R6] a reason goes to the one coordinator whom the person chooses, and to nobody else', async () => {
    const hub = smallHub();
    const mentorship = nextMentorship();
    const here = { institution: 'school', trust: null, roles: [], from: '2025-09-01', lineManager: 'lea', inductionTutor: null };
    hub.put('person', 'helen', { person: 'helen', name: 'Helen Ford', called: 'Helen' });
    // Whatever was said of the fit, or where nothing was.
    await open(hub, { meetingsHeld: 0 }, [
      ['membership', 'ben', { person: 'ben', memberships: [here], institutions: ['school'] }],
      ['coordinators', 'school', { institution: 'school', coordinators: ['lea', 'asha', 'helen'] }],
    ]);
    fireEvent.click(await screen.findByRole('button', { name: 'Ask a coordinator' }));
    const form = await dialog();
    const message = await form.findByLabelText(/Message to Helen/);
    expect(form.getByText('Only you and Helen can see this.')).toBeTruthy();
    expect(form.queryByText(/lea|Asha/i)).toBeNull();
    fireEvent.input(message, { target: { value: 'We rarely find the time.' } });
    fireEvent.click(form.getByRole('button', { name: 'Send message' }));
    await waitFor(() =>
      expect(sent(hub)).toEqual([{ type: 'AskForHelp', mentorship, coordinator: 'helen', text: 'We rarely find the time.' }]),
    );
  });
});

describe('a link that leads to one thing to do', () => {
  test.each([
    ['agreement', 'Agreement suggested by Asha', { proposed: PROPOSED }],
    ['propose', 'Suggest an agreement', { meetingsHeld: 1 }],
    ['review', 'Review agreement', { agreed: { ...PROPOSED, agreedAt: '2026-03-03T09:00:00.000Z' } }],
    ['end', 'End mentorship early', {}],
    ['another', 'End mentorship early', {}],
    ['pause', 'Pause mentorship', {}],
  ])('opens it at once: %s', async (what, title, change) => {
    await openAt(`?open=${what}`, smallHub(), change);
    expect(await screen.findByRole('dialog', { name: title })).toBeTruthy();
    fireEvent.click((await dialog()).getAllByRole('button', { name: /^(Cancel|Close)$/ })[0] as HTMLElement);
    await waitFor(() => expect(document.querySelector('[role="dialog"]:not([data-closed])')).toBeNull());
  });

  test.each([
    ['agreement', {}],
    ['propose', { status: 'paused' }],
    ['pause', { status: 'paused' }],
    ['another', { mentor: 'ben', mentee: 'asha' }],
    ['review', {}],
    ['end', { status: 'ended', endedAt: '2026-03-03T09:00:00.000Z' }],
  ])('opens nothing that is not possible by now: %s', async (what, change) => {
    await openAt(`?open=${what}`, smallHub(), change);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the time of a pair', () => {
  test.each([
    [0, 0, 'No meetings recorded yet.'],
    [1, 0, 'One meeting to be confirmed.'],
    [2, 1, '40 minutes from one meeting that you both confirmed. One more meeting to be confirmed.'],
  ])('of %i recorded meetings and %i confirmed', async (meetingsHeld, meetingsConfirmed, words) => {
    await open(smallHub(), { meetingsHeld, meetingsConfirmed, minutes: meetingsConfirmed * 40 });
    const time = screen.getByRole('region', { name: 'Your time' });
    expect(time.textContent?.replace(/\s+/g, ' ')).toContain(words);
  });
});
