import type { Principal } from '@alongside/domain/policies/actor.js';
import { at, ids, lineOf, list, row } from './line.testing.js';

const HOUSE: Principal = 'institution:oakfield';
const ELM: Principal = 'institution:elm';
const ALL = list({});

describe('who comes to see many rows', () => {
  const MANY = ['a', 'b', 'c', 'd', 'e'].map((id) => [id, row('m1'), [HOUSE]] as const);
  /** Ben comes to see five rows, two in each turn; what is due later runs when it is asked for. */
  function coming(rows: Parameters<typeof lineOf>[0] = MANY, ...scopes: Parameters<ReturnType<typeof lineOf>['listen']>[1][]) {
    const due: (() => void)[] = [];
    const line = lineOf(rows, { accessRows: 2 }, (run) => void due.push(run));
    line.listen('ben-1', ...(scopes.length > 0 ? scopes : [ALL]));
    line.gains(HOUSE);
    return { ...line, due, turn: () => void due.shift()?.() };
  }

  test('is sent each as of when that is said, and so is who comes to see them no more', () => {
    const { loses, due, turn, sent } = coming();
    while (due.length > 0) turn();
    const changes = () => sent.splice(0).flatMap(({ message }) => message.changes);
    expect(changes().map((one) => one.kind === 'put' && one.row.position)).toEqual(MANY.map(() => at(2)));
    loses(HOUSE);
    while (due.length > 0) turn();
    expect(changes()).toEqual(MANY.map(([id]) => ({ kind: 'gone', view: 'meeting', id, position: at(3) })));
  });

  test('and saw them all before is sent nothing but how far it is', () => {
    const due: (() => void)[] = [];
    const { listen, gains, sent } = lineOf(
      MANY.map(([id, data]) => [id, data, ['everyone', HOUSE]]),
      { accessRows: 2 },
      (run) => void due.push(run),
    );
    listen('ben-1', ALL);
    gains(HOUSE);
    while (due.length > 0) due.shift()?.();
    expect(sent).toEqual([{ to: ['ben-1'], message: { through: at(2), changes: [] } }]);
  });

  test('and begins anew before the last is sent is not sent the rest: it reads what there is', () => {
    const { listen, due, turn, told } = coming();
    turn();
    expect(told('ben-1')).toEqual(['a', 'b']);
    listen('ben-1', ALL);
    while (due.length > 0) turn();
    expect(told('ben-1')).toEqual([]);
  });

  test('and leaves before the last is sent no more', () => {
    const { fan, due, turn, sent } = coming();
    turn();
    sent.length = 0;
    fan.leave('ben-1');
    while (due.length > 0) turn();
    expect(sent).toEqual([]);
  });

  test('reads afresh what it adds meanwhile, and is told of nothing beyond what it has', () => {
    const { fan, happens, sent } = coming();
    happens(['z', row('m1')]);
    sent.length = 0;
    for (const after of [undefined, at(1), at(3)])
      expect(fan.watch('ben-1', [ids('z')], [], after)).toEqual({ kind: 'reset', through: at(1) });
    fan.progress();
    expect(sent).toEqual([]);
  });

  test('and to see others before the last is sent all of them, and then how far it is', () => {
    const { gains, loses, due, turn, sent, told } = coming();
    turn();
    loses('everyone');
    gains('everyone');
    while (due.length > 1) turn();
    const last = () => sent.at(-1)?.message;
    while (due.length > 0) turn();
    expect(last()).toEqual({ through: at(4), changes: [] });
    expect([...new Set(told('ben-1'))]).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('and many others before the last is sent all of both, one part in each turn', () => {
    const others = ['x', 'y', 'z'].map((id) => [id, row('m2'), [ELM]] as const);
    const { gains, due, turn, sent, told } = coming([...MANY, ...others]);
    turn();
    gains(ELM);
    expect(due).toHaveLength(1);
    while (due.length > 0) turn();
    expect(sent.map(({ message }) => message.changes.length)).toEqual([2, 2, 1, 2, 1, 0]);
    // Cut off before the last, it would ask for all that it was not sent, of both.
    expect(sent.map(({ message }) => message.through)).toEqual([1, 1, 1, 1, 1, 3].map(at));
    expect(told('ben-1')).toEqual(['a', 'b', 'c', 'd', 'e', 'x', 'y', 'z']);
  });

  test('and changes rights again with rows of that moment is told to forget those that they saw at first, and those that they saw since', () => {
    const { moves, loses, due, turn, told } = coming();
    turn();
    told('ben-1');
    moves({ gains: ['institution:elm#leaders'] }, ['a', undefined]);
    expect(told('ben-1')).toEqual(['-a']);
    while (due.length > 0) turn();
    loses(HOUSE);
    told('ben-1');
    moves({ gains: [ELM] }, ['e', undefined]);
    expect(told('ben-1')).toEqual(['-e']);
    while (due.length > 0) turn();
    expect(told('ben-1')).toEqual(['-b', '-c', '-d']);
  });

  test('and no more before the last is sent is told of those that go meanwhile, which they saw between the two', () => {
    const { loses, happens, due, turn, told } = coming();
    turn();
    loses(HOUSE);
    expect(told('ben-1')).toEqual(['a', 'b']);
    happens(['a', undefined]);
    expect(told('ben-1')).toEqual(['-a']);
    while (due.length > 0) turn();
    expect(told('ben-1')).toEqual(['-b', '-c', '-d', '-e']);
  });

  test('and begins anew, and comes to see many others, is sent one part of those in each turn', () => {
    const others = ['x', 'y', 'z'].map((id) => [id, row('m2'), [ELM]] as const);
    const { listen, gains, due, turn, told } = coming([...MANY, ...others]);
    listen('ben-1', ALL);
    gains(ELM);
    // What was due for the ones before comes to nothing.
    for (let left = due.length; left > 0; left -= 1) turn();
    expect(told('ben-1')).toEqual(['x', 'y']);
    expect(due).toHaveLength(1);
    while (due.length > 0) turn();
    expect(told('ben-1')).toEqual(['z']);
  });

  test('is told how far it is by whatever follows the last', () => {
    const { fan, happens, passes, due, turn, sent } = coming();
    while (due.length > 0) turn();
    sent.length = 0;
    happens(['z', row('m1')]);
    passes();
    fan.progress();
    expect(sent.map(({ message }) => message.through)).toEqual([at(3), at(4)]);
  });

  test('hears until the last apart from those who are sent nothing but the same: these are further', () => {
    const { listen, happens, sent } = coming();
    listen('ben-2', ids('z'));
    sent.length = 0;
    happens(['z', row('m1')]);
    expect(sent.map(({ to, message }) => [to, message.through])).toEqual(
      expect.arrayContaining([
        [['ben-1'], at(1)],
        [['ben-2'], at(3)],
      ]),
    );
  });

  test('[R5] and no more before the last is sent is told of those alone that they kept and saw', () => {
    const { loses, happens, due, turn, told } = coming(
      [...MANY, ['z', row('m1'), ['person:asha']]],
      ids('a', 'z'),
      list({ mentorship: 'm2' }),
    );
    while (due.length > 0) turn();
    loses(HOUSE);
    told('ben-1');
    happens(['z', row('m1', 'closed'), ['person:asha']], ['e', undefined]);
    expect(told('ben-1')).toEqual([]);
    happens(['a', undefined]);
    expect(told('ben-1')).toEqual(['-a']);
  });

  test('and no more before the last is sent is told of those that leave a list meanwhile', () => {
    const { loses, happens, due, turn, told } = coming(MANY, list({ mentorship: 'm1' }));
    while (due.length > 0) turn();
    loses(HOUSE);
    told('ben-1');
    happens(['d', undefined], ['e', row('m2'), [ELM]]);
    expect(told('ben-1')).toEqual(['-d', '-e']);
  });
});

test('rights that change with rows of the same moment bring those rows once, and of others what comes and goes', () => {
  const { fan, listen, gains, loses, moves, told } = lineOf([
    ['a', row('m1'), [HOUSE]],
    ['b', row('m1'), [HOUSE, 'person:ben']],
  ]);
  listen('ben-1', ALL);
  listen('ben-2', ids('a'));
  gains(HOUSE);
  expect(told('ben-1')).toEqual(['a']);
  loses(HOUSE);
  expect(told('ben-2')).toEqual(['-a']);
  fan.leave('ben-2');
  moves({ gains: [HOUSE] }, ['a', row('m1', 'closed'), [HOUSE]], ['c', row('m1'), [HOUSE]]);
  expect(told('ben-2')).toEqual([]);
  moves({ loses: [HOUSE] }, ['b', row('m1', 'closed'), [HOUSE]]);
  expect(told('ben-1')).toEqual(['-b', '-a', '-c']);
  moves({ gains: [HOUSE] }, ['a', row('m2'), [HOUSE]]);
  expect(told('ben-1')).toEqual(['a', 'b', 'c']);
});

test('[R5] who no longer stands for something hears nothing more of its rows, and who keeps a view no longer nothing of it', () => {
  const { fan, listen, gains, loses, happens, told } = lineOf([['a', row('m1'), [HOUSE]]]);
  listen('ben-1', ALL);
  gains(HOUSE);
  loses(HOUSE);
  told('ben-1');
  happens(['a', row('m1', 'closed'), [HOUSE]], ['b', row('m1'), [HOUSE]], ['c', row('m1')]);
  expect(told('ben-1')).toEqual(['c']);
  fan.watch('ben-1', [], [ALL], undefined);
  happens(['c', row('m1', 'closed')]);
  expect(told('ben-1')).toEqual([]);
});

test('rights that change as rows come into a list, and leave it, bring all of them', () => {
  const { listen, moves, told } = lineOf([
    ['a', row('m2'), [HOUSE]],
    ['b', row('m1'), ['everyone']],
    ['c', row('m1'), ['everyone']],
    ['d', row('m2'), ['everyone']],
  ]);
  listen('ben-1', list({ mentorship: 'm1' }));
  moves({ gains: [HOUSE] }, ['a', row('m1'), [HOUSE]], ['b', row('m2')], ['c', undefined], ['d', row('m3')]);
  expect(told('ben-1')).toEqual(['a', 'b', '-c']);
});
