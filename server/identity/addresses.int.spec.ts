import { jest } from '@jest/globals';
import { streamOf, type Instant, type PersonId, type StreamId } from '@alongside/domain/kernel/brand.js';
import { ADDRESS_CLAIM_LIFE_MS } from '@alongside/domain/addresses/address.decider.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { refuse } from '@alongside/domain/kernel/result.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { actsFor, hubAddresses } from './addresses.testing.js';
import { Dispatcher } from '../commands/dispatcher.js';
import { hubRules } from '../commands/hub-rules.js';
import type { Hub } from '../app/create-hub.js';
import { envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import { IdentitySecrets } from './secrets.js';

jest.setTimeout(60_000);
const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const MORNING = '2026-03-06T09:00:00.000Z' as Instant;
const afterClaims = new Date(Date.parse(MORNING) + ADDRESS_CLAIM_LIFE_MS + 1).toISOString();

describe('addresses are claimed', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let clock: TestClock;
  let hub: Hub;
  let other: Hub;

  beforeEach(async () => {
    folders = await testFolders();
    clock = new TestClock(MORNING);
    hub = await openTestHub(folders.next(), folders.log, clock);
    await makeSchool(hub, ['asha', 'ben']);
    other = await openTestHub(folders.next(), folders.log, clock);
  });
  afterEach(async () => {
    await other.close();
    await hub.close();
    await folders.clean();
  });

  const give = (at: Hub, type: string, data: object): Promise<Answer> => at.parts.dispatcher.dispatch(envelopeOf(type, data), HUB);
  const nameOf = (email: string) => new IdentitySecrets(hub.parts.master.bytes).address(email);
  const invite = (at: Hub, person: string, email: string) =>
    give(at, 'InvitePerson', { person, name: person, email, institution: 'hillside' });
  const change = (at: Hub, person: string, email: string) => give(at, 'ChangeEmail', { person, email });
  const streamFor = (email: string): StreamId => streamOf('address', nameOf(email));
  const typesIn = async (stream: StreamId) => (await hub.parts.log.readStream(stream)).map(({ type }) => type);
  const settled = () => Promise.all([hub, other].map((one) => one.parts.reactors.settled()));
  async function seen(): Promise<void> {
    for (const one of [hub, other]) await one.parts.views.caughtUp((await one.parts.log.head())!);
  }
  const codeOf = (answer: Answer) => (answer.outcome === 'accepted' ? 'accepted' : answer.code);
  const claims = () => viewReaderOf(hub.parts.views.store).rows('claim', {});

  test('[AD1] of two invitations of one address at once, by two processes, one person comes of it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const email = `new-${round}@hillside.example`;
      const answers = await Promise.all([invite(hub, `one-${round}`, email), invite(other, `two-${round}`, email.toUpperCase())]);
      expect(answers.map(codeOf).sort()).toEqual(['PERSON.EMAIL_TAKEN', 'accepted']);
    }
    expect(await hubAddresses(hub)).toMatchObject({ shared: [] });
  });

  test('[AD1] of an invitation and a change to one address at once, one has it, and the other keeps what they had', async () => {
    const answers = await Promise.all([invite(hub, 'cleo', 'wanted@hillside.example'), change(other, 'asha', 'wanted@hillside.example')]);
    expect(answers.map(codeOf).sort()).toEqual(['PERSON.EMAIL_TAKEN', 'accepted']);
  });

  test('[AD3] an address that was changed is free at once for another person, and its earlier owner can have it back if it is free', async () => {
    await must(hub, HUB, 'ChangeEmail', { person: asha, email: 'new@hillside.example' });
    await settled();
    expect(await typesIn(streamFor('asha@hillside.example'))).toEqual(['AddressClaimed', 'AddressReleased']);
    await must(hub, HUB, 'ChangeEmail', { person: asha, email: 'asha@hillside.example' });
    await must(hub, HUB, 'ChangeEmail', { person: asha, email: 'new@hillside.example' });
    await settled();
    await must(hub, HUB, 'ChangeEmail', { person: ben, email: 'asha@hillside.example' });
    expect(codeOf(await change(other, 'asha', 'asha@hillside.example'))).toBe('PERSON.EMAIL_TAKEN');
  });

  test('[AD1] the same address in other letters needs no second claim', async () => {
    await must(hub, HUB, 'ChangeEmail', { person: asha, email: 'Asha@Hillside.example' });
    await settled();
    await hub.parts.addresses.tidy();
    expect((await typesIn(streamFor('asha@hillside.example'))).at(-1)).toBe('AddressClaimed');
    expect(codeOf(await invite(other, 'cleo', 'asha@hillside.example'))).toBe('PERSON.EMAIL_TAKEN');
  });

  test('[AD2] one command given twice has the effect of one', async () => {
    const sent = envelopeOf('ChangeEmail', { person: asha, email: 'once@hillside.example' });
    const answers = await Promise.all([hub, other].map((one) => one.parts.dispatcher.dispatch(sent, HUB)));
    expect(answers.map(codeOf)).toEqual(['accepted', 'accepted']);
    expect((await typesIn(streamOf('person', asha))).filter((type) => type === 'EmailChanged')).toHaveLength(1);
    await settled();
    expect((await typesIn(streamFor('once@hillside.example'))).at(-1)).toBe('AddressClaimed');
  });

  test('[AD4] a claim whose process died is given up after its time, and not before', async () => {
    await actsFor(hub).claimAndDie('ghost' as PersonId, 'lost@hillside.example');
    expect(codeOf(await invite(other, 'cleo', 'lost@hillside.example'))).toBe('PERSON.EMAIL_TAKEN');
    await seen();
    await hub.parts.addresses.tidy();
    expect(codeOf(await invite(other, 'cleo', 'lost@hillside.example'))).toBe('PERSON.EMAIL_TAKEN');
    clock.set(afterClaims);
    await hub.parts.addresses.tidy();
    expect(codeOf(await invite(other, 'cleo', 'lost@hillside.example'))).toBe('accepted');
  });

  test('[AD4] a claim that a clock 30 days ahead made is given up once the clock is right, and one of another server a little ahead is not', async () => {
    const right = clock.now();
    const later = (ms: number) => new Date(Date.parse(right) + ms).toISOString();
    for (const [days, answer] of [
      [0, 'PERSON.EMAIL_TAKEN'],
      [30, 'accepted'],
    ] as const) {
      clock.set(later(days * 86_400_000 + (days === 0 ? 4 * 60_000 : 0)));
      await actsFor(hub).claimAndDie(`ghost-${days}` as PersonId, `lost-${days}@hillside.example`);
      await seen();
      clock.set(right);
      await hub.parts.addresses.tidy();
      expect([days, codeOf(await invite(other, `cleo-${days}`, `lost-${days}@hillside.example`))]).toEqual([days, answer]);
    }
  });

  test('[AD4] a process that was only slow does not take the address back from the next person', async () => {
    const { append, held, release } = heldAppends(hub, streamOf('person', asha));
    const slow = dispatcherWith(hub, append);
    const late = slow.dispatch(envelopeOf('ChangeEmail', { person: asha, email: 'slow@hillside.example' }), HUB);
    await held;
    clock.set(afterClaims);
    await seen();
    await other.parts.addresses.tidy();
    expect(codeOf(await invite(other, 'cleo', 'slow@hillside.example'))).toBe('accepted');
    release();
    expect(codeOf(await late)).toBe('PERSON.EMAIL_TAKEN');
    expect(await hubAddresses(hub)).toMatchObject({ shared: [] });
  });

  test('[AD4] a slow process whose address nobody took meanwhile claims it again', async () => {
    const { append, held, release } = heldAppends(hub, streamOf('person', asha));
    const slow = dispatcherWith(hub, append);
    const late = slow.dispatch(envelopeOf('ChangeEmail', { person: asha, email: 'slow@hillside.example' }), HUB);
    await held;
    clock.set(afterClaims);
    await seen();
    await other.parts.addresses.tidy();
    release();
    expect(codeOf(await late)).toBe('accepted');
    await seen();
    await other.parts.addresses.tidy();
    expect((await typesIn(streamFor('slow@hillside.example'))).at(-1)).toBe('AddressClaimed');
    expect(codeOf(await invite(other, 'cleo', 'slow@hillside.example'))).toBe('PERSON.EMAIL_TAKEN');
  });

  test('[AD4] a command that lost a race and waits for what lags behind keeps its claim, for it may have been given elsewhere, too', async () => {
    const stream = streamOf('person', asha);
    let behind = false;
    const busy = dispatcherWith(
      hub,
      async (to, expected, events) => {
        if (to !== stream) return hub.parts.log.append(to, expected, events);
        behind = true;
        return refuse({ code: 'EVENT_STORE.CONFLICT', expected, actual: 'noStream' });
      },
      async () => {
        const caughtUp = !behind;
        behind = false;
        return caughtUp;
      },
    );
    const answer = await busy.dispatch(envelopeOf('ChangeEmail', { person: asha, email: 'busy@hillside.example' }), HUB);
    expect([codeOf(answer), await typesIn(streamFor('busy@hillside.example'))]).toEqual(['COMMAND.BEHIND', ['AddressClaimed']]);
    expect(codeOf(await invite(other, 'cleo', 'busy@hillside.example'))).toBe('PERSON.EMAIL_TAKEN');
  });

  test('[AD2] a refused command claims nothing', async () => {
    const answer = await hub.parts.dispatcher.dispatch(envelopeOf('ChangeEmail', { person: asha, email: 'x@hillside.example' }), ben);
    expect(codeOf(answer)).toBe('COMMAND.NOT_ALLOWED');
    expect(codeOf(await change(hub, 'nobody', 'x@hillside.example'))).toBe('PERSON.UNKNOWN');
    expect(await typesIn(streamFor('x@hillside.example'))).toEqual([]);
  });

  test('[AD3] whoever is erased leaves their address to the next person', async () => {
    await must(hub, HUB, 'ErasePerson', { person: ben });
    await settled();
    expect(await typesIn(streamFor('ben@hillside.example'))).toEqual(['AddressClaimed', 'AddressReleased']);
    expect(codeOf(await invite(other, 'cleo', 'ben@hillside.example'))).toBe('accepted');
  });

  test('[AD9] people of a log that was written before claims get theirs, first come, first served, and it is told where two have one', async () => {
    const acts = actsFor(hub);
    await acts.joinWithoutClaim(cleo, 'cleo@hillside.example');
    await acts.joinWithoutClaim('double' as PersonId, 'CLEO@hillside.example');
    await seen();
    expect(codeOf(await invite(other, 'dan', 'cleo@hillside.example'))).toBe('PERSON.EMAIL_TAKEN');
    const told = jest.spyOn(hub.parts.logger, 'warn').mockImplementation(() => undefined);
    for (let rounds = 0; rounds < 2; rounds += 1) await hub.parts.addresses.tidy();
    expect(told.mock.calls.map(([, fields]) => fields)).toEqual([{ person: 'double' }]);
    await seen();
    expect(hub.parts.addresses.shared()).toEqual(['double']);
    const claim = claims().find((row) => row.person === cleo);
    expect(claim).toMatchObject({ status: 'kept', address: nameOf('cleo@hillside.example') });
    await must(hub, HUB, 'ChangeEmail', { person: 'double', email: 'double@hillside.example' });
    await seen();
    expect(hub.parts.addresses.shared()).toEqual([]);
  });
});

/** Appends to one stream wait until they are released, as those of a process that was put to sleep. */
function heldAppends(hub: Hub, stream: StreamId) {
  let letGo!: () => void;
  let reached!: () => void;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const held = new Promise<void>((resolve) => (reached = resolve));
  const append: SealedLog<AnyEvent>['append'] = async (to, expected, events) => {
    if (to === stream) {
      reached();
      await gate;
    }
    return hub.parts.log.append(to, expected, events);
  };
  return { append, held, release: letGo };
}

/** A dispatcher of the hub that appends in its own way. */
function dispatcherWith(
  { parts: { log, views, master, clock } }: Hub,
  append: SealedLog<AnyEvent>['append'],
  caughtUp = views.caughtUp,
): Dispatcher<AnyEvent> {
  return new Dispatcher<AnyEvent>(
    {
      append,
      readStream: (stream, from) => log.readStream(stream, from),
      fingerprintOf: (content, events) => log.fingerprintOf(content, events),
      matches: (fingerprint, content) => log.matches(fingerprint, content),
    },
    { look: viewReaderOf(views.store), caughtUp, through: views.through },
    hubRules,
    clock,
    (email) => new IdentitySecrets(master.bytes).address(email),
  );
}
