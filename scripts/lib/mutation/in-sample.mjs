// A checker of Stryker that lets only the mutants of the sample be tried: the others are never run, and count for nothing.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { CheckStatus } from '@stryker-mutator/api/check';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { ROOT } from '../run.mjs';
import { placeOf } from './sample.mjs';

class InSample {
  #places = new Set();

  async init() {
    this.#places = new Set(JSON.parse(readFileSync(process.env.MUTATE_SAMPLE, 'utf8')));
  }

  async group(mutants) {
    return mutants.length ? [mutants.map(({ id }) => id)] : [];
  }

  async check(mutants) {
    const file = (path) => relative(ROOT, path).replaceAll('\\', '/');
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        this.#places.has(placeOf({ ...mutant, fileName: file(mutant.fileName) }))
          ? { status: CheckStatus.Passed }
          : { status: CheckStatus.CompileError, reason: 'not in the sample' },
      ]),
    );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'in-sample', InSample)];
