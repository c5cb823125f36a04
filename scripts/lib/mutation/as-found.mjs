// A reporter of Stryker that says of each survivor at once: a run takes long, and one that is stopped has then said what it found.
import { readFileSync } from 'node:fs';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { say } from '../say.mjs';
import { from0, inOneLine, textAt } from './sample.mjs';

class AsFound {
  #tried = 0;

  onMutantTested({ status, fileName, location, mutatorName, replacement }) {
    if (status === 'CompileError') return;
    this.#tried++;
    if (status !== 'Survived' && status !== 'NoCoverage' && status !== 'Timeout') return;
    const from = textAt(readFileSync(fileName, 'utf8'), from0(location));
    say(`${this.#tried}: ${status} ${fileName}:${location.start.line} ${mutatorName}: ${inOneLine(from)} → ${inOneLine(replacement)}`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'as-found', AsFound)];
