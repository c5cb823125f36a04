// Stryker's runner of Jest loads every spec of an area for each mutant. This one loads those that reach it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { strykerPlugins as jest } from '@stryker-mutator/jest-runner';

const escaped = (path) => path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The files of the tests, by name: two specs may have a test of the same name. Kept in a file, as processes are replaced. */
const kept = () => JSON.parse(readFileSync(process.env.MUTATE_TESTS, 'utf8'));
function keep(tests) {
  const files = {};
  for (const { id, fileName } of tests) files[id] = [...new Set([...(files[id] ?? []), fileName])];
  writeFileSync(process.env.MUTATE_TESTS, JSON.stringify(files));
}

const filesOf = (tests) => {
  const files = kept();
  return [...new Set(tests.flatMap((id) => files[id] ?? []))];
};

const specsBeside = (file) =>
  readdirSync(dirname(file))
    .filter((name) => /\.spec\.tsx?$/.test(name))
    .map((name) => join(dirname(file), name));

function byFile(injector) {
  const runner = injector.injectFunction(jest[0].factory);
  const adapter = runner.jestTestAdapter;
  /** One mutant against these files of specs; against all of the area where none are named. */
  const run = async (options, files) => {
    const testFiles = files?.map(escaped);
    adapter.run = (settings) => Object.getPrototypeOf(adapter).run.call(adapter, { ...settings, testFiles });
    try {
      return await runner.mutantRun(options);
    } finally {
      delete adapter.run;
    }
  };
  return {
    init: () => runner.init(),
    capabilities: () => runner.capabilities(),
    async dryRun(options) {
      const result = await runner.dryRun(options);
      keep(result.tests ?? []);
      return result;
    },
    async mutantRun(options) {
      const files = options.testFilter && filesOf(options.testFilter);
      // The specs beside it come first, and the others that reach it only where these notice nothing.
      const near = specsBeside(options.sandboxFileName).filter((file) => files?.includes(file) ?? true);
      if (near.length === 0 || near.length === files?.length) return run(options, files);
      const first = await run(options, near);
      return first.status === 'survived' ? run(options, files) : first;
    },
  };
}
byFile.inject = ['$injector'];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'jest-by-file', byFile)];

export { strykerValidationSchema } from '@stryker-mutator/jest-runner';
