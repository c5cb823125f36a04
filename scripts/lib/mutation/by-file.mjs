// Stryker's runner of Jest loads every spec of an area for each mutant. This one loads those that reach it.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { strykerPlugins as jest } from '@stryker-mutator/jest-runner';
import { nearestSpecs } from './nearest.mjs';

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

/** The files of these tests, or all where none are named. */
function filesOf(tests) {
  const { files, tookMs } = kept();
  return tests ? [...new Set(tests.flatMap((id) => files[id] ?? []))] : Object.keys(tookMs);
}

/** Those that reach a file: beside it first, then by the imports in between, the quick ones of each first. */
function inOrder(files, file, steps) {
  const { tookMs } = kept();
  const far = (spec) => (dirname(spec) === dirname(file) ? 0 : steps.get(spec));
  return files.filter((spec) => steps.has(spec)).toSorted((one, other) => far(one) - far(other) || tookMs[one] - tookMs[other]);
}

function* someOf(files) {
  for (let at = 0; at < files.length; at += AT_ONCE_FILES) yield files.slice(at, at + AT_ONCE_FILES);
}

function byFile(injector) {
  const runner = injector.injectFunction(jest[0].factory);
  const adapter = runner.jestTestAdapter;
  let specsOf;
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
      const { sandboxFileName: file } = options;
      specsOf ??= nearestSpecs(process.cwd());
      const groups = [...someOf(inOrder(filesOf(options.testFilter), file, specsOf(file)))];
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
