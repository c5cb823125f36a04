import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { TO_ONE_PERSON_LIMIT_A_DAY } from '@alongside/domain/messages/daily-limit.js';
import { cookieOf, envelopeOf } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { EmailingHub } from './emailing-hub.testing.js';

const [helen, ben, cleo, asha, marcus] = ['helen', 'ben', 'cleo', 'asha', 'marcus'] as [PersonId, PersonId, PersonId, PersonId, PersonId];
const hillside = { institution: 'hillside' };

let one: EmailingHub;

const summary = () => one.row('newcomers', 'hillside');
const strikes = () => one.strikesAt(one.clock.now());
const invited = () => one.mail.emails.filter(({ subject }) => /invited you/.test(subject)).map(({ to }) => to.person);

beforeEach(async () => {
  one = await EmailingHub.begin('2026-03-06T09:00:00.000Z', ['helen', 'marcus', 'asha', 'ben', 'cleo']);
  await one.must(HUB, 'GrantRole', { ...hillside, person: helen, role: 'coordinator' });
  await one.must(HUB, 'GrantRole', { ...hillside, person: marcus, role: 'leader' });
  for (const person of [helen, marcus]) await cookieOf(one.hub, person);
  await one.settled();
});
afterEach(() => one.end());

describe('members who have not signed in', () => {
  test('are told at once, each once, when their coordinator chooses today; those who have signed in are not', async () => {
    expect(summary()).toMatchObject({ people: 2, notInvited: 2, invitedOn: null });
    await one.must(helen, 'PlanInvitations', { ...hillside, on: '2026-03-06' });
    await one.settled();
    expect(invited().toSorted()).toEqual([ben, cleo]);
    expect(one.mail.emails.at(-1)?.subject).toBe('Name of helen invited you to Alongside');
    expect(summary()).toMatchObject({ people: 2, notInvited: 0, invitedOn: '2026-03-06' });
  });

  test('are told on the day that was chosen, also by a hub that was off on it, and once', async () => {
    await one.must(helen, 'PlanInvitations', { ...hillside, on: '2026-03-09' });
    await one.settled();
    expect(invited()).toEqual([]);
    one.clock.set('2026-03-10T07:30:00.000Z');
    await strikes();
    await one.settled();
    expect(invited().toSorted()).toEqual([ben, cleo]);
    await strikes();
    await one.settled();
    expect(invited()).toHaveLength(2);
    expect(summary()).toMatchObject({ plannedOn: null, notInvited: 0 });
  });

  test('are told nothing where the planner coordinates no more by then; those who do are told that the plan ended', async () => {
    await one.must(helen, 'PlanInvitations', { ...hillside, on: '2026-03-09' });
    await one.must(HUB, 'GrantRole', { ...hillside, person: marcus, role: 'coordinator' });
    await one.must(HUB, 'RevokeRole', { ...hillside, person: helen, role: 'coordinator' });
    one.clock.set('2026-03-10T07:30:00.000Z');
    await strikes();
    await one.settled();
    expect(invited()).toEqual([]);
    expect(summary()).toMatchObject({ plannedOn: null, notInvited: 2, lapsed: { by: helen, on: '2026-03-09' } });
    await one.must(marcus, 'PlanInvitations', { ...hillside, on: '2026-03-10' });
    await one.settled();
    expect(invited().toSorted()).toEqual([ben, cleo]);
    expect(summary()).toMatchObject({ lapsed: null });
  });

  test('a plan of which nobody was left is over, and not called lapsed', async () => {
    await one.must(helen, 'PlanInvitations', { ...hillside, on: '2026-03-06' });
    await one.settled();
    await one.must(HUB, 'RevokeRole', { ...hillside, person: helen, role: 'coordinator' });
    await strikes();
    await one.settled();
    expect(invited()).toHaveLength(2);
    expect(summary()).toMatchObject({ plannedOn: null, notInvited: 0, lapsed: null });
  });

  test('are told nothing when the day was changed or called off before it came', async () => {
    await one.must(helen, 'PlanInvitations', { ...hillside, on: '2026-03-09' });
    await one.must(helen, 'PlanInvitations', { ...hillside, on: '2026-03-12' });
    one.clock.set('2026-03-10T07:30:00.000Z');
    await strikes();
    await one.must(helen, 'PlanInvitations', { ...hillside, on: null });
    one.clock.set('2026-03-13T07:30:00.000Z');
    await strikes();
    await one.settled();
    expect(invited()).toEqual([]);
  });

  test('can be told again, by those who coordinate and by nobody else', async () => {
    for (const on of ['2026-03-06', '2026-03-07']) {
      one.clock.set(`${on}T09:00:00.000Z`);
      await one.must(helen, 'SendInvitations', { ...hillside, people: [ben] });
      await one.settled();
    }
    expect(invited()).toEqual([ben, ben]);
    const refused = await one.hub.parts.dispatcher.dispatch(envelopeOf('SendInvitations', { ...hillside, people: [ben] }), marcus);
    expect(refused).toMatchObject({ outcome: 'rejected', code: 'COMMAND.NOT_ALLOWED' });
  });
});

describe('what a coordinator writes', () => {
  const notices = (person: PersonId) =>
    viewReaderOf(one.hub.parts.views.store)
      .rows('notice', { person })
      .map(({ type }) => type);

  test('reaches the person on Today and by email, without its words; they can answer, and others can write to coordinators alone', async () => {
    await one.must(helen, 'WriteMessage', { message: 'w-1', to: ben, text: 'Private words' });
    await one.settled();
    const email = one.mail.emails.find(({ to }) => to.person === ben);
    expect(email?.subject).toBe('Name of helen wrote to you');
    expect(email?.text).toContain('/messages/w-1');
    expect(email?.text).not.toContain('Private words');
    expect(notices(ben)).toContain('MessageWritten');
    await one.hub.parts.views.caughtUp(await one.must(ben, 'WriteMessage', { message: 'w-2', to: helen, text: 'Thank you' }));
    expect(one.row('message', 'w-2')).toMatchObject({ from: ben, to: helen });
    const fromCleo = (message: string, to: PersonId) =>
      one.hub.parts.dispatcher.dispatch(envelopeOf('WriteMessage', { message, to, text: 'I am stuck' }), cleo);
    expect(await fromCleo('w-3', ben)).toMatchObject({ outcome: 'rejected', code: 'COMMAND.NOT_ALLOWED' });
    expect(await fromCleo('w-4', helen)).toMatchObject({ outcome: 'accepted' });
  });

  test('suggests mentors to a mentee; the mentors learn nothing of it', async () => {
    await one.must(helen, 'SuggestMentors', { message: 'w-1', to: ben, mentors: [asha], text: '' });
    await one.settled();
    const suggested = one.mail.emails.filter(({ to }) => to.person !== helen && to.person !== marcus);
    expect(suggested.map(({ to, subject }) => [to.person, subject])).toEqual([
      [ben, 'Name of helen suggested who you could ask to be your mentor'],
    ]);
    expect(notices(asha)).not.toContain('MentorsSuggested');
    const none = await one.hub.parts.dispatcher.dispatch(
      envelopeOf('SuggestMentors', { message: 'w-2', to: ben, mentors: [cleo], text: '' }),
      helen,
    );
    expect(none).toMatchObject({ outcome: 'rejected', code: 'MESSAGE.MENTOR_NOT_FREE' });
  });

  test('has a limit for one person and one day, and goes on the next', async () => {
    for (let nth = 1; nth <= TO_ONE_PERSON_LIMIT_A_DAY; nth += 1)
      await one.must(helen, 'WriteMessage', { message: `w-${nth}`, to: ben, text: `Message ${nth}` });
    await one.settled();
    const write = (message: string, to: PersonId) =>
      one.hub.parts.dispatcher.dispatch(envelopeOf('WriteMessage', { message, to, text: 'Once more' }), helen);
    expect(await write('w-over', ben)).toMatchObject({ outcome: 'rejected', code: 'MESSAGE.TOO_MANY_TODAY' });
    expect(await write('w-other', cleo)).toMatchObject({ outcome: 'accepted' });
    one.clock.set('2026-03-07T09:00:00.000Z');
    expect(await write('w-next', ben)).toMatchObject({ outcome: 'accepted' });
  });

  test('a leader writes to those who coordinate, and to nobody else', async () => {
    await one.must(marcus, 'WriteMessage', { message: 'w-1', to: helen, text: 'How can I help?' });
    const other = await one.hub.parts.dispatcher.dispatch(envelopeOf('WriteMessage', { message: 'w-2', to: ben, text: 'Hello' }), marcus);
    expect(other).toMatchObject({ outcome: 'rejected', code: 'COMMAND.NOT_ALLOWED' });
  });
});
