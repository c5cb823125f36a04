import type { Instant, MessageId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MessageEvent } from '@alongside/domain/messages/message.events.js';
import { change, type Rows } from '../engine/view.js';
import { hubView } from './hub-view.js';

/** What one person wrote to another outside a pair. `mentors`: those whom a coordinator suggests in it; empty for a plain message. */
export interface MessageRow {
  readonly message: MessageId;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly mentors: readonly PersonId[];
  readonly text: string;
  readonly at: Instant;
}

function put(rows: Rows<MessageRow>, row: MessageRow): void {
  rows.put(row.message, { audience: [`person:${row.from}`, `person:${row.to}`], data: row });
}

/** Messages, to their two people alone. */
export const messageView = hubView<MessageEvent, MessageRow>()({
  name: 'message',
  version: 1,
  title: 'Messages from coordinators, and replies',
  readers: ['person'],
  own: 'messages you wrote and received',
  indexes: ['from', 'to'],
  orders: [{ within: 'from', by: 'at' }],
  // Their words go; that they wrote stays with whom they wrote to.
  forget: (rows, id, person) => change(rows, id, (data) => (data.from === person ? { ...data, text: '' } : data)),
  on: {
    MessageWritten: ({ data, at }, rows) => put(rows, { ...data, mentors: [], at }),
    MentorsSuggested: ({ data, at }, rows) => put(rows, { ...data, at }),
  },
});
