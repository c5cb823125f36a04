import type { Chance } from './chance.testing.js';
import type { SimHub } from './sim-hub.testing.js';
import type { Trace } from './trace.testing.js';
import type { VirtualTime } from './virtual-time.testing.js';

/** How bad the network is, in cases of a hundred. All 0 is a fine day. */
export interface Weather {
  lostPercent: number;
  failsPercent: number;
  twicePercent: number;
  slowPercent: number;
  /** The live line breaks with what it was about to hand over. */
  breaksPercent: number;
  /** All that a connection hands over is late. */
  lagsPercent: number;
}
export const STORM: Weather = { lostPercent: 4, failsPercent: 2, twicePercent: 8, slowPercent: 40, breaksPercent: 5, lagsPercent: 35 };
export const CALM: Weather = { lostPercent: 0, failsPercent: 0, twicePercent: 0, slowPercent: 0, breaksPercent: 0, lagsPercent: 0 };

/** What every tab of one browser shares: the cookie, and the network that it is on. */
export interface Place {
  cookie: string | undefined;
  online: boolean;
}

/** What a line is made between, and in what weather. */
export interface LineParts {
  readonly hub: SimHub;
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly trace: Trace;
  readonly weather: Weather;
  /** The tab, for the trace. */
  readonly name: string;
  readonly place: Place;
  /** Something arrived in the tab. */
  readonly arrived: () => void;
}

/** How long something is on its way, in milliseconds. */
export function travelMs({ chance, weather }: Pick<LineParts, 'chance' | 'weather'>): number {
  if (!chance.percent(weather.slowPercent)) return chance.between(5, 40);
  return chance.percent(25) ? chance.between(400, 4_000) : chance.between(40, 400);
}

/** As over a wire: nothing is shared. */
export const copyOf = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));
