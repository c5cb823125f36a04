import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { readConfig } from '../app/config.js';
import { createHub } from '../app/create-hub.js';
import { createLogger } from '../app/logger.js';
import { ENDS } from './community/size.js';
import { delayOf, DELAY_RESOLUTION_MS } from './delay.js';
import type { Answers, Asked } from './hub-process.js';

/** The log is checked at half a core, which is not what is measured. */
const NEVER_MS = 2 ** 30;

// A whole hub for a bench: its clock begins where the history of the community ends, and what it costs is told to its parent alone.
const beganMs = Date.now();
const now = () => new Date(Date.parse(ENDS) + Date.now() - beganMs).toISOString() as Instant;
const hub = await createHub(readConfig(process.env), { clock: { now }, logger: createLogger('warn'), checkAfterMs: NEVER_MS });
const delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
let cpu = process.cpuUsage();

const answers: { readonly [Ask in keyof Answers]: () => Promise<Answers[Ask]> | Answers[Ask] } = {
  state: () => ({ port: hub.port, through: hub.parts.views.through() ?? null, unfinished: hub.parts.projector.unfinished }),
  settle: async () => {
    await hub.parts.reactors.settled();
    await hub.parts.emails.settled();
    globalThis.gc?.();
    return {};
  },
  begin: () => {
    delay.reset();
    delay.enable();
    cpu = process.cpuUsage();
    return {};
  },
  end: () => {
    delay.disable();
    const { user, system } = process.cpuUsage(cpu);
    return { delay: delayOf(delay), cpuSeconds: (user + system) / 1e6, rssMegabytes: process.memoryUsage.rss() / 1e6 };
  },
  stop: async () => {
    await hub.close();
    return {};
  },
};

process.on('message', ({ id, ask }: Asked) => {
  void Promise.resolve(answers[ask]()).then((answer) =>
    process.send?.({ id, answer }, () => {
      if (ask === 'stop') process.exit(0);
    }),
  );
});
// The bench was broken off.
process.once('disconnect', () => process.exit(1));
process.send?.('ready');
