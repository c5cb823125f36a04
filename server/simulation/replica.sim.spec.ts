import { printedSeed } from '@alongside/domain/testing/seeded.js';
import { FAULTS } from './faults.testing.js';
import { simulate } from './simulate.testing.js';

/** How many runs a part of `npm test` takes; `npm run prove -- replica` takes far more. */
const RUNS = Number(process.env['SIMULATED_RUNS'] ?? 12);
/** How many seeds are tried at most until a planted fault shows. */
const FAULT_RUNS = Number(process.env['FAULT_RUNS'] ?? 60);
/** How many lines of a trace are printed of a run that ended wrong. */
const TAIL_LINES = 60;
const LIMIT_MS = 3_600_000;

const seed = printedSeed(20_261_126);

describe(`browsers and a hub on a bad network (SEED=${seed})`, () => {
  test(
    '[RP1] [RP3] [RP12] [RP17] [RP19] [RP21] when all is quiet every browser is as the hub has it, and every command was answered once, in order',
    async () => {
      let commands = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const ended = await simulate(seed + run);
        if (ended.broken.length > 0) process.stdout.write(`${ended.trace.lines.slice(-TAIL_LINES).join('\n')}\n`);
        expect({ seed: seed + run, broken: ended.broken }).toEqual({ seed: seed + run, broken: [] });
        commands += ended.commands;
      }
      process.stdout.write(`${RUNS} runs with ${commands} commands from the seed ${seed}\n`);
    },
    LIMIT_MS,
  );

  test('[RP14] the seed 20261229 sends nothing in another’s name, though a session begins in one tab as it ends in another', async () => {
    expect((await simulate(20_261_229)).broken).toEqual([]);
  });

  test('[RP14] the seed 20261531 leaves no tab with nobody whose browser is somebody’s', async () => {
    expect((await simulate(20_261_531)).broken).toEqual([]);
  });

  test('[RP2] [RP4] the seed 20262175 takes no row back to what it was, though the pages of a list are of different ages', async () => {
    expect((await simulate(20_262_175)).broken).toEqual([]);
  });

  test('[RP11] the seed 20262060 believes no answer of before a reset that arrives after it', async () => {
    expect((await simulate(20_262_060)).broken).toEqual([]);
  });

  test('the same seed gives the same trace, byte for byte, and another seed another', async () => {
    const [once, again, other] = [await simulate(seed), await simulate(seed), await simulate(seed + 1)];
    expect(once.trace.lines.length).toBeGreaterThan(200);
    expect(again.trace.lines.join('\n')).toBe(once.trace.lines.join('\n'));
    expect(other.trace.hash).not.toBe(once.trace.hash);
  });
});

describe('a fault is found', () => {
  test.each(FAULTS)(
    '[$rule] where $name',
    async ({ rule, name, planted, from }) => {
      for (let run = 0; run < FAULT_RUNS; run += 1) {
        const { broken } = await simulate(from + run, planted);
        if (broken.length === 0) continue;
        process.stdout.write(`[${rule}] ${name}: found in run ${run + 1}, with the seed ${from + run}: ${broken[0]?.slice(0, 200)}\n`);
        return expect(broken).not.toEqual([]);
      }
      throw new Error(`${FAULT_RUNS} seeds from ${from} on did not show that ${name}.`);
    },
    LIMIT_MS,
  );
});
