import { createRoot, createSignal } from 'solid-js';
import { LIST_LIMIT_ROWS, replica, startReplica } from './index.js';
import { LIMITS } from './ports.js';
import { createReplica } from './replica.js';
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

describe('a browser that reads three rows of a list, by two', () => {
  const MINE = { mentee: 'ben' };
  async function browser(total: number) {
    const hub = smallHub();
    for (let row = 1; row <= total; row += 1) hub.put('request', `r${row}`, MINE);
    const small = createReplica(hub.transport, { limits: { ...LIMITS, listRows: 3, pageRows: 2 } });
    await small.refresh();
    const limits = () => hub.reads().flatMap((path) => new URL(path, 'http://hub').searchParams.get('limit') ?? []);
    return { hub, small, limits };
  }

  test('[RP4] asks for no more than that, and knows that there are more while a screen shows them', async () => {
    const { small, limits } = await browser(4);
    const { list, close } = createRoot((close) => ({ list: small.createRows('request', () => MINE), close }));
    await settle();
    expect([list().length, list.hasMore, small.cut(), limits()]).toEqual([3, false, true, ['2', '1']]);
    close();
    expect(small.cut()).toBe(false);
    small.close();
  });

  test('[RP4] goes on holding all of a list that was whole, and that more joined', async () => {
    const { hub, small } = await browser(1);
    const [where, setWhere] = createSignal<typeof MINE>();
    const { list, close } = createRoot((close) => ({ list: small.createRows('request', where), close }));
    await settle();
    expect([list(), list.loading, list.hasMore, list.plain(), small.cut()]).toEqual([[], false, false, [], false]);
    setWhere(MINE);
    await settle();
    for (let row = 2; row <= 5; row += 1) hub.put('request', `r${row}`, MINE);
    expect([list().length, small.cut()]).toEqual([5, false]);
    close();
    small.close();
  });
});
