import swc from '@swc/core';
import { cruise } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';

const { options, forbidden } = config;

const onlyTypes = (statement) =>
  statement.typeOnly ||
  (statement.type === 'ImportDeclaration' && statement.specifiers.length > 0 && statement.specifiers.every(({ isTypeOnly }) => isTypeOnly));

// dependency-cruiser asks swc for plain TypeScript whatever a file is called, and swc then stops at the first element of a screen;
// and it does not ask which imports are of types alone, which may go in a circle.
const parseFileSync = swc.parseFileSync;
let typesCount = true;
swc.parseFileSync = (path, parser) => {
  const module = parseFileSync(path, { ...parser, tsx: path.endsWith('.tsx') });
  return typesCount ? module : { ...module, body: module.body.filter((statement) => !onlyTypes(statement)) };
};

async function read(baseDir, packages, rules, withTypes) {
  typesCount = withTypes;
  const { output } = await cruise(packages, { ...options, baseDir, validate: true, ruleSet: { forbidden: rules } });
  const modules = output.modules.filter(({ source }) => /\.tsx?$/.test(source) && !source.includes('node_modules'));
  const violations = output.summary.violations.map(
    ({ rule, from, to, cycle }) => `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
  );
  return { modules, violations };
}

const isCircle = ({ to }) => 'circular' in to;

/** Reads the imports of every TypeScript file of the packages under a folder; answers how many it read and each broken rule as a line of text. */
export async function checkBoundaries(baseDir, packages) {
  const here = process.cwd();
  process.chdir(baseDir);
  try {
    const crossings = await read(
      baseDir,
      packages,
      forbidden.filter((rule) => !isCircle(rule)),
      true,
    );
    const circles = await read(baseDir, packages, forbidden.filter(isCircle), false);
    return {
      modules: crossings.modules.length,
      imports: crossings.modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
      violations: [...crossings.violations, ...circles.violations],
    };
  } finally {
    process.chdir(here);
  }
}
