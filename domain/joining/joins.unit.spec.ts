import type { PersonId, Position, RecordId, StreamId } from '../kernel/brand.js';
import { aggregates, eventShapeOf, type AnyAggregate } from '../protocol/registry.js';
import { Joins, NOTHING, STREAMS_OF_A_PERSON, type Join } from './joins.js';

const shapeOf = (type: string) => eventShapeOf(type)?.data;
const join = (kept: string, joined: string, position = '1'): Join => ({
  ...{ kept: kept as PersonId, joined: joined as RecordId, position: position as Position },
});
const joins = (...all: readonly Join[]) => new Joins(all, shapeOf);
const id = (text: string) => text as PersonId;
const event = (type: string, data: object, stream: string, actor = 'new') => ({
  ...{ type, data, actor: id(actor), stream: stream as StreamId },
});
const two = joins(join('old', 'new'));

describe('records of one person', () => {
  test('are read as the kept one: who acted, whom it is about, and in whose stream', () => {
    expect(two.read(event('CapacityChanged', { mentor: 'new', places: 2 }, 'caseload-new'))).toEqual(
      event('CapacityChanged', { mentor: 'old', places: 2 }, 'caseload-old', 'old'),
    );
    const between = event('RequestWithdrawn', { request: 'r', mentor: 'asha', mentee: 'new' }, 'caseload-asha', 'asha');
    expect(two.read(between)).toEqual({ ...between, data: { request: 'r', mentor: 'asha', mentee: 'old' } });
    const others = event('PersonErased', { person: 'cleo' }, 'person-cleo', 'cleo');
    expect(two.read(others)).toBe(others);
  });

  test('what a joined record was brought in with is a further address, and no other name or description', () => {
    const joined = event('PersonJoined', { person: 'new', name: 'N', email: 'n@elm.example' }, 'person-new');
    const further = { person: 'old', record: 'new', email: 'n@elm.example' };
    expect(two.read(joined)).toMatchObject({ type: 'FurtherAddressGiven', data: further, stream: 'person-old' });
    expect(two.read(two.read(joined))).toEqual(two.read(joined));
    expect(two.read(event('EmailChanged', { person: 'new', email: 'm@elm.example' }, 'person-new'))).toMatchObject({
      type: 'FurtherAddressGiven',
    });
    const described = (more: object) => two.read(event('ProfileDescribed', { person: 'new', profile: {}, ...more }, 'person-new'));
    expect([described({ withJoin: true }).type, described({}).type]).toEqual([NOTHING, 'ProfileDescribed']);
    expect(two.read(event('PersonJoined', { person: 'old', name: 'O', email: 'o@elm.example' }, 'person-old', 'hub')).type).toBe(
      'PersonJoined',
    );
  });

  describe('an address that was given to a record in the moment of the join', () => {
    /** Joined at 5, by what the log had up to 3. */
    const known = joins({ ...join('old', 'new', '5'), asOf: '3' as Position });
    const changed = (person: string, at: string, asOf?: string) =>
      known.read({
        ...event('EmailChanged', { person, email: 'e@x.example', ...(asOf && { asOf }) }, `person-${person}`, 'eve'),
        position: at as Position,
      }).type;

    test('is nobody’s, in whichever order the log has the two', () => {
      expect(['3', '4', '6'].map((at) => changed('new', at, '2'))).toEqual(['FurtherAddressGiven', NOTHING, NOTHING]);
      expect(['3', '4', '6'].map((at) => changed('old', at, '2'))).toEqual(['EmailChanged', NOTHING, NOTHING]);
      expect(['3', '4', '6'].map((at) => changed('cleo', at, '2'))).toEqual(['EmailChanged', 'EmailChanged', 'EmailChanged']);
    });

    test('is the person’s where it was given by a process that knew of the join, or is of a log of before', () => {
      expect([changed('old', '6', '5'), changed('old', '6')]).toEqual(['EmailChanged', 'EmailChanged']);
      const before = joins(join('old', 'new', '5'));
      const at = (position: string) => ({
        ...event('EmailChanged', { person: 'new', email: 'e@x.example' }, 'person-new'),
        position: position as Position,
      });
      expect([before.read(at('4')).type, before.read(at('6')).type]).toEqual(['FurtherAddressGiven', NOTHING]);
      expect(before.key).toBe(two.key.replace(':1', ':5'));
      expect(known.key).not.toBe(before.key);
    });

    test('and a name that another gave is none, but their own is', () => {
      const named = (by: string, person: string, at: string) =>
        known.read({ ...event('PersonRenamed', { person, name: 'N' }, `person-${person}`, by), position: at as Position }).type;
      expect([named('eve', 'new', '6'), named('eve', 'old', '4'), named('hub', 'new', '4')]).toEqual([NOTHING, NOTHING, NOTHING]);
      expect([named('new', 'new', '6'), named('old', 'new', '4'), named('eve', 'new', '3'), named('eve', 'old', '6')]).toEqual(
        Array(4).fill('PersonRenamed'),
      );
      const late = (asOf: string) =>
        known.read({
          ...event('PersonRenamed', { person: 'old', name: 'N', asOf }, 'person-old', 'eve'),
          position: '6' as Position,
        }).type;
      // Of the kept record, by a process that had not heard of the join as it was decided, and by one that had.
      expect([late('4'), late('5')]).toEqual([NOTHING, 'PersonRenamed']);
    });

    test.each(['SessionOpened', 'SignedInAgain'])('signs nobody in as the person, nor proves them anew (%s)', (type) => {
      const signedIn = (person: string, at: string, asOf?: string) =>
        known.read({
          ...event(type, { person, session: 's', ...(asOf && { asOf }) }, `sessions-${person}`, 'hub'),
          position: at as Position,
        }).type;
      for (const person of ['old', 'new']) expect(['3', '4', '6'].map((at) => signedIn(person, at, '2'))).toEqual([type, NOTHING, NOTHING]);
      // By a process that knew of the join, or in a log of before, where it was one that knew.
      expect([signedIn('new', '6', '5'), signedIn('old', '6', '5'), signedIn('old', '6')]).toEqual([type, type, type]);
      expect([signedIn('new', '6'), signedIn('old', '4'), signedIn('cleo', '4', '2')]).toEqual([NOTHING, NOTHING, type]);
    });

    test('and every other event of theirs is read as given: one that is added says here what it is', () => {
      const types = (Object.values(aggregates) as unknown as readonly AnyAggregate[]).flatMap(({ events }) => Object.keys(events));
      const silent = types.filter((type) => {
        const data = { person: 'new', email: 'e@x.example', other: 'cleo', asOf: '2' };
        return known.read({ ...event(type, data, 'person-new', 'eve'), position: '6' as Position }).type === NOTHING;
      });
      expect(silent.toSorted()).toEqual(['EmailChanged', 'PersonRenamed', 'SessionOpened', 'SignedInAgain']);
    });
  });

  test('[R5] a wish of one to be kept apart from the other is none, and of both from a third stays', () => {
    const apart = (person: string, other: string) => two.read(event('ExclusionAdded', { person, other }, `person-${person}`));
    expect([apart('new', 'old').type, apart('old', 'new').type, apart('new', 'cleo').data]).toEqual([
      NOTHING,
      NOTHING,
      { person: 'old', other: 'cleo' },
    ]);
  });

  test('a record that was joined stays where it is first, through others that were joined since, and never in a ring', () => {
    const chain = joins(join('b', 'c'), join('a', 'b', '2'), join('x', 'c', '3'), join('c', 'a', '4'));
    expect(['a', 'b', 'c', 'x'].map((one) => chain.keptOf(id(one)))).toEqual(['a', 'a', 'a', 'x']);
    expect(chain.recordsOf(id('c'))).toEqual(['a', 'c', 'b']);
    expect(chain.streamsInto('growth-a' as StreamId)).toEqual(['growth-c', 'growth-b']);
    expect(chain.streamsInto('growth-b' as StreamId)).toEqual([]);
    // Whom nothing was joined into has none, also beside others who have.
    expect(chain.streamsInto('growth-asha' as StreamId)).toEqual([]);
    expect(chain.streamsInto('meeting-a' as StreamId)).toEqual([]);
  });

  test('the same joins have the same name, others another, and none has none', () => {
    expect(joins(join('old', 'new')).key).toBe(two.key);
    expect(joins(join('old', 'new', '2')).key).not.toBe(two.key);
    expect(joins().key).toBe('');
  });

  test('every stream that is named after a person is known to be theirs', () => {
    const found = (Object.values(aggregates) as unknown as readonly AnyAggregate[]).flatMap(({ category, commands, streamOf }) =>
      Object.keys(commands).flatMap((type) => {
        const data = new Proxy({}, { get: (_, field) => String(field), has: () => false });
        const stream = streamOf({ type, by: id('by'), at: '' as never, on: '' as never, data });
        return /-(person|mentor|mentee|owner)$/.test(stream) ? [category] : [];
      }),
    );
    expect([...new Set(found)].sort()).toEqual([...STREAMS_OF_A_PERSON].sort());
  });
});
