import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** Days on which a test has failed somewhere, or a hub was found empty: each with the moment from which the clock runs. */
export const OTHER_DAYS = [
  { name: 'a Saturday night', at: '2026-11-28T23:30:00Z' },
  { name: 'Christmas Day', at: '2026-12-25T10:00:00Z' },
  { name: 'clocks go forward', at: '2027-03-28T00:59:30Z' },
  { name: 'clocks go back', at: '2026-10-25T00:59:30Z' },
  { name: '29 February', at: '2028-02-29T09:00:00Z' },
  { name: 'half term', at: '2027-02-17T11:00:00Z' },
  { name: 'the last minutes of a year', at: '2026-12-31T23:58:00Z' },
  { name: '6 January', at: '2027-01-06T08:30:00Z', zone: 'Asia/Kolkata' },
  { name: 'the first day of term', at: '2027-09-02T07:10:00Z' },
  { name: 'mid-July', at: '2027-07-15T14:00:00Z', zone: 'America/New_York' },
  { name: 'mid-August', at: '2027-08-14T15:00:00Z' },
  { name: 'an ordinary morning', at: '2026-11-26T09:00:00Z' },
];

/** What the clock of the machine says, where this process itself was told that it is another day. */
const trueNow = () => Date.now() - Number(process.env.CLOCK_SHIFT_MS ?? 0);

/**
 * The settings under which Node and all that it starts believe that it is another day. The clock runs on from that moment.
 * @param {{ at: string, zone?: string }} day
 * @returns {Record<string, string>}
 */
export const onDay = ({ at, zone }) => ({
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require=${JSON.stringify(join(ROOT, 'scripts/lib/shift-clock.cjs'))}`.trim(),
  CLOCK_SHIFT_MS: String(Date.parse(at) - trueNow()),
  ...(zone && { TZ: zone }),
});
