import { simulate } from './simulate.testing.js';

test('first', async () => {
  const started = performance.now();
  const runs = Number(process.env['SIMULATED_RUNS'] ?? 5);
  const seed = Number(process.env['SEED'] ?? 1);
  for (let n = 0; n < runs; n += 1) {
    const run = await simulate(seed + n);
    console.info(run.seed, run.commands, run.trace.lines.length, run.broken.slice(0, 3).join('\n'));
    if (process.env['TRACE']) process.stdout.write(run.trace.lines.join('\n') + '\n');
  }
  console.info((performance.now() - started) / runs, 'ms a run');
});
