// The one project of jest.config.mjs that an area of mutation testing runs, with the specs of that area alone.
import whole from '../../../jest.config.mjs';
import { AREAS } from './areas.mjs';

const { project, specs } = AREAS[process.env.MUTATE_AREA];
const { displayName: _name, ...config } = whole.projects.find((one) => one.displayName === project);

export default { ...config, rootDir: '../../..', testMatch: specs, testTimeout: whole.testTimeout };
