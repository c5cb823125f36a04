import { Joins } from '@alongside/domain/joining/joins.js';
import type { PersonId, Position, RecordId } from '@alongside/domain/kernel/brand.js';
import { eventShapeOf } from '@alongside/domain/protocol/registry.js';
import { foldView, happened } from '../testing/given-events.js';
import { accountView } from './account.view.js';

const joined = (person: string, email: string) =>
  happened('PersonJoined', { person, name: person, email }, { stream: `person-${person}` as never });
const changed = (person: string, email: string) => happened('EmailChanged', { person, email }, { stream: `person-${person}` as never });
const had = (events: readonly ReturnType<typeof happened>[], id = 'fatima') => foldView(accountView, events as never).get(id)?.data.had;

test('an account knows the addresses that it had, as they are compared, and not the one that it has', () => {
  const events = [joined('fatima', 'F.Ahmed@x.example')];
  expect(had(events)).toBeUndefined();
  events.push(changed('fatima', 'f.khan@x.example'));
  expect(had(events)).toEqual(['f.ahmed@x.example']);
  events.push(changed('fatima', 'third@x.example'), changed('fatima', 'f.ahmed@x.example'));
  expect(had(events)).toEqual(['f.khan@x.example', 'third@x.example']);
});

test('[R9] no address that a person had outlives them', () => {
  const events = [
    joined('fatima', 'f.ahmed@x.example'),
    changed('fatima', 'f.khan@x.example'),
    happened('PersonErased', { person: 'fatima' }),
  ];
  expect(JSON.stringify([...foldView(accountView, events)])).not.toContain('@x.example');
});

test('what a joined record had is the person’s, also where both records come to have one address', () => {
  const [kept, record] = ['fatima' as PersonId, 'second' as RecordId];
  const joins = new Joins([{ kept, joined: record, position: '~' as Position }], (type) => eventShapeOf(type)?.data);
  const events = [joined('fatima', 'first@x.example'), joined('second', 'old@x.example'), changed('second', 'new@x.example')];
  const read = (all: readonly ReturnType<typeof happened>[]) => all.map((event) => joins.read(event as never)) as never;
  expect(foldView(accountView, read(events)).get('second')?.data).toMatchObject({ person: 'fatima', had: ['old@x.example'] });
  const both = [...events, changed('fatima', 'new@x.example')];
  expect(had(read(both))).toEqual(['first@x.example', 'old@x.example']);
});
