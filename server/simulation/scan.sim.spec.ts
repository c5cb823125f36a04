import { FAULTS } from './faults.testing.js';
import { simulate } from './simulate.testing.js';
test('scan', async () => {
  const names = (process.env['RULES'] ?? '').split(',');
  for (const fault of FAULTS.filter(({ rule }) => names.includes(rule))) {
    const began = Date.now();
    let found = 0;
    for (let seed = 1; seed < 3000 && Date.now() - began < 150_000; seed += 1) {
      const { broken } = await simulate(seed, fault.planted);
      if (broken.length > 0) { process.stdout.write(`${fault.rule} ${seed} ${broken[0]}\n`); found += 1; if (found >= 2) break; }
    }
  }
}, 3_600_000);
