import type { Instant } from '@alongside/domain/kernel/brand.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { happened } from '@alongside/projections/testing/given-events.js';
import type { Effect } from '../reactors/reactor.js';
import { EmailRefused, type Email } from './mailer.js';
import { sendJoinAskedEmails } from './join-asked-emails.js';
import { lookAfter, type Told } from './written.testing.js';

type Asked = Parameters<NonNullable<Effect['on']['JoinAsked']>>[0];

const person = (id: string) => happened('PersonJoined', { person: id, name: `${id} Name`, email: `${id}@x.example` });
const school = (institution: string, name: string, kind = 'school') =>
  happened('InstitutionRegistered', { institution, details: { name, kind, nation: 'england' } } as never);
const holds = (id: string, institution: string, role: string): Told => [
  happened('MemberJoined', { institution, person: id, from: '2025-09-01' }),
  happened('InvitationSent', { institution, person: id, from: 'asha' }),
  happened('RoleGranted', { institution, person: id, role } as never),
];
const known: Told = [
  ...['cora', 'adam', 'tess', 'dee', 'may'].map(person),
  ...[
    school('old', 'Old School'),
    school('elm', 'Elm School'),
    school('t', 'Beech Trust', 'trust'),
    school(HUB_INSTITUTION, 'This hub', 'hub'),
  ],
  ...holds('dee', HUB_INSTITUTION, 'administrator'),
];
const here = { institution: 'elm', person: 'ben' };
const asked = happened('JoinAsked', { ...here, email: 'ben@x.example', from: '2026-03-01', closed: 'old' } as never, { actor: 'ben' });

/** Hands the event to the effect, after what came before and since; what it sent, and which addresses it was refused once. */
async function sent({ before = [], since = [] }: { before?: Told; since?: Told }, full: string[] = []): Promise<readonly Email[]> {
  const emails: Email[] = [];
  const effect = sendJoinAskedEmails({
    look: lookAfter(...known, ...before, asked, ...since),
    ...{ publicUrl: () => 'https://hub.example', senderId: 'one', logger: { warn: () => undefined } as never },
    now: () => asked.at as Instant,
    dispatcher: { dispatch: () => Promise.resolve({ outcome: 'accepted' } as never) },
    mailer: {
      send: async (email) => {
        if (full.splice(full.indexOf(email.to.email) >>> 0, 1).length > 0)
          throw Object.assign(new Error('full'), { responseCode: 452, command: 'RCPT TO' });
        emails.push(email);
      },
      forget: () => Promise.resolve(),
      sender: () => Promise.resolve('hub@x.example'),
      close: () => Promise.resolve(),
    },
  });
  for (let turn = 0; turn < 2; turn += 1) {
    try {
      await effect.on.JoinAsked?.(asked as unknown as Asked);
      break;
    } catch (error) {
      if (error instanceof EmailRefused) throw error;
    }
  }
  return emails;
}
const to = async (story: Parameters<typeof sent>[0]) => (await sent(story)).map(({ to: { email } }) => email).sort();

describe('a request to join a school, of a member of one that closed', () => {
  const inTrust = happened('TrustJoined', { institution: 'elm', trust: 't' });

  test('is emailed to the coordinators of the school, and to them alone', async () => {
    const before = [
      ...holds('cora', 'elm', 'coordinator'),
      ...holds('may', 'elm', 'coordinator'),
      ...holds('adam', 'elm', 'administrator'),
    ];
    expect(await to({ before })).toEqual(['cora@x.example', 'may@x.example']);
  });

  test('else to its administrators, else to its trust’s, else to the hub’s, as it is on their Today', async () => {
    expect(await to({ before: [inTrust, ...holds('adam', 'elm', 'administrator'), ...holds('tess', 't', 'coordinator')] })).toEqual([
      'adam@x.example',
    ]);
    expect(await to({ before: [inTrust, ...holds('tess', 't', 'administrator')] })).toEqual(['tess@x.example']);
    expect(await to({})).toEqual(['dee@x.example']);
  });

  test('says who asks as the page does, why, and where to answer', async () => {
    const [email] = await sent({});
    expect(email).toMatchObject({ subject: 'A person asked to join Elm School', about: ['dee', 'ben'] });
    expect(email?.text).toContain('ben@x.example asked to join Elm School, because Old School has closed.');
    expect(email?.text).toContain('No one at Elm School coordinates or administers it on Alongside, so we ask you.');
    expect(email?.text).toContain('Reply to the request: https://hub.example/members?at=elm');
    const [own] = await sent({ before: holds('cora', 'elm', 'coordinator') });
    expect(own?.text).not.toContain('so we ask you');
  });

  test('is not emailed once it was answered, or its person was erased', async () => {
    const before = holds('cora', 'elm', 'coordinator');
    expect(await to({ before, since: [happened('MemberJoined', { ...here, from: '2026-03-01' })] })).toEqual([]);
    expect(await to({ before, since: [happened('InvitationWithdrawn', here as never)] })).toEqual([]);
    expect(await to({ before, since: [happened('PersonErased', { person: 'ben' })] })).toEqual([]);
  });

  test('goes to each once, though another mailbox was full at first', async () => {
    const before = [...holds('cora', 'elm', 'coordinator'), ...holds('may', 'elm', 'coordinator')];
    const emails = await sent({ before }, ['may@x.example']);
    expect(emails.map(({ to: { email } }) => email).sort()).toEqual(['cora@x.example', 'may@x.example']);
  });
});
