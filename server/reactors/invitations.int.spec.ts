import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { TO_ONE_PERSON_LIMIT_A_DAY } from '@alongside/domain/messages/daily-limit.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { readConfig } from '../app/config.js';
import { cookieOf, envelopeOf, makeSchool, must, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import type { Email, Mailer } from '../mail/mailer.js';
import { viewReaderOf } from '../queries/live-views.js';

const [helen, ben, cleo, asha, marcus] = ['helen', 'ben', 'cleo', 'asha', 'marcus'] as [PersonId, PersonId, PersonId, PersonId, PersonId];
const hillside = { institution: 'hillside' };

/** A mail server that remembers what it was handed, and knows an email from its double by its key. */
class Handed implements Mailer {
  readonly emails: Email[] = [];
  async send(email: Email): Promise<void> {
    if (!this.emails.some(({ key }) => key === email.key)) this.emails.push(email);
  }
  async forget(): Promise<void> {}
  async sender(): Promise<string> {
    return 'hub@x.example';
  }
  async close(): Promise<void> {}
}

let folders: Awaited<ReturnType<typeof testFolders>>;
let hub: Hub;
let clock: TestClock;
let mail: Handed;
let dataDir: string;

const opened = () =>
  createHub(readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', MASTER_KEY: Buffer.alloc(32, 3).toString('base64') }), {
    ...{ clock, mailer: mail, logger: createLogger('error') },
  });
const rowOf: HubReader['row'] = (view, id) => viewReaderOf(hub.parts.views.store).row(view, id);
const summary = () => rowOf('newcomers', 'hillside');
/** Everything that follows has followed, emails included. */
async function settled(): Promise<void> {
  const head = await hub.parts.log.head();
  if (head) await hub.parts.reactors.doneTo(head);
  await hub.parts.emails.settled();
}
/** A hub strikes its clock when it opens, and closes only once that is done. */
async function strikes(): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    await hub.close();
    hub = await opened();
  }
}
const invited = () => mail.emails.filter(({ subject }) => /invited you/.test(subject)).map(({ to }) => to.person);

beforeEach(async () => {
  folders = await testFolders();
  dataDir = folders.next();
  clock = new TestClock('2026-03-06T09:00:00.000Z' as Instant);
  mail = new Handed();
  hub = await opened();
  await makeSchool(hub, ['helen', 'marcus', 'asha', 'ben', 'cleo'], { asha: 1 });
  await must(hub, HUB, 'GrantRole', { ...hillside, person: helen, role: 'coordinator' });
  await must(hub, HUB, 'GrantRole', { ...hillside, person: marcus, role: 'leader' });
  for (const person of [helen, marcus]) await cookieOf(hub, person);
  await settled();
});
afterEach(async () => {
  await hub.close();
  await folders.clean();
});

describe('members who have not signed in', () => {
  test('are told at once, each once, when their coordinator chooses today; those who have signed in are not', async () => {
    expect(summary()).toMatchObject({ people: 2, notInvited: 2, invitedOn: null });
    await must(hub, helen, 'PlanInvitations', { ...hillside, on: '2026-03-06' });
    await settled();
    expect(invited().toSorted()).toEqual([ben, cleo]);
    expect(mail.emails.at(-1)?.subject).toBe('Name of helen invited you to Alongside');
    expect(summary()).toMatchObject({ people: 2, notInvited: 0, invitedOn: '2026-03-06' });
  });

  test('are told on the day that was chosen, also by a hub that was off on it, and once', async () => {
    await must(hub, helen, 'PlanInvitations', { ...hillside, on: '2026-03-09' });
    await settled();
    expect(invited()).toEqual([]);
    clock.set('2026-03-10T07:30:00.000Z');
    await strikes();
    await settled();
    expect(invited().toSorted()).toEqual([ben, cleo]);
    await strikes();
    await settled();
    expect(invited()).toHaveLength(2);
    expect(summary()).toMatchObject({ plannedOn: null, notInvited: 0 });
  });

  test('are told nothing where the planner coordinates no more by then; those who do are told that the plan ended', async () => {
    await must(hub, helen, 'PlanInvitations', { ...hillside, on: '2026-03-09' });
    await must(hub, HUB, 'GrantRole', { ...hillside, person: marcus, role: 'coordinator' });
    await must(hub, HUB, 'RevokeRole', { ...hillside, person: helen, role: 'coordinator' });
    clock.set('2026-03-10T07:30:00.000Z');
    await strikes();
    await settled();
    expect(invited()).toEqual([]);
    expect(summary()).toMatchObject({ plannedOn: null, notInvited: 2, lapsed: { by: helen, on: '2026-03-09' } });
    await must(hub, marcus, 'PlanInvitations', { ...hillside, on: '2026-03-10' });
    await settled();
    expect(invited().toSorted()).toEqual([ben, cleo]);
    expect(summary()).toMatchObject({ lapsed: null });
  });

  test('a plan of which nobody was left is over, and not called lapsed', async () => {
    await must(hub, helen, 'PlanInvitations', { ...hillside, on: '2026-03-06' });
    await settled();
    await must(hub, HUB, 'RevokeRole', { ...hillside, person: helen, role: 'coordinator' });
    await strikes();
    await settled();
    expect(invited()).toHaveLength(2);
    expect(summary()).toMatchObject({ plannedOn: null, notInvited: 0, lapsed: null });
  });

  test('are told nothing when the day was changed or called off before it came', async () => {
    await must(hub, helen, 'PlanInvitations', { ...hillside, on: '2026-03-09' });
    await must(hub, helen, 'PlanInvitations', { ...hillside, on: '2026-03-12' });
    clock.set('2026-03-10T07:30:00.000Z');
    await strikes();
    await must(hub, helen, 'PlanInvitations', { ...hillside, on: null });
    clock.set('2026-03-13T07:30:00.000Z');
    await strikes();
    await settled();
    expect(invited()).toEqual([]);
  });

  test('can be told again, by those who coordinate and by nobody else', async () => {
    for (const on of ['2026-03-06', '2026-03-07']) {
      clock.set(`${on}T09:00:00.000Z`);
      await must(hub, helen, 'SendInvitations', { ...hillside, people: [ben] });
      await settled();
    }
    expect(invited()).toEqual([ben, ben]);
    const refused = await hub.parts.dispatcher.dispatch(envelopeOf('SendInvitations', { ...hillside, people: [ben] }), marcus);
    expect(refused).toMatchObject({ outcome: 'rejected', code: 'COMMAND.NOT_ALLOWED' });
  });
});

describe('what a coordinator writes', () => {
  const notices = (person: PersonId) =>
    viewReaderOf(hub.parts.views.store)
      .rows('notice', { person })
      .map(({ type }) => type);

  test('reaches the person on Today and by email, without its words; they can answer, and others can write to coordinators alone', async () => {
    await must(hub, helen, 'WriteMessage', { message: 'w-1', to: ben, text: 'Private words' });
    await settled();
    const email = mail.emails.find(({ to }) => to.person === ben);
    expect(email?.subject).toBe('Name of helen wrote to you');
    expect(email?.text).toContain('/messages/w-1');
    expect(email?.text).not.toContain('Private words');
    expect(notices(ben)).toContain('MessageWritten');
    await hub.parts.views.caughtUp(await must(hub, ben, 'WriteMessage', { message: 'w-2', to: helen, text: 'Thank you' }));
    expect(rowOf('message', 'w-2')).toMatchObject({ from: ben, to: helen });
    const fromCleo = (message: string, to: PersonId) =>
      hub.parts.dispatcher.dispatch(envelopeOf('WriteMessage', { message, to, text: 'I am stuck' }), cleo);
    expect(await fromCleo('w-3', ben)).toMatchObject({ outcome: 'rejected', code: 'COMMAND.NOT_ALLOWED' });
    expect(await fromCleo('w-4', helen)).toMatchObject({ outcome: 'accepted' });
  });

  test('suggests mentors to a mentee; the mentors learn nothing of it', async () => {
    await must(hub, helen, 'SuggestMentors', { message: 'w-1', to: ben, mentors: [asha], text: '' });
    await settled();
    const suggested = mail.emails.filter(({ to }) => to.person !== helen && to.person !== marcus);
    expect(suggested.map(({ to, subject }) => [to.person, subject])).toEqual([
      [ben, 'Name of helen suggested who you could ask to be your mentor'],
    ]);
    expect(notices(asha)).not.toContain('MentorsSuggested');
    const none = await hub.parts.dispatcher.dispatch(
      envelopeOf('SuggestMentors', { message: 'w-2', to: ben, mentors: [cleo], text: '' }),
      helen,
    );
    expect(none).toMatchObject({ outcome: 'rejected', code: 'MESSAGE.MENTOR_NOT_FREE' });
  });

  test('has a limit for one person and one day, and goes on the next', async () => {
    for (let nth = 1; nth <= TO_ONE_PERSON_LIMIT_A_DAY; nth += 1)
      await must(hub, helen, 'WriteMessage', { message: `w-${nth}`, to: ben, text: `Message ${nth}` });
    await settled();
    const write = (message: string, to: PersonId) =>
      hub.parts.dispatcher.dispatch(envelopeOf('WriteMessage', { message, to, text: 'Once more' }), helen);
    expect(await write('w-over', ben)).toMatchObject({ outcome: 'rejected', code: 'MESSAGE.TOO_MANY_TODAY' });
    expect(await write('w-other', cleo)).toMatchObject({ outcome: 'accepted' });
    clock.set('2026-03-07T09:00:00.000Z');
    expect(await write('w-next', ben)).toMatchObject({ outcome: 'accepted' });
  });

  test('a leader writes to those who coordinate, and to nobody else', async () => {
    await must(hub, marcus, 'WriteMessage', { message: 'w-1', to: helen, text: 'How can I help?' });
    const other = await hub.parts.dispatcher.dispatch(envelopeOf('WriteMessage', { message: 'w-2', to: ben, text: 'Hello' }), marcus);
    expect(other).toMatchObject({ outcome: 'rejected', code: 'COMMAND.NOT_ALLOWED' });
  });
});
