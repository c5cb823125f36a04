import { setImmediate as turn } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { Server } from 'socket.io';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { View } from '@alongside/projections/engine/view.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import { Gateway } from './gateway.js';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());

const PERSON = { name: 'person', version: 3, indexes: [], on: {} } as View;
type Socket = Parameters<Gateway['resume']>[0];

/** A gateway of a process in which nothing happens, and clients who are on its line. */
function gatewayWith(...ids: readonly string[]) {
  const store = new MemoryViewStore();
  store.prepare(PERSON);
  store.serve(PERSON);
  const never = () => () => undefined;
  const gateway = new Gateway({
    views: { store, through: () => '0001' as Position, caughtUp: () => Promise.resolve(true), onChanges: never },
    config: {},
    audience: { principals: (person) => new Set(['everyone', `person:${person}`] as const) },
    sessions: { personOf: (token) => token as PersonId | undefined, hashOf: (token) => token, onRevoked: never },
    projector: { onServed: never, stopped: [] },
    health: { views: { standStill: false } },
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  const sockets = ids.map((id) => {
    const headers = { cookie: `alongside=${id}` };
    return { id, connected: true, handshake: { headers, auth: {} }, data: { person: id, session: id, asked: [] } } as unknown as Socket;
  });
  gateway.afterInit({
    use: () => undefined,
    to: () => ({ emit: () => undefined }),
    encoder: { encode: () => [] },
    sockets: { sockets: new Map(sockets.map((socket) => [socket.id, socket])) },
    // As much of it as the gateway uses.
  } as unknown as Server);
  return { gateway, sockets };
}

/** All that is ready to go on in this turn of the loop has gone on. */
async function inThisTurn(): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) await Promise.resolve();
}

describe('clients who come back at once', () => {
  test('are brought up to date one in each turn of the loop, in the order in which they asked', async () => {
    const { gateway, sockets } = gatewayWith('asha', 'ben', 'cleo');
    const answered: string[] = [];
    const all = sockets.map((socket) => gateway.resume(socket, { views: ['person'] }).then(() => void answered.push(socket.id)));
    await inThisTurn();
    expect(answered).toEqual([]);
    await turn();
    expect(answered).toEqual(['asha']);
    await turn();
    expect(answered).toEqual(['asha', 'ben']);
    await Promise.all(all);
    expect(answered).toEqual(['asha', 'ben', 'cleo']);
  });

  test('take turns with those who keep other rows', async () => {
    const { gateway, sockets } = gatewayWith('asha', 'ben');
    const [asha, ben] = sockets;
    if (!asha || !ben) throw new Error('Two are on the line.');
    await gateway.resume(asha, { views: [] });
    const answered: string[] = [];
    const watching = gateway.watch(asha, { add: [{ view: 'person', ids: ['ben'] }], drop: [] }).then(() => void answered.push('watches'));
    const coming = gateway.resume(ben, { views: [] }).then(() => void answered.push('resumes'));
    await inThisTurn();
    expect(answered).toEqual([]);
    await turn();
    expect(answered).toEqual(['watches']);
    await Promise.all([watching, coming]);
    expect(answered).toEqual(['watches', 'resumes']);
  });
});
