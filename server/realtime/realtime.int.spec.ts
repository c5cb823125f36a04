import { once } from 'node:events';
import { connect } from 'node:net';
import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { PROTOCOL_VERSION, SCOPE_LIMIT_FIELDS, SCOPE_LIMIT_IDS, type RowChange } from '@alongside/domain/protocol/messages.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import { personView } from '@alongside/projections/views/person.view.js';
import { requestView } from '@alongside/projections/views/request.view.js';
import type { Hub } from '../app/create-hub.js';
import { asking, cookieOf, makeSchool, must, openTestHub, signOutEverywhere, testFolders } from '../app/hub.testing.js';
import { ASKED_LIMIT_PER_MINUTE, CONNECTIONS_LIMIT_PER_PERSON } from './gateway.js';
import { TestListener } from './listener.testing.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const VIEWS = ['request', 'mentorship', 'goal', 'person', 'member', 'membership', 'profile'];

let folders: Awaited<ReturnType<typeof testFolders>>;
let folder: string;
let hub: Hub;
const listeners: TestListener[] = [];

beforeEach(async () => {
  folders = await testFolders();
  folder = folders.next();
  hub = await openTestHub(folder, folders.log);
  await makeSchool(hub, ['asha', 'ben', 'cleo'], { asha: 2 });
});
afterEach(async () => {
  for (const listener of listeners.splice(0)) listener.socket.disconnect();
  await hub.close();
  await folders.clean();
});

async function listen(person: PersonId, cookie?: string, views = VIEWS): Promise<TestListener> {
  const listener = new TestListener(hub.port, cookie ?? (await cookieOf(hub, person)), views);
  listeners.push(listener);
  await listener.resumed(1);
  return listener;
}
const idsOf = (changes: readonly RowChange[], view: string) =>
  changes.flatMap((change) =>
    change.kind === 'put' ? (change.row.view === view ? [change.row.id] : []) : change.view === view ? [`-${change.id}`] : [],
  );
/** The listener's line is cut by the network; it comes back by itself. */
const cut = (listener: TestListener) => listener.socket.io.engine.close();

describe('live updates', () => {
  test('a changed row reaches exactly those who may see it', async () => {
    const [mentor, mentee, stranger] = [await listen(asha), await listen(ben), await listen(cleo)];
    const data = asking('asha', 'ben');
    const position = await must(hub, ben, 'RequestMentoring', data);
    await Promise.all([mentor, mentee, stranger].map((listener) => listener.reached(position)));
    expect(idsOf(mentor.heard, 'request')).toEqual([data.request]);
    expect(idsOf(mentee.heard, 'request')).toEqual([data.request]);
    expect(idsOf(stranger.heard, 'request')).toEqual([]);
  });

  test('views that are not public are never sent, whatever a client asks for', async () => {
    const listener = new TestListener(hub.port, await cookieOf(hub, ben), ['due', 'session', 'account', 'overview']);
    listeners.push(listener);
    await listener.resumed(1);
    await listener.reached(await must(hub, ben, 'RequestMentoring', asking('asha', 'ben')));
    expect(listener.heard).toEqual([]);
  });

  test('a pair sees what is theirs from the moment they are one, without resuming', async () => {
    const mentee = await listen(ben);
    const stranger = await listen(cleo);
    const data = asking('asha', 'ben');
    await must(hub, ben, 'RequestMentoring', data);
    await must(hub, asha, 'AcceptRequest', { mentor: 'asha', request: data.request, mentorship: 'm-1' });
    await mentee.until(() => mentee.held.has('mentorship m-1'));
    const description = { title: 'Calm starts', why: '', success: '' };
    const position = await must(hub, ben, 'AgreeGoal', {
      mentorship: 'm-1',
      goal: 'g-1',
      description,
      tag: null,
      statements: [],
      due: null,
      steps: [],
    });
    await Promise.all([mentee, stranger].map((listener) => listener.reached(position)));
    expect(mentee.held.get('goal g-1')).toMatchObject({ description });
    expect(idsOf(stranger.heard, 'goal')).toEqual([]);
    expect(mentee.answers).toHaveLength(1);
  });

  test('who loses a role is told to forget what it showed; who gains one is sent it', async () => {
    const listener = await listen(cleo);
    await listener.reached(await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: 'cleo', role: 'coordinator' }));
    expect(idsOf(listener.heard, 'member').toSorted()).toEqual(['hillside:asha', 'hillside:ben', 'hillside:cleo']);
    await listener.reached(await must(hub, HUB, 'RevokeRole', { institution: 'hillside', person: 'cleo', role: 'coordinator' }));
    expect([...listener.held.keys()].filter((key) => key.startsWith('member '))).toEqual([]);
    const before = listener.heard.length;
    await listener.reached(await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'ben' }));
    expect(idsOf(listener.heard.slice(before), 'member')).toEqual([]);
  });
});

describe('[R5] a mentor who excludes somebody', () => {
  const both = { person: 'asha', other: 'ben' };
  const inDirectory = (person: PersonId) => listen(person, undefined, ['directory', 'person']);
  const heardOfAsha = ({ heard }: TestListener) =>
    ['directory', 'person'].map((view) => idsOf(heard, view).filter((id) => id.endsWith('asha')));

  test('goes from their open directory at once, and comes back when it is lifted; to others nothing happens', async () => {
    const [excluded, other] = [await inDirectory(ben), await inDirectory(cleo)];
    const apart = await must(hub, asha, 'ExcludePerson', both);
    await Promise.all([excluded.reached(apart), other.reached(apart)]);
    expect(heardOfAsha(excluded)).toEqual([['-asha'], ['-asha']]);
    const renamed = await must(hub, asha, 'RenamePerson', { person: 'asha', name: 'Asha Anew' });
    await Promise.all([excluded.reached(renamed), other.reached(renamed)]);
    expect(heardOfAsha(excluded)).toEqual([['-asha'], ['-asha']]);
    expect(other.held.get('directory asha')).toMatchObject({ name: 'Asha Anew' });
    expect(other.heard.filter(({ kind }) => kind === 'gone')).toEqual([]);
    await excluded.reached(await must(hub, asha, 'LiftExclusion', both));
    expect(heardOfAsha(excluded)).toEqual([
      ['-asha', 'asha'],
      ['-asha', 'asha'],
    ]);
    expect(excluded.held.get('directory asha')).toMatchObject({ name: 'Asha Anew' });
  });

  test('is gone for whoever comes back after it, and nothing that happened since is told', async () => {
    const excluded = await inDirectory(ben);
    await excluded.reached(await must(hub, asha, 'RenamePerson', { person: 'asha', name: 'Seen' }));
    excluded.socket.disconnect();
    await must(hub, asha, 'ExcludePerson', both);
    const away = await must(hub, asha, 'RenamePerson', { person: 'asha', name: 'Not seen' });
    excluded.socket.connect();
    await excluded.reached(away);
    expect(heardOfAsha(excluded)).toEqual([
      ['asha', '-asha'],
      ['asha', '-asha'],
    ]);
    excluded.socket.disconnect();
    const hidden = await must(hub, asha, 'SetVisibility', { person: 'asha', visibility: 'nobody' });
    excluded.socket.connect();
    await excluded.reached(hidden);
    expect(heardOfAsha(excluded).flat()).toHaveLength(4);
  });

  test('is not told of to them by joining or leaving her school, as she is to others', async () => {
    await must(hub, asha, 'SetVisibility', { person: 'asha', visibility: 'institution' });
    await hub.parts.views.caughtUp(await must(hub, asha, 'ExcludePerson', both));
    const [excluded, other] = [await inDirectory(ben), await inDirectory(cleo)];
    for (const type of ['RemoveMember', 'AddMember'])
      for (const [person, listener] of [
        ['ben', excluded],
        ['cleo', other],
      ] as const)
        await listener.reached(
          await must(hub, HUB, type, { institution: 'hillside', person, ...(type === 'AddMember' && { from: '2026-02-02' }) }),
        );
    expect(heardOfAsha(other)).toEqual([
      ['-asha', 'asha'],
      ['-asha', 'asha'],
    ]);
    expect(heardOfAsha(excluded)).toEqual([[], []]);
  });
});

describe('resuming', () => {
  test('after a drop nothing is lost and nothing comes twice', async () => {
    const listener = await listen(ben);
    for (let round = 0; round < 10; round++) {
      const [before, during, after] = [0, 1, 2].map((part) => `Ben ${round}.${part}`);
      await must(hub, ben, 'RenamePerson', { person: 'ben', name: before });
      cut(listener);
      await must(hub, ben, 'RenamePerson', { person: 'ben', name: during });
      const last = must(hub, ben, 'RenamePerson', { person: 'ben', name: after });
      await listener.resumed(round + 2);
      await listener.reached(await last);
      expect(listener.held.get('person ben')).toMatchObject({ name: after });
    }
    const puts = listener.heard.flatMap((change) =>
      change.kind === 'put' ? [`${change.row.view} ${change.row.id} ${change.row.position}`] : [],
    );
    expect(new Set(puts).size).toBe(puts.length);
    expect(listener.answers.every(({ kind }) => kind === 'resumed')).toBe(true);
  });

  test('after the server was restarted a client has what happened while it was away', async () => {
    const cookie = await cookieOf(hub, ben);
    const before = await listen(ben, cookie);
    const known = await must(hub, ben, 'RenamePerson', { person: 'ben', name: 'Before' });
    await before.reached(known);
    before.socket.disconnect();
    await must(hub, ben, 'RenamePerson', { person: 'ben', name: 'While away' });
    await hub.close();
    hub = await openTestHub(folder, folders.log);
    const after = new TestListener(hub.port, cookie, VIEWS);
    after.through = before.through;
    listeners.push(after);
    await after.resumed(1);
    expect(after.answers).toMatchObject([{ kind: 'resumed' }]);
    expect(after.held.get('person ben')).toMatchObject({ name: 'While away' });
    expect(idsOf(after.heard, 'person')).toEqual(['ben']);
  });

  test('knows the name of whoever asked them and lets nobody find them, at once or once back, without reading afresh', async () => {
    for (const person of ['ben', 'cleo'])
      await hub.parts.views.caughtUp(await must(hub, person as PersonId, 'SetVisibility', { person, visibility: 'nobody' }));
    const [mentor, stranger] = [await listen(asha), await listen(cleo)];
    const asked = await must(hub, ben, 'RequestMentoring', asking('asha', 'ben'));
    await Promise.all([mentor, stranger].map((listener) => listener.reached(asked)));
    expect(mentor.held.get('person ben')).toMatchObject({ name: 'Name of ben' });
    mentor.socket.disconnect();
    const away = await must(hub, cleo, 'RequestMentoring', asking('asha', 'cleo'));
    mentor.socket.connect();
    await mentor.reached(away);
    expect(mentor.answers.map(({ kind }) => kind)).toEqual(['resumed', 'resumed']);
    expect(mentor.held.get('person cleo')).toMatchObject({ name: 'Name of cleo' });
    expect(idsOf(mentor.heard, 'person').filter((id) => id !== 'asha')).toEqual(['ben', 'cleo']);
    expect(stranger.held.has('person ben')).toBe(false);
  });

  test('whose rights changed while they were away reads afresh', async () => {
    const listener = await listen(cleo);
    listener.socket.disconnect();
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: 'cleo', role: 'coordinator' }));
    listener.socket.connect();
    await listener.resumed(2);
    expect(listener.answers[1]?.kind).toBe('reset');
  });

  test('from a store that fails is refused, and can be asked for again', async () => {
    const listener = await listen(ben);
    const after = await must(hub, ben, 'RenamePerson', { person: 'ben', name: 'Before' });
    await hub.parts.views.caughtUp(await must(hub, ben, 'RenamePerson', { person: 'ben', name: 'After' }));
    const logged = jest.spyOn(hub.parts.logger, 'error').mockImplementation(() => undefined);
    const failing = jest.spyOn(hub.parts.views.store, 'changesAfter').mockImplementationOnce(() => {
      throw new Error('The disk is away.');
    });
    const resume = () => listener.socket.emitWithAck('resume', { views: VIEWS, after });
    expect(await resume()).toEqual({ kind: 'refused', code: 'SOCKET.FAILED' });
    expect(logged).toHaveBeenCalledWith('A client could not be brought up to date.', expect.objectContaining({ failure: 'Error' }));
    for (const mock of [failing, logged]) mock.mockRestore();
    expect(await resume()).toMatchObject({ kind: 'resumed' });
    expect(listener.held.get('person ben')).toMatchObject({ name: 'After' });
  });
});

describe('who may listen', () => {
  test('a session that ends is told so and hears nothing more', async () => {
    const [revoked, other] = [await listen(ben), await listen(asha)];
    const position = await signOutEverywhere(hub, ben);
    await must(hub, ben, 'RequestMentoring', asking('asha', 'ben'));
    await revoked.until(() => revoked.signedOut && !revoked.socket.connected);
    await other.until(() => idsOf(other.heard, 'request').length > 0);
    expect(idsOf(revoked.heard, 'request')).toEqual([]);
    expect((revoked.through ?? '') < position).toBe(true);
  });

  test('a websocket at any other path is cut off, whoever asks', async () => {
    const line = connect(hub.port, '127.0.0.1');
    line.write(
      'GET /anything HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    );
    line.resume();
    await once(line, 'close');
    expect(line.bytesRead).toBe(0);
  });

  /** Asks for a connection by hand, and gives all that comes back until the hub closes the line, or begins to speak. */
  async function handshake(cookie: string, transport: 'websocket' | 'polling', speaks = /$^/): Promise<string> {
    const line = connect(hub.port, '127.0.0.1');
    const upgrade =
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n';
    const asks = `GET /socket.io/?EIO=4&transport=${transport} HTTP/1.1\r\nHost: x\r\n${cookie && `Cookie: ${cookie}\r\n`}`;
    line.write(`${asks}${transport === 'websocket' ? upgrade : 'Connection: close\r\n'}\r\n`);
    let said = '';
    line.on('data', (part: Buffer) => {
      said += part.toString('latin1');
      if (speaks.test(said)) line.destroy();
    });
    await once(line, 'close');
    return said;
  }

  test.each(['websocket', 'polling'] as const)(
    'a %s without a session, or with one that ended, is answered 401 and nothing else',
    async (transport) => {
      const ended = await cookieOf(hub, ben);
      await hub.parts.views.caughtUp(await signOutEverywhere(hub, ben));
      for (const cookie of ['', 'alongside=made-up', ended]) {
        const [head = '', body = ''] = (await handshake(cookie, transport)).split('\r\n\r\n');
        expect(head).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/);
        expect(head).not.toMatch(/upgrade/i);
        expect(JSON.parse(body)).toEqual({ code: 'SESSION.NONE', message: 'You are signed out. Sign in to continue.' });
      }
    },
  );

  test('with a session it is upgraded, and the protocol begins', async () => {
    const cookie = await cookieOf(hub, ben);
    const said = await handshake(cookie, 'websocket', /"sid":/);
    expect(said).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\n/);
    expect(await handshake(cookie, 'polling')).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*"sid":/);
  });

  test('clients that reset their lines while they wait to be let in harm nobody', async () => {
    const lines = Array.from({ length: 100 }, () => connect(hub.port, '127.0.0.1'));
    await Promise.all(lines.map((line) => once(line, 'connect')));
    const gone = lines.map((line) => once(line, 'close'));
    // Each is let in in a turn of its own: by the second, the rest are gone.
    hub.server.once('upgrade', () => lines.forEach((line) => line.resetAndDestroy()));
    const cookie = await cookieOf(hub, ben);
    for (const line of lines)
      line.write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      );
    await Promise.all(gone);
    expect(await handshake('', 'websocket')).toMatch(/^HTTP\/1\.1 401 /);
  });

  test('nobody without a session, and no page of another site', async () => {
    const attempts: readonly [string, Record<string, string>][] = [
      ['alongside=made-up', {}],
      [await cookieOf(hub, ben), { Origin: 'https://elsewhere.example' }],
    ];
    for (const [cookie, headers] of attempts) {
      const listener = new TestListener(hub.port, cookie, VIEWS, headers);
      listeners.push(listener);
      await listener.until(() => listener.refusals.length > 0);
      expect(listener.socket.connected).toBe(false);
    }
  });

  test('nobody with too many connections, until one of them is closed', async () => {
    const cookie = await cookieOf(hub, ben);
    const open = () => {
      const listener = new TestListener(hub.port, cookie, []);
      listeners.push(listener);
      return listener;
    };
    const many = Array.from({ length: CONNECTIONS_LIMIT_PER_PERSON }, open);
    await Promise.all(many.map((listener) => listener.resumed(1)));
    const another = open();
    await another.until(() => another.refusals.length > 0);
    expect(another.refusals[0]).toBe('too-many-connections');
    another.socket.disconnect();
    many[0]?.socket.disconnect();
    // The hub hears of it in its own time.
    const letIn = async (): Promise<TestListener> => {
      const one = open();
      await one.until(() => one.answers.length + one.refusals.length > 0);
      return one.answers.length > 0 ? one : letIn();
    };
    expect((await letIn()).answers).toMatchObject([{ kind: 'resumed' }]);
  });

  test('a client with thousands of rows on its screens goes on like any other', async () => {
    const listener = await listen(ben);
    const many = (from: number) =>
      Array.from({ length: SCOPE_LIMIT_IDS }, (_, n) => `0198c0de-0000-7000-8000-${String(from + n).padStart(12, '0')}`);
    const scopes = [0, 1, 2].map((part) => ({ view: 'person', ids: [...many(part * SCOPE_LIMIT_IDS).slice(1), 'ben'] }));
    expect(await listener.socket.emitWithAck('resume', { views: [], scopes })).toMatchObject({ kind: 'resumed' });
    const more = {
      add: [
        { view: 'person', ids: many(50_000) },
        { view: 'profile', ids: many(60_000).slice(0, 10) },
      ],
      drop: [],
    };
    expect(await listener.socket.emitWithAck('watch', more)).toMatchObject({ kind: 'refused' });
    const before = listener.heard.length;
    await listener.reached(await must(hub, ben, 'RenamePerson', { person: 'ben', name: 'Ben of another name' }));
    expect(idsOf(listener.heard.slice(before), 'person')).toEqual(['ben']);
  });

  test('[RP23] a client hears nothing of rows that it does not know, and is told of which', async () => {
    const listener = await listen(ben);
    const { version } = memberView;
    const scopes = [
      { view: 'member', where: {} },
      { view: 'person', ids: ['ben'] },
      { view: 'request', where: { mentee: 'ben' } },
    ];
    const versions = { member: version - 1, person: personView.version + 1, request: requestView.version };
    const answer = await listener.socket.emitWithAck('resume', { views: [], scopes, protocol: 1, versions });
    expect(answer).toMatchObject({ kind: 'resumed', protocol: PROTOCOL_VERSION, newer: ['member'], older: ['person'] });
    const watched = await listener.socket.emitWithAck('watch', { add: [{ view: 'member', ids: ['x'] }], drop: [], versions });
    expect(watched).toMatchObject({ kind: 'resumed', newer: ['member'] });
    const before = listener.heard.length;
    await must(hub, ben, 'RenamePerson', { person: 'ben', name: 'Ben of another name' });
    await listener.reached(await must(hub, ben, 'RequestMentoring', asking('asha', 'ben', 'r-known')));
    const since = listener.heard.slice(before);
    expect([idsOf(since, 'person'), idsOf(since, 'request')]).toEqual([[], ['r-known']]);
  });

  test('what is no resume request, or comes too often, is refused and harms nobody', async () => {
    const listener = await listen(ben);
    expect(await listener.socket.emitWithAck('resume', { views: 'all' })).toEqual({ kind: 'refused', code: 'SOCKET.INVALID' });
    const answers = await Promise.all(
      Array.from({ length: ASKED_LIMIT_PER_MINUTE + 20 }, () => listener.socket.emitWithAck('resume', { views: [] })),
    );
    expect(answers.filter(({ code }) => code === 'SOCKET.TOO_OFTEN').length).toBeGreaterThanOrEqual(20);
    const another = await listen(asha);
    const where = Object.fromEntries(Array.from({ length: SCOPE_LIMIT_FIELDS + 1 }, (_, n) => [`f${n}`, 'x']));
    expect(await another.socket.emitWithAck('watch', { add: [{ view: 'person', where }], drop: [] })).toMatchObject({
      code: 'SOCKET.INVALID',
    });
    expect(await another.socket.emitWithAck('watch', { add: [{ view: 'person', ids: [] }], drop: 'all' })).toEqual({
      kind: 'refused',
      code: 'SOCKET.INVALID',
    });
  });
});
