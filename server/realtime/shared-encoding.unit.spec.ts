import { Server } from 'socket.io';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ChangesMessage, RowChange } from '@alongside/domain/protocol/messages.js';
import { shareEncoding } from './shared-encoding.js';

const at = (place: number) => String(place).padStart(4, '0') as Position;
const put = (place: number, id: string, data: unknown): RowChange => ({
  kind: 'put',
  row: { view: 'person', id, position: at(place), data },
});
const packetOf = (message: unknown, more: object = {}) => ({ type: 2, nsp: '/', data: ['changes', message], ...more });

/** A row’s data that counts how often its text is made. */
function counted(name: string) {
  const made = { times: 0 };
  return { made, data: { name, toJSON: () => ((made.times += 1), { name }) } };
}

function encoders() {
  const [plain, shared] = [new Server().encoder, new Server().encoder];
  shareEncoding(shared);
  return { plain, shared };
}

describe('what is sent of changed rows', () => {
  const { plain, shared } = encoders();

  test('is to the byte what Socket.IO would send', () => {
    const changes: RowChange[] = [
      put(3, 'asha "o’brien"', { name: 'Asha\n', tags: ['ü', null] }),
      put(4, 'text', 'words'),
      put(4, 'none', null),
      { kind: 'gone', view: 'person', id: 'ben' },
      { kind: 'gone', view: 'person', id: 'cleo', position: at(2) },
    ];
    for (const message of [
      { through: at(5), changes },
      { through: at(5), changes: [] },
    ] satisfies ChangesMessage[])
      expect(shared.encode(packetOf(message))).toEqual(plain.encode(packetOf(message)));
    const message = { through: at(1), changes };
    for (const other of [
      packetOf(message, { id: 7 }),
      packetOf(message, { type: 3 }),
      packetOf(message, { nsp: '/documents' }),
      packetOf(message, { data: ['notes', message] }),
      packetOf({}, { data: ['signed-out'] }),
      { type: 0, nsp: '/' },
    ])
      expect(shared.encode(other)).toEqual(plain.encode(other));
  });

  test('is made into text once, whoever it goes to and beside whatever else', () => {
    const { made, data } = counted('Asha');
    const row = () => put(3, 'asha', data);
    const [first] = shared.encode(packetOf({ through: at(3), changes: [row()] }));
    const [second] = shared.encode(packetOf({ through: at(4), changes: [put(4, 'ben', { name: 'Ben' }), row()] }));
    expect(made.times).toBe(1);
    expect(second).toContain(String(first).slice(String(first).indexOf('{"kind"'), -3));
  });

  test('is made anew where the same data stands in another row', () => {
    const data = { name: 'Asha' };
    for (const change of [put(3, 'asha', data), put(4, 'asha', data), put(4, 'ben', data)]) {
      const message = packetOf({ through: at(9), changes: [change] });
      expect(shared.encode(message)).toEqual(plain.encode(message));
    }
  });
});
