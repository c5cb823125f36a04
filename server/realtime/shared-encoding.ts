import type { Server } from 'socket.io';
import { SOCKET, type ChangesMessage, type RowChange } from '@alongside/domain/protocol/messages.js';

type Encoder = Pick<Server['encoder'], 'encode'>;
type Packet = Parameters<Encoder['encode']>[0];

/** Socket.IO’s number of an event, as it stands before its text. */
const EVENT = 2;

/**
 * Encodes a row once for all messages: a thousand returning clients are sent mostly the same rows. The bytes are those that Socket.IO would
 * have written.
 */
export function shareEncoding(encoder: Encoder): void {
  const plain = encoder.encode.bind(encoder);
  const texts = new RowTexts();
  encoder.encode = (packet) => {
    const message = changesIn(packet);
    return message ? [texts.packet(message)] : plain(packet);
  };
}

function changesIn({ type, nsp, id, data }: Packet): ChangesMessage | undefined {
  const isPlainEvent = Number(type) === EVENT && nsp === '/' && id === undefined && Array.isArray(data);
  return isPlainEvent && data.length === 2 && data[0] === SOCKET.changes ? (data[1] as ChangesMessage) : undefined;
}

type Put = Extract<RowChange, { kind: 'put' }>;

/** Texts of rows, by their data: a changed row has another object. They go when the rows do. */
class RowTexts {
  readonly #texts = new WeakMap<object, { readonly row: Put['row']; readonly text: string }>();

  packet({ through, changes }: ChangesMessage): string {
    const all = changes.map((change) => (change.kind === 'put' ? this.#put(change) : JSON.stringify(change)));
    return `${EVENT}["${SOCKET.changes}",{"through":${JSON.stringify(through)},"changes":[${all.join()}]}]`;
  }

  #put(change: Put): string {
    const { row } = change;
    const key = typeof row.data === 'object' && row.data !== null ? row.data : undefined;
    const known = key && this.#texts.get(key);
    if (known && known.row.view === row.view && known.row.id === row.id && known.row.position === row.position) return known.text;
    const text = JSON.stringify(change);
    if (key) this.#texts.set(key, { row, text });
    return text;
  }
}
