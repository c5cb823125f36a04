import { cruise } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';

const { options, forbidden } = config;

/** Reads the imports of every TypeScript file of the packages under a folder; answers how many it read and each broken rule as a line of text. */
export async function checkBoundaries(baseDir, packages) {
  const here = process.cwd();
  process.chdir(baseDir);
  try {
    const { output } = await cruise(packages, { ...options, baseDir, validate: true, ruleSet: { forbidden } });
    const own = output.modules.filter(({ source }) => /\.tsx?$/.test(source) && !source.includes('node_modules'));
    return {
      modules: own.length,
      imports: own.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
      violations: output.summary.violations.map(
        ({ rule, from, to, cycle }) => `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
      ),
    };
  } finally {
    process.chdir(here);
  }
}
