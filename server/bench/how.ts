import { cpus, loadavg } from 'node:os';
import { FULL_SIZE, USUAL_SIZE } from './community/size.js';

/** How and where something was measured, as it stands at the end of every report. */
export const how = (method: string, full: boolean) => ({
  method,
  community: full ? FULL_SIZE : USUAL_SIZE,
  loadAverage: loadavg(),
  node: process.version,
  cpus: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
});
