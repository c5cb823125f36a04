import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { asking } from '../app/hub.testing.js';
import { HubOverDays } from './hub-over-days.testing.js';

const [asha, ben, cleo, helen] = ['asha', 'ben', 'cleo', 'helen'] as [PersonId, PersonId, PersonId, PersonId];

let days: HubOverDays;

const pair = (id: string) => days.row('mentorship', id);
const onDesk = () => days.rows('handover', { mentee: 'ben' }).length;

async function pairs(mentor: PersonId, mentorship: string): Promise<void> {
  const data = asking(mentor, 'ben');
  await days.must(ben, 'RequestMentoring', data);
  await days.must(mentor, 'AcceptRequest', { mentor, request: data.request, mentorship });
  await days.until(() => pair(mentorship) !== undefined);
}

beforeEach(async () => {
  days = await HubOverDays.begin('2026-03-02', ['asha', 'ben', 'cleo', 'helen'], { asha: 1, cleo: 1 });
  await days.must(HUB, 'GrantRole', { institution: 'hillside', person: 'helen', role: 'coordinator' });
  await pairs(asha, 'm-1');
});
afterEach(() => days.end());

/** Names from the coordinator, one of whom says yes. */
async function cleoIsSuggestedAndSaysYes(): Promise<void> {
  await days.must(helen, 'SuggestMentors', { message: 'w-1', to: 'ben', mentors: ['cleo'], text: '' });
  await pairs(cleo, 'm-2');
}

describe('[R8] a mentee who is suggested another mentor, and gets one', () => {
  test('after their mentor has left: the desk is done, both are asked about the earlier pair, and without a reply it ends with thanks', async () => {
    await days.must(HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await days.until(() => onDesk() === 1);
    await cleoIsSuggestedAndSaysYes();
    await days.until(() => pair('m-1')?.closing !== null);
    expect(pair('m-1')?.closing).toEqual({ by: HUB, because: 'mentor-left', continueBy: '2026-03-09' });
    expect(pair('m-2')?.closing).toBeNull();
    expect(onDesk()).toBe(0);
    await days.onDay('2026-03-10');
    await days.until(() => pair('m-1')?.status === 'ended');
    expect(pair('m-1')).toMatchObject({ endedBecause: 'mentor-left' });
    expect(days.row('seeking', 'ben')).toBeUndefined();
    expect(pair('m-2')?.status).toBe('trial');
  });

  test('of whom they keep both, where one of the earlier pair says so', async () => {
    await days.must(HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await days.until(() => onDesk() === 1);
    await cleoIsSuggestedAndSaysYes();
    await days.until(() => pair('m-1')?.closing !== null);
    await days.must(ben, 'DeclineClosing', { mentorship: 'm-1' });
    await days.until(() => pair('m-1')?.closing === null && pair('m-1')?.mentorLeftAt === null);
    expect(pair('m-1')).toMatchObject({ closing: null, mentorLeftAt: null, status: 'trial' });
  });

  test('[R6] beside a mentor who no longer meets them: the hub asks nothing, for that would tell of the other; a coordinator may', async () => {
    days.clock.set('2026-03-23T09:00:00.000Z');
    await cleoIsSuggestedAndSaysYes();
    await days.until(() => pair('m-2')?.status === 'trial');
    await days.hub.parts.reactors.settled();
    expect(pair('m-1')?.closing).toBeNull();
    await days.must(helen, 'ProposeClosing', { mentorship: 'm-1' });
    await days.until(() => pair('m-1')?.closing?.because === 'not-meeting');
  });

  test('after their mentor has left: nothing is asked any more once the new one has ended', async () => {
    await days.must(HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await days.until(() => onDesk() === 1);
    await cleoIsSuggestedAndSaysYes();
    await days.until(() => pair('m-1')?.closing?.because === 'mentor-left');
    await days.must(cleo, 'EndMentorship', { mentorship: 'm-2', reason: '', wantsAnother: false });
    await days.until(() => pair('m-1')?.closing === null);
    expect(pair('m-1')?.status).toBe('trial');
  });

  test('of whom nothing is to be handed over once the mentor is back', async () => {
    await days.must(HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await days.until(() => onDesk() === 1);
    await days.must(HUB, 'AddMember', { institution: 'hillside', person: 'asha', from: '2026-03-02' });
    await days.until(() => onDesk() === 0);
    expect(pair('m-1')).toMatchObject({ mentorLeftAt: null, status: 'trial' });
  });

  test('from one who comes back: the desk is done, nobody is asked any more, and nobody has left', async () => {
    await days.must(HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await days.until(() => onDesk() === 1);
    await cleoIsSuggestedAndSaysYes();
    await days.until(() => pair('m-1')?.closing?.because === 'mentor-left');
    await days.must(HUB, 'AddMember', { institution: 'hillside', person: 'asha', from: '2026-03-02' });
    await days.until(() => pair('m-1')?.mentorLeftAt === null && pair('m-1')?.closing === null);
    expect(pair('m-1')?.status).toBe('trial');
    expect(onDesk()).toBe(0);
  });

  test('beside one whom they meet: nothing is asked', async () => {
    await cleoIsSuggestedAndSaysYes();
    await days.must(HUB, 'RemoveMember', { institution: 'hillside', person: 'cleo' });
    await days.until(() => pair('m-2')?.closing !== null);
    expect([pair('m-1')?.closing, pair('m-2')?.closing?.because]).toEqual([null, 'mentor-left']);
  });
});

test('[R8] a mentee who leaves is told of in the mentorship, once, which goes on; and no more once they are back', async () => {
  await days.must(HUB, 'RemoveMember', { institution: 'hillside', person: 'ben' });
  await days.until(() => pair('m-1')?.menteeLeft === 'hillside');
  await days.hub.parts.reactors.settled();
  expect(pair('m-1')?.status).toBe('trial');
  expect(days.rows('notice', { person: 'asha' }).filter(({ type }) => type === 'MenteeLeft')).toMatchObject([
    { listed: true, pair: { mentor: 'asha', mentee: 'ben' } },
  ]);
  expect(days.row('pairing', 'm-1')?.menteeLeft).toEqual({ institution: 'hillside', on: '2026-03-02' });
  await days.must(HUB, 'AddMember', { institution: 'hillside', person: 'ben', from: '2026-03-02' });
  await days.until(() => pair('m-1')?.menteeLeft === null);
});
