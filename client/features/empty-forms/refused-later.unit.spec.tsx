import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import type { Envelope } from '@alongside/domain/protocol/messages.js';
import { replica } from '../../replica/index.js';
import { settle, smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import { clearToasts } from '../../ui/index.js';
import Booking from '../booking/booking.screen.js';
import Meeting from '../meeting/meeting.screen.js';
import { AddForm } from '../members/add-colleague.js';
import MentorshipScreen from '../mentorship/mentorship.screen.js';
import { settled } from '../profile/examples.js';
import ProfileScreen from '../profile/profile.screen.js';
import { MEETING, openScreen, PAIR, seed } from '../../shared/testing.js';
import { go } from './form.testing.js';

const FULL = { code: 'GOAL.MANY', message: 'You have 12 open goals.' };
const pair = ['mentorship', 's', PAIR] as const;
const toast = () => document.querySelector('.toast')?.textContent;
const type = async (label: string | RegExp, value: string) => fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const press = async (name: string | RegExp) => fireEvent.click((await screen.findAllByRole('button', { name })).at(-1) as HTMLElement);
const kept = () => waitFor(() => expect(replica().saveStatus()).toBe('here'));
/** The hub is back, and has answered all that was said. */
async function back(hub: SmallHub): Promise<void> {
  hub.mend();
  await waitFor(() => expect(replica().outbox.pending()).toBe(0), { timeout: 10_000 });
  await settle();
}
const refusing = (...types: readonly string[]) => smallHub(({ type: said }: Envelope) => (types.includes(said) ? FULL : undefined));

afterEach(() => {
  clearToasts();
  replica().close();
});

async function goalOutOfReach(hub: SmallHub): Promise<void> {
  seed(hub, [pair]);
  await openScreen(hub, MentorshipScreen, '/mentorships/:id', '/mentorships/s');
  await go('Agree a goal');
  await type('Goal', 'Calm starts');
  hub.cut();
  await press('Agree goal');
  await kept();
  await waitFor(() => expect(screen.queryByLabelText('Goal')).toBeNull());
}

describe('a form that went on without the hub', () => {
  test('says that it is done once it is, and is empty for the next one until then', async () => {
    const hub = smallHub();
    await goalOutOfReach(hub);
    expect(toast()).toBeUndefined();
    await go('Agree a goal');
    expect((await screen.findByLabelText<HTMLInputElement>('Goal')).value).toBe('');
    await back(hub);
    expect(await screen.findByText('Goal agreed')).toBeTruthy();
  });

  test('has what was typed again where it is refused, and the bar says why', async () => {
    const hub = refusing('AgreeGoal');
    await goalOutOfReach(hub);
    await back(hub);
    expect(replica().outbox.refusals()).toMatchObject([{ answer: { message: FULL.message } }]);
    expect(toast()).toBeUndefined();
    await go('Agree a goal');
    expect((await screen.findByLabelText<HTMLInputElement>('Goal')).value).toBe('Calm starts');
  });

  test('keeps what was typed since: the words that were refused are with their reason', async () => {
    const hub = refusing('AgreeGoal');
    await goalOutOfReach(hub);
    await go('Agree a goal');
    await type('Goal', 'Another one');
    await back(hub);
    expect((await screen.findByLabelText<HTMLInputElement>('Goal')).value).toBe('Another one');
    expect(JSON.stringify(replica().outbox.refusals())).toContain('Calm starts');
  });

  test('leads to nothing that is not there yet, and says with a way there that it is', async () => {
    const hub = smallHub();
    seed(hub, [pair]);
    const times = { times: [{ startsAt: '2030-03-05T15:40:00.000Z', minutes: 30 }] };
    const { where } = await openScreen(hub, Booking, '/mentorships/:id/book', '/mentorships/s/book', {
      '/api/mentorships/s/times': times,
      '/api/mentorships/s/match': { ways: null },
    });
    const time = await screen.findByRole('button', { name: /5 March/ });
    hub.cut();
    fireEvent.click(time);
    await kept();
    await waitFor(() => expect(where()).toBe('/mentorships/s'));
    expect(toast()).toBeUndefined();
    await back(hub);
    expect(await screen.findByText(/^Meeting booked for/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Open meeting' })).toBeTruthy();
    expect(where()).toBe('/mentorships/s');
  });

  test('leaves notes where they are typed, as not saved, and sends them once', async () => {
    const hub = smallHub();
    seed(hub, [pair, ['meeting', 'm', MEETING]]);
    await openScreen(hub, Meeting, '/meetings/:id', '/meetings/m');
    await type('Meeting notes', 'We tried it.');
    hub.cut();
    await press('Save notes');
    await kept();
    expect(await screen.findByText(/^Not saved yet: we are still trying to send it/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Meeting notes').value).toBe('We tried it.');
    await type('Meeting notes', 'We tried it. Twice.');
    fireEvent.keyDown(screen.getByLabelText('Meeting notes'), { key: 's', ctrlKey: true });
    await settle();
    expect([replica().outbox.pending(), screen.queryByRole('button', { name: 'Save notes' })]).toEqual([1, null]);
    await back(hub);
    const notes = { by: 'ben', edition: 1, text: 'We tried it.', at: '2026-03-06T15:50:00.000Z' };
    hub.put('meeting-content', 'm', { meeting: 'm', agenda: null, carriedOver: [], notes });
    await press('Save notes');
    await waitFor(() => expect(hub.commands().at(-1)?.data).toEqual({ meeting: 'm', edition: 1, text: 'We tried it. Twice.' }));
  });

  test('of a card says that it is still being sent, and is sent once however often it is pressed', async () => {
    const hub = smallHub();
    const recorded = { status: 'closed', took: true, attendance: [{ by: 'asha', took: true, minutes: 35 }] };
    seed(hub, [pair, ['meeting', 'm', { ...MEETING, ...recorded }]]);
    await openScreen(hub, Meeting, '/meetings/:id', '/meetings/m');
    const yes = await screen.findByRole('button', { name: 'Yes, we met' });
    hub.cut();
    fireEvent.click(yes);
    expect(await screen.findByText(/^What you sent is not saved yet/)).toBeTruthy();
    fireEvent.click(yes);
    await settle();
    expect(replica().outbox.pending()).toBe(1);
    await back(hub);
    expect(await screen.findByText(/^Saved\. It counts/)).toBeTruthy();
    expect(screen.queryByText(/^What you sent is not saved yet/)).toBeNull();
  });

  test('of a profile does not take back what another section sent before it', async () => {
    const hub = smallHub();
    seed(hub, [['profile', 'ben', settled]]);
    await openScreen(hub, ProfileScreen, '/profile', '/profile?section=name');
    await type('Your job', 'Head of Year 9');
    hub.cut();
    await press('Save');
    await waitFor(() => expect(screen.queryByLabelText('Your job')).toBeNull());
    await press(/^Change career stage/);
    await type(/^In education since/, '2011');
    await press('Save');
    await waitFor(() => expect(replica().outbox.pending()).toBe(2));
    expect(replica().outbox.latest('DescribeProfile')).toMatchObject({ profile: { jobTitle: 'Head of Year 9', inEducationSince: 2011 } });
  });

  test('does not send what follows from something that is refused', async () => {
    const hub = refusing('InvitePerson');
    seed(hub, []);
    await openScreen(hub, () => <AddForm at={{ id: 'n', name: 'Northfield' } as never} onClose={() => undefined} />, '/', '/');
    await type('Name', 'Mary Moss');
    await type('Work email address', 'mary@school.sch.uk');
    hub.cut();
    await press('Add to Northfield');
    await waitFor(() => expect(replica().outbox.pending()).toBe(2));
    await kept();
    await back(hub);
    expect(hub.commands().some(({ type: said }) => said === 'AddMember')).toBe(false);
    expect(replica().outbox.refusals()).toHaveLength(2);
    expect(toast()).toBeUndefined();
  });
});
