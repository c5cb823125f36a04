import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { JoiningEvent } from '@alongside/domain/joining/joining.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Unread } from '@alongside/domain/joining/without-code.js';
import type { Rows } from '../engine/view.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** Two records that may be, or are, one person’s. `asked`: they have not answered yet. */
export interface JoiningRow {
  readonly status: 'asked' | 'joined';
  readonly kept: PersonId;
  readonly joined: PersonId;
  readonly askedBy: PersonId | null;
  /** When they were asked; `null` where nobody did. */
  readonly askedAt: Instant | null;
  /** Of a question: the record whose mailbox is not read, and when the other may join it without a code. Absent where both are. */
  readonly unread?: Unread;
  /** Both, until they have answered. */
  readonly askedOf: readonly PersonId[];
  /** Where in the log they became one; `null` until then. */
  readonly since: Position | null;
  /** How far the log was read when the person proved both; absent where it was not said. */
  readonly asOf?: Position;
  /** Where the records belonged when they became one; none until then. */
  readonly belongs: Extract<JoiningEvent, { type: 'RecordsJoined' }>['data']['belongs'];
  /** The address of the joined record still signs in. */
  readonly bothAddresses: boolean;
}

/** People who were erased: nothing is joined to them, or they to anything, however late a process heard of it. */
const erased = privateRows<true>('erased');
/** Records that were joined. */
const gone = privateRows<true>('gone');

const idOf = ({ stream }: { readonly stream: string }): string => stream.slice(stream.indexOf('-') + 1);

function put(rows: Rows<JoiningRow>, id: string, said: Omit<JoiningRow, 'askedOf'>): void {
  const { kept, joined, askedBy, status } = said;
  const data: JoiningRow = { ...said, askedOf: status === 'asked' ? [kept, joined] : [] };
  const audience = status === 'joined' ? [kept] : [kept, joined, ...(askedBy ? [askedBy] : [])];
  rows.put(id, { audience: [...new Set(audience)].map((person) => `person:${person}` as const), data, about: [kept, joined] });
}

/** Records of one person: to themself, and until they answer to who asked. By the order of the log, so that every process joins the same. */
export const joiningView = hubView<JoiningEvent | PersonEvent, JoiningRow>()({
  name: 'joining',
  version: 4,
  title: 'Records of one person',
  readers: ['person'],
  own: 'joinedRecords',
  indexes: ['status', 'kept', 'joined', 'askedOf'],
  on: {
    JoiningProposed: (event, rows) => {
      const { kept, joined, by: askedBy, unread } = event.data;
      if (kept === joined || [kept, joined].some((person) => erased.get(rows, person) || gone.get(rows, person))) return;
      const asked = { kept, joined, askedBy, askedAt: event.at, since: null, belongs: [], ...(unread && { unread }) };
      put(rows, idOf(event), { status: 'asked', ...asked, bothAddresses: true });
    },
    JoiningDeclined: (event, rows) => {
      if (rows.get(idOf(event))?.data.status === 'asked') rows.remove(idOf(event));
    },
    RecordsJoined: (event, rows) => {
      const kept = event.data.person;
      const joined = event.data.joined as string as PersonId;
      if (kept === joined || gone.get(rows, joined) || [kept, joined].some((person) => erased.get(rows, person))) return;
      gone.put(rows, joined, true);
      const { askedBy = null, askedAt = null } = rows.get(idOf(event))?.data ?? {};
      const { asOf, belongs } = event.data;
      const data = { status: 'joined', kept, joined, askedBy, askedAt, since: event.position, belongs, bothAddresses: true } as const;
      put(rows, idOf(event), { ...data, ...(asOf !== undefined && { asOf }) });
    },
    FurtherAddressLeft: (event, rows) => {
      const row = rows.get(idOf(event));
      if (row?.data.status === 'joined') put(rows, idOf(event), { ...row.data, bothAddresses: false });
    },
    PersonErased: ({ data: { person } }, rows) => {
      erased.put(rows, person, true);
      for (const id of rows.about(person)) {
        const row = rows.get(id);
        // What is read as whose stays known for good: later events name the joined record still. Nobody is shown it.
        if (row?.data.status === 'joined') rows.put(id, { ...row, audience: [] });
        else rows.remove(id);
      }
    },
  },
});
