import { claimUntil } from '@alongside/domain/addresses/address.decider.js';
import type { EventId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB, type Event } from '@alongside/domain/kernel/decider.js';
import type { Outgoing } from '../privacy/sealed-log.js';
import { asha, ben, BoxHub, envelopeOf, stranger } from './box-hub.testing.js';
import { RACE_LIMIT_TRIES } from './dispatcher.js';

const things = async (hub: BoxHub) => (await hub.history()).flatMap(({ data }) => Object.values(data as object));
const refusedWith = (code: string) => expect.objectContaining({ outcome: 'rejected', code });
const BEHIND = refusedWith('COMMAND.BEHIND');
const LATE = 'p9' as Position;
const OTHERWISE = refusedWith('COMMAND.REPEATED_OTHERWISE');

describe('a command', () => {
  test('that the rules allow is answered with the position of the last of its events', async () => {
    const hub = new BoxHub();
    const answer = await hub.putIn(asha, ['book', 'pen'], 'c1', { causationId: 'e0' as EventId });
    const history = await hub.history();
    expect(answer).toEqual({ outcome: 'accepted', commandId: 'c1', position: history[1]?.position });
    const common = { actor: 'asha', commandId: 'c1', at: hub.now, institutions: ['school'], causationId: 'e0' };
    expect(history).toMatchObject([
      { ...common, type: 'ThingPutIn', data: { thing: 'book' }, revision: 0 },
      { ...common, type: 'ThingPutIn', data: { thing: 'pen' }, revision: 1 },
    ]);
    expect(new Set(history.map(({ id }) => id)).size).toBe(2);
  });

  test('that follows nothing names no event that it followed', async () => {
    const hub = new BoxHub();
    await hub.putIn(asha, ['book']);
    expect((await hub.history())[0]).not.toHaveProperty('causationId');
  });

  test('that is malformed is refused under the id that it gives for itself', async () => {
    const hub = new BoxHub();
    expect(await hub.give(asha, 'PutIn', { box: 'b1' }, 'c1')).toMatchObject({ code: 'COMMAND.INVALID', commandId: 'c1', field: 'things' });
    expect(await hub.dispatcher.dispatch('nothing', asha)).toMatchObject({ code: 'COMMAND.INVALID', commandId: '' });
    expect(hub.decided).toEqual([]);
  });

  test('that a rule refuses says why and changes nothing', async () => {
    const hub = new BoxHub();
    await hub.putIn(asha, ['book', 'pen', 'map']);
    expect(await hub.putIn(asha, ['cup'], 'c9')).toMatchObject({ outcome: 'rejected', commandId: 'c9', code: 'BOX.FULL', field: 'things' });
    expect(await hub.history()).toHaveLength(3);
  });

  test('is nobody’s to give whom its policy leaves out, nor anybody’s where it has no policy', async () => {
    const hub = new BoxHub();
    hub.idInUse = 'box';
    expect(await hub.putIn(stranger, ['book'])).toEqual(refusedWith('COMMAND.NOT_ALLOWED'));
    expect(await hub.give(asha, 'BreakOpen', { box: 'b1' })).toEqual(refusedWith('COMMAND.NOT_ALLOWED'));
    expect(await hub.history()).toEqual([]);
  });

  test('whose new id stands for something else is refused, with the field', async () => {
    const hub = new BoxHub();
    hub.idInUse = 'box';
    expect(await hub.putIn(asha, ['book'])).toMatchObject({
      ...{ outcome: 'rejected', code: 'COMMAND.INVALID', field: 'box' },
      problems: [{ field: 'box', message: 'This id is already in use.' }],
    });
    expect(await hub.history()).toEqual([]);
  });
});

describe('[R2] a command that is given again', () => {
  test('is answered as before, with the position of its last event, and by a process that was not asked before too', async () => {
    const hub = new BoxHub();
    const first = await hub.putIn(asha, ['book', 'pen'], 'c1');
    await hub.putIn(asha, ['map']);
    expect(await hub.putIn(asha, ['book', 'pen'], 'c1')).toEqual(first);
    expect(await hub.another().dispatch(envelopeOf('PutIn', { things: ['book', 'pen'], box: 'b1' }, 'c1'), asha)).toEqual(first);
    expect(await things(hub)).toEqual(['book', 'pen', 'map']);
  });

  test('with other content is refused, and so is another command under its id', async () => {
    const hub = new BoxHub();
    await hub.putIn(asha, ['book'], 'c1');
    expect(await hub.putIn(asha, ['pen'], 'c1')).toEqual(OTHERWISE);
    expect(await hub.give(asha, 'GiveKey', { box: 'b1', person: 'ben', email: 'ben@elm.sch.uk' }, 'c1')).toEqual(OTHERWISE);
    expect(await things(hub)).toEqual(['book']);
  });

  test('under the id of somebody else’s is refused, with what to look at', async () => {
    const hub = new BoxHub();
    await hub.putIn(asha, ['book'], 'c1');
    expect(await hub.putIn(ben, ['book'], 'c1')).toMatchObject({ code: 'COMMAND.INVALID', field: 'commandId' });
    expect(await things(hub)).toEqual(['book']);
  });

  test('by the hub is known by its id alone: whoever is first decides', async () => {
    const hub = new BoxHub();
    const first = await hub.putIn(HUB, ['book'], 'c1');
    expect(await hub.putIn(HUB, ['pen'], 'c1')).toEqual(first);
    expect((await hub.history())[0]).not.toHaveProperty('fingerprint');
  });

  test('of a log from before fingerprints is known by its id alone', async () => {
    const hub = new BoxHub();
    await hub.putIn(asha, ['book'], 'c0');
    const [old] = await hub.history();
    const { fingerprint: _, ...plain } = old ?? {};
    const written = { ...plain, id: '01962b5f-0000-7000-8000-000000000000', commandId: 'c1' };
    await hub.log.append('box-b2' as StreamId, 'noStream', [written as Outgoing<Event>]);
    const again = await hub.give(asha, 'PutIn', { box: 'b2', things: ['anything'] }, 'c1');
    expect(again).toMatchObject({ outcome: 'accepted', position: (await hub.history('box-b2'))[0]?.position });
  });

  test('is known by the fingerprint of its first event', async () => {
    const hub = new BoxHub();
    await hub.putIn(asha, ['book', 'pen']);
    expect((await hub.history()).map((event) => 'fingerprint' in event)).toEqual([true, false]);
  });
});

describe('a command that changes nothing', () => {
  test('is accepted at the place where its stream stands', async () => {
    const hub = new BoxHub();
    const first = await hub.putIn(asha, ['book']);
    hub.through = 'zz' as Position;
    expect(await hub.putIn(ben, ['book'], 'c9')).toEqual({ ...first, commandId: 'c9' });
    expect(await hub.history()).toHaveLength(1);
  });

  test('to what is not there yet is accepted at the place of the views, and before anything has happened at none', async () => {
    const hub = new BoxHub();
    expect(await hub.putIn(asha, [], 'c1')).toEqual({ outcome: 'accepted', commandId: 'c1', position: '' });
    hub.through = 'p4' as Position;
    expect(await hub.putIn(asha, [], 'c2')).toEqual({ outcome: 'accepted', commandId: 'c2', position: 'p4' });
  });

  test('[R2] is answered as before when it is given again, and with other content is refused', async () => {
    const hub = new BoxHub();
    await hub.putIn(asha, ['book']);
    const first = await hub.putIn(asha, ['book'], 'c9');
    await hub.putIn(ben, ['pen']);
    expect(await hub.putIn(asha, ['book'], 'c9')).toEqual(first);
    expect(await hub.putIn(asha, ['map'], 'c9')).toEqual(OTHERWISE);
    expect(await things(hub)).toEqual(['book', 'pen']);
  });

  test('is remembered for whoever gave it, and not once all that is remembered is forgotten', async () => {
    const hub = new BoxHub();
    await hub.putIn(asha, ['book']);
    await hub.putIn(asha, ['book'], 'c9');
    expect(await hub.putIn(ben, ['pen'], 'c9')).toMatchObject({ outcome: 'accepted' });
    await hub.putIn(asha, ['book'], 'c10');
    hub.dispatcher.forget();
    expect(await hub.putIn(asha, ['map'], 'c10')).toMatchObject({ outcome: 'accepted' });
    expect(await things(hub)).toEqual(['book', 'pen', 'map']);
  });
});

describe('where another process is quicker', () => {
  const other = (hub: BoxHub, ...things: string[]) => {
    const process = hub.another();
    return () => process.dispatch(envelopeOf('PutIn', { box: 'b1', things }, hub.newId()), ben);
  };

  test('a command is decided anew on what that one did', async () => {
    const hub = new BoxHub();
    hub.store.quicker = other(hub, 'pen');
    expect(await hub.putIn(asha, ['book', 'pen'])).toMatchObject({ outcome: 'accepted' });
    expect(await things(hub)).toEqual(['pen', 'book']);
    await hub.putIn(asha, []);
    hub.store.quicker = other(hub, 'map');
    expect(await hub.putIn(asha, ['cup'])).toEqual(refusedWith('BOX.FULL'));
  });

  test('again and again, its sender is asked to try again, after so many tries', async () => {
    const hub = new BoxHub();
    const { store } = hub;
    const append = store.append.bind(store);
    let tries = 0;
    store.append = async (stream, expected, events) => {
      if (!stream.startsWith('box-')) return append(stream, expected, events);
      tries += 1;
      return { ok: false, error: { code: 'EVENT_STORE.CONFLICT', expected, actual: 7 } };
    };
    expect(await hub.putIn(asha, ['book'], 'c1')).toMatchObject({ outcome: 'rejected', code: 'COMMAND.BUSY', commandId: 'c1' });
    expect(tries).toBe(RACE_LIMIT_TRIES);
  });
});

describe('what a decision has in view', () => {
  test('is no older than its stream, nor than what its sender did last anywhere', async () => {
    const hub = new BoxHub();
    const ofStream = (await hub.putIn(ben, ['book'])) as { position: Position };
    hub.awaited.length = 0;
    await hub.putIn(asha, ['pen']);
    expect(hub.awaited).toEqual([ofStream.position]);
    const own = (await hub.give(asha, 'PutIn', { box: 'b2', things: ['map'] })) as { position: Position };
    hub.awaited.length = 0;
    await hub.putIn(asha, ['cup']);
    expect(hub.awaited).toEqual([own.position]);
  });

  test('of the hub is no older than the stream: what it did elsewhere it does not wait for', async () => {
    const hub = new BoxHub();
    await hub.give(HUB, 'PutIn', { box: 'b2', things: ['map'] });
    await hub.putIn(HUB, ['book']);
    expect(hub.awaited).toEqual([]);
  });

  test('is what its sender asks for, and a sender whom the views do not reach is asked to try again', async () => {
    const hub = new BoxHub();
    await hub.putIn(asha, ['book'], 'c1', { after: 'p9' as Position });
    expect(hub.awaited).toEqual(['p9']);
    hub.caughtUp = async () => false;
    expect(await hub.give(ben, 'PutIn', { box: 'b2', things: ['pen'] }, 'c2', { after: 'p9' as Position })).toEqual(BEHIND);
    expect(await hub.putIn(ben, ['pen'], 'c3')).toMatchObject({ outcome: 'rejected', code: 'COMMAND.BEHIND', commandId: 'c3' });
    expect(await things(hub)).toEqual(['book']);
  });
});

describe('commands at once', () => {
  /** A hub whose views come to one position only when they are let. */
  function held() {
    const hub = new BoxHub();
    let reach = () => {};
    const reached = new Promise<boolean>((resolve) => (reach = () => resolve(true)));
    hub.caughtUp = async (position) => position !== LATE || reached;
    return { hub, go: () => reach() };
  }
  const late = { after: LATE };
  const inB2 = { box: 'b2', things: ['pen'] };

  test('of one person are decided one after another, whatever they are about', async () => {
    const { hub, go } = held();
    const first = hub.putIn(asha, ['book'], 'c1', late);
    const second = hub.give(asha, 'PutIn', inB2);
    expect(await hub.give(ben, 'PutIn', { box: 'b3', things: ['map'] })).toMatchObject({ outcome: 'accepted' });
    expect(hub.decided).toEqual([ben]);
    go();
    await Promise.all([first, second]);
    expect(hub.decided).toEqual([ben, asha, asha]);
  });

  test('of two people that concern a third are decided one after another, each with what the other did in view', async () => {
    const { hub } = held();
    hub.concerns = [stranger];
    const [first, second] = await Promise.all([hub.putIn(asha, ['book']), hub.give(ben, 'PutIn', inB2)]);
    expect(second.outcome).toBe('accepted');
    expect(hub.awaited).toContain(first.outcome === 'accepted' && first.position);
    // The one who decides second had asked for nothing before the first was written.
    expect(hub.store.tried.filter((stream) => stream.startsWith('box-'))).toEqual(['box-b1', 'box-b2']);
    expect(hub.decided).toEqual([asha, ben]);
  });

  test('that are known to concern others only once these are in view wait for their turn as well', async () => {
    const hub = new BoxHub();
    await Promise.all([hub.putIn(asha, ['book']), hub.give(ben, 'PutIn', inB2)]);
    hub.awaited.length = 0;
    hub.caughtUp = async () => {
      hub.concerns = [stranger];
      return true;
    };
    const [one, two] = await Promise.all([hub.putIn(asha, ['map']), hub.give(ben, 'PutIn', { box: 'b2', things: ['key'] })]);
    expect([one.outcome, two.outcome]).toEqual(['accepted', 'accepted']);
    // The second to decide has what the first wrote in view.
    const written = [one, two].map((answer) => answer.outcome === 'accepted' && answer.position);
    expect(written.some((position) => hub.awaited.some((one) => one === position))).toBe(true);
  });

  test('that concern each other wait for no one twice', async () => {
    const hub = new BoxHub();
    const [cleo, finn] = ['cleo', 'finn'] as [typeof asha, typeof asha];
    const given = [asha, ben, cleo, finn].flatMap((by, at) => {
      hub.concerns = at % 2 ? [cleo, asha, ben] : [ben, finn, cleo];
      return [0, 1, 2].map((box) => hub.give(by, 'PutIn', { box: `b${at}${box}`, things: ['pen'] }));
    });
    const answers = await Promise.all(given);
    expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(12);
  });

  test('of the hub do not wait for each other', async () => {
    const { hub, go } = held();
    const first = hub.putIn(HUB, ['book'], 'c1', late);
    expect(await hub.give(HUB, 'PutIn', inB2)).toMatchObject({ outcome: 'accepted' });
    go();
    expect(await first).toMatchObject({ outcome: 'accepted' });
  });

  test('whoever waits for a position keeps nobody waiting who writes to the same stream', async () => {
    const { hub, go } = held();
    const first = hub.putIn(asha, ['book'], 'c1', late);
    expect(await hub.putIn(ben, ['pen'])).toMatchObject({ outcome: 'accepted' });
    go();
    await first;
    expect(await things(hub)).toEqual(['pen', 'book']);
  });

  test('on one stream are decided one after another, and none of them for nothing', async () => {
    const hub = new BoxHub();
    const people = ['p1', 'p2', 'p3', 'p4'] as (typeof asha)[];
    const answers = await Promise.all(people.map((person) => hub.putIn(person, [`of ${person}`])));
    expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(3);
    expect(answers[3]).toEqual(refusedWith('BOX.FULL'));
    expect(hub.store.tried.filter((stream) => stream === 'box-b1')).toHaveLength(3);
  });
});

describe('[AD1] a command that gives somebody an address', () => {
  const key = (person: string, box = 'b1') => ({ box, person, email: 'key@elm.sch.uk' });
  const claims = async (hub: BoxHub) => {
    const stream = hub.store.tried.find((one) => one.startsWith('address-')) ?? 'address-none';
    return (await hub.history(stream)).map(({ type }) => type);
  };

  test('claims it first, in its own stream, for a while', async () => {
    const hub = new BoxHub();
    expect(await hub.give(asha, 'GiveKey', key('ben'), 'c1')).toMatchObject({ outcome: 'accepted', commandId: 'c1' });
    const written = hub.store.tried.filter((stream) => /^(address|box)-/.test(stream));
    expect(written.map((stream) => stream.split('-')[0])).toEqual(['address', 'box']);
    const [claim] = await hub.history(written[0]);
    expect(claim).toMatchObject({ type: 'AddressClaimed', actor: HUB, data: { person: 'ben', command: 'c1' } });
    expect(claim?.data).toHaveProperty('until', claimUntil(hub.now));
  });

  test('is refused where it is another person’s, and nothing is written', async () => {
    const hub = new BoxHub();
    await hub.give(asha, 'GiveKey', key('ben'));
    const refused = await hub.give(asha, 'GiveKey', key('cleo', 'b2'), 'c9');
    expect(refused).toMatchObject({ outcome: 'rejected', code: 'PERSON.EMAIL_TAKEN', field: 'email', commandId: 'c9' });
    expect(await hub.history('box-b2')).toEqual([]);
    expect(await claims(hub)).toEqual(['AddressClaimed']);
  });

  test('that is refused after all gives its claim up', async () => {
    const hub = new BoxHub();
    const process = hub.another();
    const { store } = hub;
    const append = store.append.bind(store);
    let filled = false;
    // Between the claim and the box another process fills the box.
    store.append = async (stream, expected, events) => {
      if (stream === 'box-b1' && !filled) {
        filled = true;
        await process.dispatch(envelopeOf('PutIn', { box: 'b1', things: ['book', 'pen', 'map'] }, 'other'), ben);
      }
      return append(stream, expected, events);
    };
    expect(await hub.give(asha, 'GiveKey', key('ben'))).toEqual(refusedWith('BOX.FULL'));
    expect(await claims(hub)).toEqual(['AddressClaimed', 'AddressReleased']);
  });

  test('that is too busy after it claimed leaves its claim to the hub: the address may have been given elsewhere', async () => {
    const hub = new BoxHub();
    const process = hub.another();
    const { store } = hub;
    const append = store.append.bind(store);
    let late = false;
    // Between the claim and the box another process writes, and the views do not come so far in time.
    store.append = async (stream, expected, events) => {
      if (stream === 'box-b1' && !late) {
        late = true;
        const other = await process.dispatch(envelopeOf('PutIn', { box: 'b1', things: ['book'] }, 'other'), ben);
        hub.caughtUp = async (position) => other.outcome === 'accepted' && position !== other.position;
      }
      return append(stream, expected, events);
    };
    expect(await hub.give(asha, 'GiveKey', key('ben'))).toEqual(BEHIND);
    expect(await claims(hub)).toEqual(['AddressClaimed']);
  });
});
