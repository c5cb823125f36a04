import { join } from 'node:path';
import { ROOT } from './run.mjs';
import { Stop } from './say.mjs';

/** Takes the settings in `.env` beside package.json. What the environment holds already stays as it is. */
export function readEnvFile(file = join(ROOT, '.env')) {
  try {
    process.loadEnvFile(file);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw new Stop(`The file ${file} cannot be read: ${error.message}`);
  }
}
