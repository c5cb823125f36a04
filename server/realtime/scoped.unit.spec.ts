import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { at, ids, lineOf, list, row } from './line.testing.js';

describe('what a connection keeps live', () => {
  test('rows by id are told to whoever names them, and to nobody else', () => {
    const { listen, happens, told } = lineOf();
    listen('ben-1', ids('a', 'b'));
    happens(['a', row('m1')], ['c', row('m1')]);
    expect(told('ben-1')).toEqual(['a']);
    happens(['a', undefined], ['c', undefined]);
    expect(told('ben-1')).toEqual(['-a']);
  });

  test('rows by their values are told as they come, change and leave, also where several values must hold', () => {
    const { listen, happens, told } = lineOf([['a', row('m1')]]);
    listen('ben-1', list({ mentorship: 'm1', status: 'booked' }));
    happens(['a', row('m1')], ['b', row('m1')], ['c', row('m2')], ['d', row('m1', 'closed')]);
    expect(told('ben-1')).toEqual(['b']);
    happens(['b', row('m1', 'closed')]);
    expect(told('ben-1')).toEqual(['b']);
    happens(['b', row('m1', 'cancelled')], ['d', row('m1', 'cancelled')]);
    expect(told('ben-1')).toEqual([]);
    happens(['d', row('m1')]);
    expect(told('ben-1')).toEqual(['d']);
    happens(['d', undefined]);
    expect(told('ben-1')).toEqual(['-d']);
  });

  test('[R5] [R6] nobody is told of a row that they may not see, whatever they name', () => {
    const { listen, happens, told } = lineOf([['a', row('m1')]]);
    listen('ben-1', ids('a', 'b'), list({ mentorship: 'm1' }));
    happens(['a', row('m1'), ['person:asha']], ['b', row('m1'), ['person:asha']]);
    expect(told('ben-1')).toEqual(['-a']);
    happens(['a', row('m1', 'closed'), ['person:asha']]);
    expect(told('ben-1')).toEqual([]);
  });

  test('a row is told once, however many scopes hold it', () => {
    const { listen, happens, told } = lineOf();
    listen('ben-1', ids('a'), list({ mentorship: 'm1' }), list({ status: 'booked' }), list({}));
    happens(['a', row('m1')]);
    expect(told('ben-1')).toEqual(['a']);
  });

  test('more can be kept later, and less: each is told of what it keeps then', () => {
    const { fan, listen, happens, told } = lineOf();
    listen('ben-1', ids('a'));
    expect(fan.watch('ben-1', [ids('b'), list({ mentorship: 'm2' })], [ids('a')], undefined)).toEqual({ kind: 'resumed', through: at(1) });
    happens(['a', row('m1')], ['b', row('m1')], ['c', row('m2')]);
    expect(told('ben-1')).toEqual(['b', 'c']);
    fan.watch('ben-1', [], [list({ mentorship: 'm2' })], undefined);
    happens(['c', row('m2', 'closed')]);
    expect(told('ben-1')).toEqual([]);
    expect(fan.watch('nobody', [ids('a')], [], undefined)).toBeUndefined();
  });

  test('who came from a process that is ahead has what it kept there, and is told everything of what it adds', () => {
    const { fan, happens, told } = lineOf();
    fan.resume('ben-1', 'ben' as PersonId, [ids('a')], at(5));
    happens(['a', row('m1')]);
    expect(told('ben-1')).toEqual([]);
    fan.watch('ben-1', [ids('b')], [], undefined);
    happens(['b', row('m1')]);
    expect(told('ben-1')).toEqual(['b']);
  });

  test('what is added is brought up to date from where the client has it, by parts of which the last says so; the rest is not sent again', () => {
    const { fan, listen, happens, told, sent } = lineOf();
    listen('ben-1', ids('z'));
    happens(['a', row('m1')], ['b', row('m1')], ['c', row('m1')], ['z', row('m1')]);
    told('ben-1');
    expect(fan.watch('ben-1', [ids('a', 'b', 'c')], [], at(1))).toEqual({ kind: 'resumed', through: at(2) });
    expect(sent.map(({ message }) => [message.through, message.changes.length])).toEqual([
      [at(1), 2],
      [at(2), 1],
    ]);
    expect(told('ben-1')).toEqual(['a', 'b', 'c']);
  });

  test('who comes back is sent what they missed of what they keep: rows by id, and of a list all that may have been in it', () => {
    const { fan, listen, happens, told } = lineOf([
      ['a', row('m1')],
      ['b', row('m2')],
    ]);
    listen('ben-1', ids('a'));
    happens(['a', row('m1', 'closed')], ['b', row('m2', 'closed')]);
    told('ben-1');
    fan.resume('ben-2', 'ben' as PersonId, [ids('a')], at(1));
    expect(told('ben-2')).toEqual(['a']);
    fan.resume('ben-3', 'ben' as PersonId, [list({ status: 'booked' })], at(1));
    expect(told('ben-3')).toEqual(['a', 'b']);
  });

  test('what comes into sight is told where it is kept, or may be in a list', () => {
    const HOUSE: Principal = 'institution:oakfield';
    const { listen, gains, told } = lineOf([
      ['a', row('m1'), [HOUSE]],
      ['b', row('m2'), [HOUSE]],
    ]);
    listen('ben-1', ids('a'));
    gains(HOUSE);
    expect(told('ben-1')).toEqual(['a']);
  });

  test('one connection keeps so much by name and no more: what would be too much is not taken, and what it had stays', () => {
    const { fan, listen, happens, told } = lineOf();
    expect(listen('ben-2', ids('a', 'b', 'c', 'd', 'e', 'f'))).toBeUndefined();
    expect(listen('ben-1', ids('a', 'b', 'c'), list({ status: 'closed' }))).toEqual({ kind: 'resumed', through: at(1) });
    expect(fan.watch('ben-1', [ids('d', 'e')], [], undefined)).toBeUndefined();
    expect(fan.watch('ben-1', [ids('a', 'd')], [ids('b')], undefined)).toEqual({ kind: 'resumed', through: at(1) });
    happens(['a', row('m1')], ['b', row('m1')], ['d', row('m1')], ['e', row('m1')]);
    expect(told('ben-1')).toEqual(['a', 'd']);
  });

  test('after a view was replaced a connection reads afresh once, and not with each thing that it adds until something happens', () => {
    const { fan, listen } = lineOf([['a', row('m1')]]);
    listen('ben-1', { view: 'person', ids: ['ben'] });
    fan.replaced('meeting');
    expect(fan.watch('ben-1', [ids('a')], [], at(1))).toEqual({ kind: 'reset', through: at(1) });
    expect(fan.watch('ben-1', [ids('b')], [], at(1))).toEqual({ kind: 'resumed', through: at(1) });
    // What was read before it, wherever that was, is of before.
    expect(fan.watch('ben-1', [ids('c')], [], at(0))).toEqual({ kind: 'reset', through: at(1) });
    fan.replaced('meeting');
    listen('ben-2', { view: 'person', ids: ['ben'] });
    expect(fan.watch('ben-2', [ids('a')], [], at(1))).toEqual({ kind: 'resumed', through: at(1) });
    expect(fan.resume('ben-3', 'ben' as PersonId, [ids('a')], at(1))).toEqual({ kind: 'reset', through: at(1) });
  });

  test('views that are the hub’s own are kept by nobody', () => {
    const { fan } = lineOf();
    fan.resume('ben-1', 'ben' as PersonId, [{ view: 'session', where: {} }], undefined);
    expect(fan.watch('ben-1', [{ view: 'due', ids: ['x'] }], [], undefined)).toEqual({ kind: 'resumed', through: at(1) });
  });
});
