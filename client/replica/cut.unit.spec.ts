import { LIST_LIMIT_ROWS, replica, startReplica } from './index.js';
import { createRows, eachOnItsOwn, held } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';
import type { Transport } from './transport.js';

eachOnItsOwn();

/** After whatever the hub has said by then. */
const LATE = '9'.repeat(20);

/** A hub with so many members, which pages as the real one does. */
function hubWith(total: number): Transport {
  const { transport } = smallHub();
  const idOf = (n: number) => `p${String(n).padStart(6, '0')}`;
  return {
    ...transport,
    ask: async (ask) => {
      if (!ask.path.startsWith('/api/views/member')) return transport.ask(ask);
      const search = new URL(ask.path, 'http://hub').searchParams;
      const from = search.get('afterId') ? Number((search.get('afterId') ?? '').slice(1)) + 1 : 0;
      const length = Math.max(0, Math.min(Number(search.get('limit')), total - from));
      const rows = Array.from({ length }, (_, index) => idOf(from + index)).map((id) => ({
        ...{ view: 'member', id, position: LATE, data: { id, institution: 'northfield' } },
      }));
      return { status: 200, body: { rows, through: LATE } };
    },
  };
}

describe('a list that is longer than a browser reads', () => {
  const shownOf = async (total: number) => {
    startReplica(hubWith(total));
    await replica().refresh();
    await settle();
    const list = held(() => createRows('member', () => ({ institution: 'northfield' })));
    for (let pages = 0; pages < 8; pages += 1) await settle();
    return { shown: list().length, cut: replica().cut() };
  };

  test('[RP4] is known to be cut', async () => {
    expect(await shownOf(LIST_LIMIT_ROWS + 1)).toEqual({ shown: LIST_LIMIT_ROWS, cut: true });
  });

  test('[RP4] one that is read to its end is not', async () => {
    expect(await shownOf(1_200)).toEqual({ shown: 1_200, cut: false });
    expect(await shownOf(0)).toEqual({ shown: 0, cut: false });
  });
});
