import type { Position } from '@alongside/domain/kernel/brand.js';
import { LIMITS } from './ports.js';
import { createRows as createRowsOfReplica } from './rows.js';
import { RULES } from './rules.js';
import { createRows, createView, eachOnItsOwn, held, request, start, type Request } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

describe('a reset', () => {
  async function missing(what: (hub: ReturnType<typeof smallHub>) => void) {
    const hub = smallHub();
    for (const id of ['a', 'b']) hub.put('request', id, request(id));
    await start(hub);
    const [row, rows] = held(
      () => [createView<Request>('request', () => 'a'), createRows<Request>('request', () => ({ mentee: 'ben' }))] as const,
    );
    await settle();
    hub.cut();
    what(hub);
    hub.resetNext();
    hub.mend();
    await settle();
    return { hub, row, rows };
  }

  test('[RP10] has all that is shown read again', async () => {
    const { row, rows } = await missing((hub) => {
      hub.put('request', 'a', request('a', 'declined'));
      hub.put('request', 'c', request('c'));
    });
    expect([row()?.status, rows().map(({ id }) => id)]).toEqual(['declined', ['a', 'b', 'c']]);
  });

  test('[RP11] leaves nothing held that was not read since: a row that only a list showed is read when a screen opens it', async () => {
    const { rows } = await missing((hub) => hub.remove('request', 'b'));
    const opened = held(() => createView<Request>('request', () => 'b'));
    await settle();
    expect([rows().map(({ id }) => id), opened(), opened.gone]).toEqual([['a'], undefined, true]);
  });

  test('[RP2] does not let an answer that was on its way bring back what is gone', async () => {
    const rows = createRowsOfReplica({ rules: RULES, limits: LIMITS });
    const list = rows.list('request', { mentee: 'ben' });
    const sent = (id: string, position: string) => ({ view: 'request', id, position: position as Position, data: request(id) });
    rows.takeList(list, [{ rows: [sent('a', '1'), sent('b', '2')], through: '3' as Position }]);
    rows.doubt();
    list.users = 1;
    rows.takeList(list, [{ rows: [sent('a', '1')], through: '6' as Position }]);
    rows.takeList(list, [{ rows: [sent('a', '1'), sent('b', '2')], through: '5' as Position }]);
    expect(list.ids()).toEqual(['a']);
  });

  test('[RP11] leaves doubtful what an answer of before it brings, held or not, until something newer says how it stands', () => {
    const rows = createRowsOfReplica({ rules: RULES, limits: LIMITS });
    const at = (position: string) => position as Position;
    const sent = (id: string) => ({ view: 'request', id, position: at('1'), data: request(id) });
    const doubtful = () => ['a', 'b', 'c'].map((id) => rows.cell('request', id).doubtful);
    for (const id of ['a', 'b', 'c']) rows.keep('request', id);
    rows.takeIds('request', ['a'], [sent('a')], at('3'));
    rows.doubt(at('6'));
    rows.takeIds('request', ['a', 'b'], [sent('a'), sent('b')], at('5'));
    rows.apply({ through: at('5'), changes: [{ kind: 'put', row: { ...sent('c'), position: at('5') } }] });
    expect(doubtful()).toEqual([true, true, true]);
    rows.takeIds('request', ['a'], [sent('a')], at('6'));
    rows.takeIds('request', ['b'], [], at('7'));
    rows.apply({ through: at('7'), changes: [{ kind: 'put', row: { ...sent('c'), position: at('7') } }] });
    expect(doubtful()).toEqual([false, false, false]);
  });

  test('[RP9] a row in a part of what was missed is as new as its own event, and so is one that is gone', async () => {
    const rows = createRowsOfReplica({ rules: RULES, limits: LIMITS });
    const at = (position: string) => position as Position;
    const change = { view: 'request', id: 'a', position: at('4'), data: request('a', 'declined') };
    rows.apply({
      through: at('1'),
      changes: [
        { kind: 'put', row: change },
        { kind: 'gone', view: 'request', id: 'b', position: at('5') },
      ],
    });
    rows.takeIds(
      'request',
      ['a', 'b'],
      [
        { ...change, position: at('1'), data: request('a') },
        { ...change, id: 'b', data: request('b') },
      ],
      at('3'),
    );
    expect([rows.cell('request', 'a').state.data, rows.cell('request', 'b').state.status]).toEqual([request('a', 'declined'), 'gone']);
  });
});
