import swc from '@swc/core';
import { cruise } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';

const { options, forbidden } = config;

// dependency-cruiser asks swc for plain TypeScript whatever a file is called, and swc then stops at the first element of a screen.
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (path, parser) => parseFileSync(path, { ...parser, tsx: path.endsWith('.tsx') });

/** Reads the imports of every TypeScript file of the packages under a folder; answers how many it read and each broken rule as a line of text. */
export async function checkBoundaries(baseDir, packages) {
  const here = process.cwd();
  process.chdir(baseDir);
  try {
    const { output } = await cruise(packages, { ...options, baseDir, validate: true, ruleSet: { forbidden } });
    const modules = output.modules.filter(({ source }) => /\.tsx?$/.test(source) && !source.includes('node_modules'));
    return {
      modules: modules.length,
      imports: modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
      violations: output.summary.violations.map(
        ({ rule, from, to, cycle }) => `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
      ),
    };
  } finally {
    process.chdir(here);
  }
}
