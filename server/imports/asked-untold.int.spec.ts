import { jest } from '@jest/globals';
import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { cookieOf } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { EmailingHub } from '../reactors/emailing-hub.testing.js';
import { personWith } from './acts.js';
import { Imports } from './imports.js';

jest.setTimeout(60_000);
const [helen, tom, asha] = ['helen', 'tom', 'asha'] as [PersonId, PersonId, PersonId];
const [hillside, eastgate] = ['hillside', 'eastgate'] as [InstitutionId, InstitutionId];
const TODAY = '2026-03-06' as Day;

let one: EmailingHub;

beforeEach(async () => {
  one = await EmailingHub.begin('2026-03-06T09:00:00.000Z', ['helen', 'tom', 'asha']);
  await one.must(HUB, 'RegisterInstitution', { institution: HUB_INSTITUTION, details: { name: 'Hub', kind: 'hub', nation: 'england' } });
  await one.must(HUB, 'AddMember', { institution: HUB_INSTITUTION, person: tom, from: '2026-03-01' });
  await one.must(HUB, 'GrantRole', { institution: HUB_INSTITUTION, person: tom, role: 'administrator' });
  await one.must(HUB, 'RegisterInstitution', { institution: eastgate, details: { name: 'Eastgate', kind: 'school', nation: 'england' } });
  await one.must(HUB, 'GrantRole', { institution: hillside, person: helen, role: 'coordinator' });
  for (const person of [helen, tom, asha]) await cookieOf(one.hub, person);
  await one.settled();
});
afterEach(() => one.end());

/** Imports these addresses, and says what was foreseen and told. */
async function imported(institution: InstitutionId, by: PersonId, inviteOn: Day | null, ...emails: readonly string[]) {
  const rows = emails.map((email, at) => `Zoe Ng${'abc'[at]},${email}`);
  const imports = new Imports(one.hub.parts);
  const brought = await imports.bring([Buffer.from(['Name,E-mail address', ...rows].join('\r\n'))], { kind: 'staff', institution }, by);
  if (!brought.ok) throw new Error(brought.error.code);
  const { emails: now, emailsAtOnce, emailsWaiting } = brought.value.foreseen;
  await imports.run(brought.value, inviteOn);
  await one.settled();
  const { told } = brought.value.job.progress();
  await imports.close();
  return { foreseen: [now, emailsAtOnce, emailsWaiting], told };
}
const toZed = () => one.mail.emails.filter(({ to }) => to.email === 'z.ng@x.example');
const zed = () => personWith('z.ng@x.example', viewReaderOf(one.hub.parts.views.store)) as PersonId;

describe('a list of a second school with a person whom no email has told of Alongside', () => {
  beforeEach(async () => void (await imported(hillside, helen, null, 'z.ng@x.example')));

  test('emails them nothing later: their first invitation says what Alongside is, and asks them', async () => {
    const { foreseen, told } = await imported(eastgate, tom, null, 'z.ng@x.example');
    expect({ foreseen, told }).toEqual({ foreseen: [1, 0, 1], told: { emailed: 0, planned: 0, on: null, waiting: 1 } });
    expect(toZed()).toEqual([]);
    await one.must(helen, 'SendInvitations', { institution: hillside, people: [zed()] });
    await one.settled();
    expect(toZed().map(({ subject }) => subject)).toEqual(['Name of helen invited you to Hub on Alongside']);
    expect(toZed()[0]?.text).toContain('because Hillside School uses Alongside for mentoring');
    expect(toZed()[0]?.text).toContain('Eastgate asks you to join. You can say yes or no once you have signed in.');
  });

  test('emails them now where that is chosen, also when the list comes again, and says who invites them', async () => {
    await imported(eastgate, tom, null, 'z.ng@x.example');
    const { foreseen, told } = await imported(eastgate, tom, TODAY, 'z.ng@x.example', 'new@x.example');
    expect({ foreseen, told }).toEqual({ foreseen: [2, 0, 1], told: { emailed: 2, planned: 0, on: null } });
    expect(toZed().map(({ subject }) => subject)).toEqual(['Name of tom invited you to Hub on Alongside']);
    expect(toZed()[0]?.text).toContain('because Eastgate uses Alongside for mentoring');
    expect(one.row('invitation', `${eastgate}:${zed()}`)).toMatchObject({ by: tom, byHub: true });
    expect((await imported(eastgate, tom, TODAY, 'z.ng@x.example')).told).toMatchObject({ emailed: 0 });
    expect(toZed()).toHaveLength(1);
  });

  test('emails them on the day that was chosen, with the others', async () => {
    const { told } = await imported(eastgate, tom, '2026-03-09' as Day, 'z.ng@x.example', 'new@x.example');
    expect(told).toEqual({ emailed: 0, planned: 2, on: '2026-03-09' });
    await one.strikesAt('2026-03-10T07:30:00.000Z');
    await one.settled();
    expect(toZed()).toHaveLength(1);
  });

  test('emails them nothing where they were removed and never told, until it invites them', async () => {
    await one.must(helen, 'RemoveMember', { institution: hillside, person: zed() });
    expect((await imported(eastgate, tom, null, 'z.ng@x.example')).told).toMatchObject({ emailed: 0, waiting: 1 });
    expect(toZed()).toEqual([]);
    expect((await imported(eastgate, tom, TODAY, 'z.ng@x.example')).told).toMatchObject({ emailed: 1 });
    expect(toZed()[0]?.text).toContain('Eastgate asks you to join.');
  });
});

test('a person whom an import that was killed brought in, and did not add, is emailed nothing by another school’s list', async () => {
  const person = 'zoe' as PersonId;
  // As far as the import of Hillside came: those whom it adds are added together, after each was brought in.
  await one.must(HUB, 'InvitePerson', { person, name: 'Zoe Nga', email: 'z.ng@x.example', institution: hillside });
  const { foreseen, told } = await imported(eastgate, tom, null, 'z.ng@x.example');
  expect({ foreseen, told }).toEqual({ foreseen: [1, 0, 1], told: { emailed: 0, planned: 0, on: null, waiting: 1 } });
  await one.strikesAt('2026-03-10T07:30:00.000Z');
  await one.settled();
  expect(toZed()).toEqual([]);
  // Hillside's list again: it adds them, and emails them when it says so.
  expect((await imported(hillside, helen, null, 'z.ng@x.example')).told).toMatchObject({ emailed: 0 });
  expect([zed(), toZed()]).toEqual([person, []]);
  expect((await imported(hillside, helen, '2026-03-10' as Day, 'z.ng@x.example')).told).toMatchObject({ emailed: 1 });
  expect(toZed().map(({ subject }) => subject)).toEqual(['Name of helen invited you to Hub on Alongside']);
});

test('a person who knows Alongside is asked at once, and counted before and after', async () => {
  const email = one.row('profile', asha)?.email ?? '';
  const { foreseen, told } = await imported(eastgate, tom, null, email, 'new@x.example');
  expect({ foreseen, told }).toEqual({ foreseen: [2, 1, 0], told: { emailed: 1, atOnce: 1, planned: 0, on: null } });
  expect(one.mail.emails.filter(({ to }) => to.person === asha).map(({ subject }) => subject)).toEqual([
    'Eastgate invited you to join on Alongside',
  ]);
});
