import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { PAIR } from '../../shared/testing.js';
import { coming, notes, open, press, sent } from './testing.js';

const AGENDA = { by: 'asha', items: [item('a', 'What you tried'), item('b', 'Marking policy')], wordedBy: { a: 'asha', b: 'ben' } };
const NOTES_CHANGED = { code: 'MEETING.NOTES_CHANGED', message: 'Asha saved newer notes while you were writing.' };

afterEach(() => replica().close());

describe('closing a meeting', () => {
  test('everything is filled in as it usually is: two presses close it', async () => {
    const hub = smallHub();
    const { meeting } = await open(hub, { agenda: AGENDA });
    press('Record meeting');
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Record meeting' }));
    await waitFor(() =>
      expect(sent(hub)).toEqual([{ type: 'CloseMeeting', meeting, took: true, minutes: 40, actions: [], carryOver: [] }]),
    );
  });

  test('what was not reached waits for next time, and what is taken on is said once', async () => {
    const hub = smallHub();
    await open(hub, { agenda: AGENDA });
    press('Record meeting');
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByLabelText('Marking policy'));
    fireEvent.click(dialog.getByRole('button', { name: 'Add an action' }));
    fireEvent.input(dialog.getByLabelText('Action 1'), { target: { value: 'Greet 9C at the door' } });
    fireEvent.click(dialog.getByLabelText('Asha'));
    fireEvent.click(dialog.getByRole('button', { name: 'Record meeting' }));
    await waitFor(() => expect(sent(hub)).toHaveLength(1));
    expect(sent(hub)[0]).toMatchObject({
      carryOver: [AGENDA.items[1]],
      actions: [{ owner: 'asha', title: 'Greet 9C at the door', due: null }],
    });
  });

  test('a meeting that did not happen takes no time, and its agenda waits', async () => {
    const hub = smallHub();
    await open(hub, { agenda: AGENDA });
    press('Record meeting');
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByLabelText('No'));
    fireEvent.click(dialog.getByRole('button', { name: 'Record meeting' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ took: false, minutes: 0, carryOver: AGENDA.items }]));
  });

  test('a refusal is said at the field, and what was typed stays', async () => {
    const hub = smallHub(() => ({ code: 'MEETING.NO_MINUTES', message: 'Enter how many minutes you met for.', field: 'minutes' }));
    await open(hub);
    press('Record meeting');
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.input(dialog.getByLabelText('How many minutes did you meet for?'), { target: { value: '0' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Record meeting' }));
    expect(await dialog.findByText('Enter how many minutes you met for.')).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>('How many minutes did you meet for?').value).toBe('0');
  });

  test('notes that are not saved yet go first', async () => {
    const hub = smallHub();
    await open(hub);
    fireEvent.input(notes(), { target: { value: 'The door was held.' } });
    press('Record meeting');
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Record meeting' }));
    await waitFor(() => expect(sent(hub).map((one) => one['type'])).toEqual(['SaveNotes', 'CloseMeeting']));
  });

  test('[R10] one that is closed early is filled in with the time that has passed, not with time to come', async () => {
    const hub = smallHub();
    await open(hub, { time: { startsAt: new Date(Date.now() - 12.5 * 60_000).toISOString(), minutes: 40 } });
    press('Record meeting');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText<HTMLInputElement>('How many minutes did you meet for?').value).toBe('12');
  });

  test('it cannot be closed before it has begun', async () => {
    await open(smallHub(), { time: { startsAt: '2099-03-06T15:40:00.000Z', minutes: 40 } });
    expect(screen.queryByRole('button', { name: 'Record meeting' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Add to your calendar' })).toBeTruthy();
  });
});

describe('an action that was agreed wrongly', () => {
  test('is removed with one press, which can be undone', async () => {
    const hub = smallHub();
    const { meeting } = await open(hub);
    const action = {
      action: 'x',
      meeting,
      mentorship: 's',
      owner: 'asha',
      title: 'Send the plan',
      due: null,
      done: 'no',
      agreedAt: '2026-03-06T16:00:00.000Z',
    };
    hub.put('action', 'x', action);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove: Send the plan' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'DropAction', meeting, action: 'x' }]));
    hub.put('action', 'x', { ...action, done: 'dropped' });
    expect(await screen.findByText(/removed/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove: Send the plan' })).toBeNull());
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent(hub).at(-1)).toEqual({ type: 'ReopenAction', meeting, action: 'x' }));
  });
});

describe('the second word', () => {
  const closed = { status: 'closed', took: true, attendance: [{ by: 'asha', took: true, minutes: 35 }] };

  test('agrees to the minutes of the other in one press', async () => {
    const hub = smallHub();
    const { meeting } = await open(hub, closed);
    fireEvent.click(await screen.findByRole('button', { name: 'Yes, we met' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'RecordAttendance', meeting, took: true, minutes: 35 }]));
  });

  test('says that they did not meet in one press', async () => {
    const hub = smallHub();
    const { meeting } = await open(hub, closed);
    fireEvent.click(await screen.findByRole('button', { name: 'No, we did not meet' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'RecordAttendance', meeting, took: false, minutes: 0 }]));
  });

  test('may differ', async () => {
    const hub = smallHub();
    await open(hub, closed);
    fireEvent.click(await screen.findByRole('button', { name: 'Change details' }));
    fireEvent.input(screen.getByLabelText('How many minutes did you meet for?'), { target: { value: '25' } });
    press('Record meeting');
    await waitFor(() => expect(sent(hub)).toMatchObject([{ took: true, minutes: 25 }]));
  });

  test('once both have spoken it ends with thanks and what counts', async () => {
    await open(smallHub(), { ...closed, confirmedMinutes: 35 });
    expect(await screen.findByText(/Thank you for the time you gave each other\. We added 35 min.* to both your CPD records/)).toBeTruthy();
  });
});

describe('a meeting whose other person deleted their account', () => {
  const alone = { status: 'ended', erased: ['asha'] };
  const mine = { by: 'ben', took: true, minutes: 35 };

  test('waits for nothing that they would have to do', async () => {
    await open(smallHub(), { status: 'closed', took: true, attendance: [mine] }, alone);
    expect(await screen.findByText(/^You recorded 35 minutes\./)).toBeTruthy();
    expect(screen.getByText(/cannot confirm it\. It does not count for CPD\.$/)).toBeTruthy();
    expect(screen.queryByText(/Waiting for/)).toBeNull();
  });

  test('counts once what they recorded was confirmed, for the one who is here', async () => {
    await open(smallHub(), { status: 'closed', took: true, confirmedMinutes: 35 }, alone);
    expect(await screen.findByText(/We added 35 min.* to your CPD record\./)).toBeTruthy();
  });
});

describe('notes', () => {
  test('are saved under the edition that they started from', async () => {
    const hub = smallHub();
    const { meeting } = await open(hub, { notes: { by: 'asha', edition: 3, text: 'Begin.', at: '2026-03-06T15:50:00.000Z' } });
    fireEvent.input(notes(), { target: { value: 'Begin. Go on.' } });
    press('Save notes');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'SaveNotes', meeting, edition: 3, text: 'Begin. Go on.' }]));
  });

  test('say in words whether they are saved, and who can see them', async () => {
    const hub = smallHub();
    const { put } = await open(hub);
    expect(screen.getByText('Only you and Asha can see this.')).toBeTruthy();
    fireEvent.input(notes(), { target: { value: 'The door.' } });
    expect(screen.getByText(/^Not saved: you are still writing\./)).toBeTruthy();
    hub.hold();
    press('Save notes');
    expect(await screen.findByText(/^Saving\./)).toBeTruthy();
    put({ notes: { by: 'ben', edition: 1, text: 'The door.', at: '2026-03-06T15:50:00.000Z' } });
    hub.release();
    expect(await screen.findByText(/^Saved by you .* Only you and Asha can see this\.$/)).toBeTruthy();
  });

  test('that somebody else saved meanwhile stand beside what was typed, and both can be put together', async () => {
    const hub = smallHub(({ type, data }) =>
      type === 'SaveNotes' && (data as { edition: number }).edition === 0 ? NOTES_CHANGED : undefined,
    );
    const { put } = await open(hub);
    fireEvent.input(notes(), { target: { value: 'Mine.' } });
    press('Save notes');
    await waitFor(() => expect([sent(hub).length, replica().outbox.pending()]).toEqual([1, 0]));
    put({ notes: { by: 'asha', edition: 1, text: 'Theirs.', at: '2026-03-06T15:50:00.000Z' } });
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText('Theirs.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('What you wrote').value).toBe('Mine.');
    fireEvent.click(alert.getByRole('button', { name: 'Keep both' }));
    expect(notes().value).toBe('Theirs.\n\nMine.');
    await waitFor(() => expect(sent(hub).at(-1)).toMatchObject({ edition: 1, text: 'Theirs.\n\nMine.' }));
  });
});

describe('notes that both wrote', () => {
  const theirs = { by: 'asha', edition: 1, text: 'Theirs.', at: '2026-03-06T15:50:00.000Z' };
  async function overtaken(hub: SmallHub) {
    const { put } = await open(hub);
    fireEvent.input(notes(), { target: { value: 'Mine.' } });
    put({ notes: theirs });
    return within(await screen.findByRole('alert'));
  }

  test('“Keep mine” saves at once', async () => {
    const hub = smallHub();
    const alert = await overtaken(hub);
    fireEvent.click(alert.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'SaveNotes', edition: 1, text: 'Mine.' }]));
  });

  test('where what is kept is refused, the words stay', async () => {
    const hub = smallHub(() => ({ code: 'PAIR.KEPT_APART', message: 'Your mentorship is paused.' }));
    const alert = await overtaken(hub);
    fireEvent.click(alert.getByRole('button', { name: 'Keep both' }));
    expect(await screen.findByText('Your mentorship is paused.')).toBeTruthy();
    expect(notes().value).toBe('Theirs.\n\nMine.');
    expect(screen.getByRole('button', { name: 'Save notes' })).toBeTruthy();
  });
});

describe('the agenda', () => {
  test('items are moved by buttons, and the focus goes with them', async () => {
    const hub = smallHub();
    const { meeting } = await open(hub, { agenda: AGENDA });
    press('Edit agenda');
    press('Move item 1 down');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Move item 2 up'));
    press('Save agenda');
    await waitFor(() =>
      expect(sent(hub)).toEqual([
        { type: 'SetAgenda', letGo: [], seen: AGENDA.items.map(({ id }) => id), meeting, items: [AGENDA.items[1], AGENDA.items[0]] },
      ]),
    );
  });

  test('what the other added while the form stood open is kept', async () => {
    const hub = smallHub();
    const { put } = await open(hub, { agenda: AGENDA });
    press('Add to the agenda');
    fireEvent.input(screen.getByLabelText('Item 3'), { target: { value: 'Mine' } });
    put({ agenda: { by: 'asha', items: [...AGENDA.items, item('c', 'Theirs')] } });
    expect(await screen.findByText(/changed while you were editing/)).toBeTruthy();
    press('Save agenda');
    await waitFor(() => expect(sent(hub)).toHaveLength(1));
    expect(sent(hub)[0]?.['items']).toEqual([...AGENDA.items, expect.objectContaining({ title: 'Mine' }), item('c', 'Theirs')]);
  });
});

describe('[R8] once the mentorship is over', () => {
  const over = { status: 'completed', endedAt: '2026-03-20T09:00:00.000Z' };
  const notes = { by: 'asha', edition: 1, text: 'What we said.', at: '2026-03-06T16:00:00.000Z' };
  const closed = { status: 'closed', took: true, attendance: [{ by: 'asha', took: true, minutes: 35 }], notes, agenda: AGENDA };
  // What was said in passing by the specs before stands there still, each with a way to put it away.
  const buttons = () =>
    screen
      .queryAllByRole('button')
      .map((button) => button.getAttribute('aria-label') ?? button.textContent.trim())
      .filter((name) => name !== 'Dismiss');

  test('a meeting that was closed is to be read, and its second record still to be given', async () => {
    const hub = smallHub();
    hub.put('action', 't', {
      action: 't',
      meeting: coming(),
      mentorship: 's',
      by: 'asha',
      owner: 'ben',
      title: 'Try it',
      done: 'no',
    });
    await open(hub, closed, over);
    await screen.findByText('Try it');
    expect(screen.getByText('What we said.').tagName).toBe('P');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(buttons()).toEqual(['Yes, we met', 'Change details', 'No, we did not meet', 'Mark as done: Try it', 'Remove: Try it']);
  });

  test('one that had begun is closed, with its notes, and neither moved nor called off', async () => {
    await open(smallHub(), { agenda: AGENDA }, over);
    expect(screen.getByRole('textbox', { name: 'Meeting notes' })).toBeTruthy();
    expect(buttons()).toEqual(['Record meeting']);
    press('Record meeting');
    expect(within(await screen.findByRole('dialog')).queryByText('Anything to carry over?')).toBeNull();
  });

  test('times on offer are offered no more', async () => {
    await open(smallHub(), { status: 'proposed', time: null, times: [{ startsAt: '2099-03-06T15:40:00.000Z', minutes: 40 }] }, over);
    expect(buttons()).toEqual([]);
  });

  test('words that were not saved in time stand beside those that were', async () => {
    const hub = smallHub();
    await open(hub, closed);
    fireEvent.input(screen.getByRole('textbox', { name: 'Meeting notes' }), { target: { value: 'Not saved.' } });
    hub.put('mentorship', 's', { ...PAIR, ...over });
    expect(await screen.findByText('Not saved.')).toBeTruthy();
    expect(screen.getByText('What we said.')).toBeTruthy();
  });
});

function item(id: string, title: string) {
  return { id, title, minutes: 10 };
}
