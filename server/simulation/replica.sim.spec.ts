import { FAULTS } from './faults.testing.js';
import { simulate } from './simulate.testing.js';

const runs = Number(process.env['SIMULATED_RUNS'] ?? 20);
const seed = Number(process.env['SEED'] ?? 1);
test('first', async () => {
  const started = performance.now();
  for (let n = 0; n < runs; n += 1) {
    const run = await simulate(seed + n);
    if (run.broken.length)
      process.stdout.write(`${run.seed} ${run.commands} ${run.trace.lines.length} ${run.broken.slice(0, 3).join('\n  ')}\n`);
    if (process.env['TRACE']) process.stdout.write(run.trace.lines.join('\n') + '\n');
  }
  process.stdout.write(`${(performance.now() - started) / runs} ms a run\n`);
}, 600_000);

test.each(process.env['NOFAULTS'] ? [FAULTS[0]!] : FAULTS)(
  '[$rule] $name',
  async ({ rule, name, planted }) => {
    const found: number[] = [];
    let first = '';
    for (let n = 0; n < runs; n += 1) {
      const run = await simulate(seed + n, planted);
      if (run.broken.length) {
        found.push(run.seed);
        first ||= run.broken[0] ?? '';
      }
    }
    process.stdout.write(`${rule} ${name} : found in ${found.length} of ${runs}: ${found.join()}\n   ${first.slice(0, 300)}\n`);
  },
  600_000,
);
