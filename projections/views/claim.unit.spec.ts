import { Joins } from '@alongside/domain/joining/joins.js';
import type { PersonId, Position, RecordId } from '@alongside/domain/kernel/brand.js';
import { eventShapeOf } from '@alongside/domain/protocol/registry.js';
import { foldView, happened } from '../testing/given-events.js';
import { accountView } from './account.view.js';
import { claimView } from './claim.view.js';

/** Events of addresses are no view's but this one's. */
const told = (type: string, data: object, stream: string, commandId = 'c') =>
  ({ ...happened('PersonErased', { person: 'x' }, { stream }), type, data, commandId }) as unknown as ReturnType<typeof happened>;
const until = '2026-03-06T13:00:00.000Z';
const claimed = (address: string, commandId: string) =>
  told('AddressClaimed', { address, person: 'moved', command: commandId, until }, `address-${address}`);
const before = [
  happened('PersonJoined', { person: 'ben', name: 'Ben', email: 'ben@x.example' }, { stream: 'person-ben' }),
  claimed('a1', 'c-joined'),
  told('PersonJoined', { person: 'moved', name: 'B', email: 'moved@x.example' }, 'person-moved', 'c-joined'),
];
const change = told('EmailChanged', { person: 'moved', email: 'evil@x.example' }, 'person-moved', 'c-evil');
const events = [
  ...before,
  claimed('a2', 'c-evil'),
  change,
  // By a process that followed it.
  told('AddressReleased', { address: 'a1', person: 'moved', command: 'c-joined' }, 'address-a1'),
];
const readWith = (asOf: Position | undefined) => {
  const [kept, joined] = ['ben' as PersonId, 'moved' as RecordId];
  const joins = new Joins([{ kept, joined, position: '~' as Position, ...(asOf && { asOf }) }], (type) => eventShapeOf(type)?.data);
  return events.map((event) => joins.read(event));
};

test('an address that a process released for a change that is read as nothing is claimed again, and the new one is nobody’s', () => {
  const read = readWith(before.at(-1)?.position);
  const rows = [...foldView(claimView, read)].filter(([id]) => !id.startsWith('~'));
  expect(rows.map(([id, { data }]) => [id, data.status])).toEqual(
    expect.arrayContaining([
      ['a2', 'open'],
      ['missing:moved', 'missing'],
    ]),
  );
  expect(rows.find(([id]) => id === 'missing:moved')?.[1].data).toEqual({
    status: 'missing',
    person: 'ben',
    command: 'c-joined',
    record: 'moved',
  });
  expect(foldView(accountView, read).get('moved')?.data).toMatchObject({ email: 'moved@x.example', person: 'ben' });
});

test('a record’s address says when it was changed', () => {
  expect(foldView(accountView, readWith(undefined)).get('moved')?.data).toMatchObject({ email: 'evil@x.example', changedAt: change.at });
  expect(foldView(accountView, before).get('moved')?.data.changedAt).toBeUndefined();
});
