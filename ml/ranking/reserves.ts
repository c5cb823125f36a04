import { choose, ruledScore, SUGGESTED_PEOPLE } from './choose.js';
import type { Compared } from './compared.js';
import { told } from './lead.js';
import type { Remark } from './part.js';
import { ENDS, shareOfWay, sumBy, weightsBy, type Moved } from './sliders.js';
import type { Told } from './suggestion.js';

/** A mentor kept ready beside those who are shown: what orders them, and all that can be said, in no order yet. */
export interface Reserve {
  readonly compared: Compared;
  readonly remarks: readonly Remark[];
}

/** People who are kept ready for wherever the sliders are moved. */
export interface Reserves<One extends Reserve = Reserve> {
  readonly people: readonly One[];
  /** What it took to be among the best of all, by `ENDS`; 0 where all were. Of weights before they add up to 1. */
  readonly bars: readonly number[];
  /** Which share of the whole was learned; 0 where the rules rank alone. */
  readonly learned: number;
}

/** A mentor of the reserves under other weights, with reasons. */
export type FromReserves<One extends Reserve> = Omit<Told, 'mentor'> & { readonly reserve: One };

/** Who of these is shown as sliders stand, with reasons: as the hub says it of the same people. */
export function fromReserves<One extends Reserve>(reserves: Reserves<One>, given: Moved): readonly FromReserves<One>[] {
  // Where nothing counts all counts as usual.
  const moved = sumBy(given) > 0 ? given : {};
  const counting = { weights: weightsBy(moved), learned: reserves.learned };
  const bar = barBy(reserves.bars, moved);
  const all = reserves.people.map((reserve) => ({ ...reserve.compared, reserve }));
  // The hub weighs the best of all against each other: who falls behind them is shown for no other reason either.
  const best = all.filter((one) => ruledScore(one, counting.weights) >= bar);
  const pool = best.length >= SUGGESTED_PEOPLE ? best : all;
  const chosen = choose(pool, counting).map((one) => ({ ...one, remarks: one.compared.reserve.remarks }));
  return told(chosen).map(({ compared, mentor: _mentor, ...one }) => ({ ...one, reserve: compared.reserve }));
}

/** What it takes about: each slider raises or lowers the bar by its share of the way to its end. */
function barBy(bars: readonly number[], moved: Moved): number {
  const usual = bars[0] ?? 0;
  const rise = (end: Moved, at: number) => shareOfWay(moved, end) * ((bars[at] ?? 0) - usual);
  const bar = ENDS.reduce((sum, end, at) => sum + (at === 0 ? 0 : rise(end, at)), usual);
  return bar / sumBy(moved);
}
