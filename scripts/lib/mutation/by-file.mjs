// Stryker's runner of Jest picks tests by name and still loads every spec of the area for every mutant. This one loads those that reach it.
import { readFileSync, writeFileSync } from 'node:fs';
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

function byFile(injector) {
  const runner = injector.injectFunction(jest[0].factory);
  const adapter = runner.jestTestAdapter;
  let testFiles;
  return {
    init: () => runner.init(),
    capabilities: () => runner.capabilities(),
    async dryRun(options) {
      const result = await runner.dryRun(options);
      keep(result.tests ?? []);
      return result;
    },
    async mutantRun(options) {
      const files = options.testFilter ? kept() : {};
      testFiles = options.testFilter && [...new Set(options.testFilter.flatMap((id) => files[id] ?? []))].map(escaped);
      adapter.run = (settings) => Object.getPrototypeOf(adapter).run.call(adapter, { ...settings, testFiles });
      try {
        return await runner.mutantRun(options);
      } finally {
        delete adapter.run;
      }
    },
  };
}
byFile.inject = ['$injector'];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'jest-by-file', byFile)];

export { strykerValidationSchema } from '@stryker-mutator/jest-runner';
