import { KeysThere } from './keys-there.js';

const joined = (person: string) => ({ type: 'PersonJoined', data: { person } });
const erased = (person: string) => ({ type: 'PersonErased', data: { person } });
const areOne = (person: string, record: string) => ({ type: 'RecordsJoined', data: { person, joined: record } });

describe('whether each person still has their key', () => {
  const lostOf = (keys: Readonly<Record<string, string>>, events: readonly Parameters<KeysThere['take']>[0][]) => {
    const there = new KeysThere();
    for (const [owner, type] of Object.entries({ hub: 'PersonKeyMade', ...keys })) there.key(owner, type);
    for (const event of events) there.take(event);
    return there.lost();
  };
  const made = { ben: 'PersonKeyMade' };
  const destroyed = { ben: 'PersonKeyDestroyed' };

  test.each([
    ['somebody who has it', made, [joined('ben')], []],
    ['somebody whose key is gone', {}, [joined('ben')], ['ben']],
    ['somebody whose key was destroyed, and nothing tells why', destroyed, [joined('ben')], ['ben']],
    ['somebody erased', destroyed, [joined('ben'), erased('ben')], []],
    ['somebody erased in the moment before their key was marked', {}, [joined('ben'), erased('ben')], []],
    ['a record whose person was erased under the other', destroyed, [joined('ben'), areOne('asha', 'ben'), erased('asha')], []],
    [
      'a record whose person was erased, two joins away',
      {},
      [joined('ben'), areOne('bo', 'ben'), areOne('asha', 'bo'), erased('asha')],
      [],
    ],
    ['a record that was joined to somebody who is there', {}, [joined('ben'), areOne('asha', 'ben')], ['ben']],
    ['the hub, whose own key was destroyed', { ...made, hub: 'PersonKeyDestroyed' }, [joined('ben')], ['hub']],
    ['the hub of a log that nobody joined', { hub: 'PersonKeyDestroyed' }, [], []],
    ['an id that only other events name', {}, [{ type: 'MemberJoined', data: { person: 'ben' } }], []],
  ])('%s', (_, keys, events, lost) => expect(lostOf(keys, events)).toEqual(lost));

  test('[R9] who is erased is named by each record that was theirs by then, and by none that is said to be theirs behind it', () => {
    const erasedBy = (...events: readonly Parameters<KeysThere['take']>[0][]) => {
      const there = new KeysThere();
      for (const event of events) there.take(event);
      return [...there.erased].sort();
    };
    expect(erasedBy(areOne('ben', 'ben-2'), erased('ben'))).toEqual(['ben', 'ben-2']);
    expect(erasedBy(areOne('ben', 'ben-2'), areOne('ben', 'ben-3'), erased('ben-2'))).toEqual(['ben', 'ben-2', 'ben-3']);
    expect(erasedBy(erased('ben-2'), areOne('ben', 'ben-2'))).toEqual(['ben-2']);
  });

  test('bodies are read only where they are about it', () => {
    const bodies = ['["PersonJoined",1]', '["PersonErased",1]', '["RecordsJoined",1]', '["PersonRenamed",1]', ' '];
    expect(bodies.map((body) => KeysThere.isAbout(body))).toEqual([true, true, true, false, false]);
  });
});
