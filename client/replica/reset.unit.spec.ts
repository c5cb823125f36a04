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
});
