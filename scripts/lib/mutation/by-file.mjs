// Stryker's runner of Jest loads every spec of an area for each mutant. This one loads those that reach it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { strykerPlugins as jest } from '@stryker-mutator/jest-runner';

const escaped = (path) => path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** How many files of specs meet a mutant at a time: the next only where these notice nothing. */
const AT_ONCE_FILES = 6;

/** The files of the tests by name, as two specs may name one alike, and how long each file took, in milliseconds. Processes are replaced, so a file keeps it. */
const kept = () => JSON.parse(readFileSync(process.env.MUTATE_TESTS, 'utf8'));
function keep(tests) {
  const [files, tookMs] = [{}, {}];
  for (const { id, fileName, timeSpentMs } of tests) {
    files[id] = [...new Set([...(files[id] ?? []), fileName])];
    tookMs[fileName] = (tookMs[fileName] ?? 0) + timeSpentMs;
  }
  writeFileSync(process.env.MUTATE_TESTS, JSON.stringify({ files, tookMs }));
}

/** The files of these tests, or all where none are named; quick ones first. */
function filesOf(tests) {
  const { files, tookMs } = kept();
  const found = tests ? [...new Set(tests.flatMap((id) => files[id] ?? []))] : Object.keys(tookMs);
  return found.toSorted((one, other) => tookMs[one] - tookMs[other]);
}

function* someOf(files) {
  for (let at = 0; at < files.length; at += AT_ONCE_FILES) yield files.slice(at, at + AT_ONCE_FILES);
}

const specsBeside = (file) =>
  readdirSync(dirname(file))
    .filter((name) => /\.spec\.tsx?$/.test(name))
    .map((name) => join(dirname(file), name));

function byFile(injector) {
  const runner = injector.injectFunction(jest[0].factory);
  const adapter = runner.jestTestAdapter;
  /** One mutant against these files of specs; against all of the area where there are none. */
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
      const files = filesOf(options.testFilter);
      // The specs beside it come first, and the others that reach it only where these notice nothing.
      const beside = new Set(specsBeside(options.sandboxFileName));
      const near = files.filter((file) => beside.has(file));
      const groups = [near, ...someOf(files.filter((file) => !beside.has(file)))].filter(({ length }) => length > 0);
      for (const group of groups.slice(0, -1)) {
        const result = await run(options, group);
        if (result.status !== 'survived') return result;
      }
      return run(options, groups.at(-1));
    },
  };
}
byFile.inject = ['$injector'];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'jest-by-file', byFile)];

export { strykerValidationSchema } from '@stryker-mutator/jest-runner';
