// The one project of jest.config.mjs that an area of mutation testing runs, with the specs of that area alone.
import { fileURLToPath } from 'node:url';
import whole from '../../../jest.config.mjs';
import { AREAS } from './areas.mjs';

/** Well over what any of these specs needs: what waits longer waits for something that a mutant left out. */
const NEVER_ENDS_MS = 10_000;

const { project, specs } = AREAS[process.env.MUTATE_AREA];
const { displayName: _name, ...config } = whole.projects.find((one) => one.displayName === project);
process.env.MUTATE_ENVIRONMENT = config.testEnvironment;

export default {
  ...config,
  rootDir: '../../..',
  testMatch: specs,
  testEnvironment: fileURLToPath(new URL('until-first-failure.cjs', import.meta.url)),
  testTimeout: NEVER_ENDS_MS,
};
