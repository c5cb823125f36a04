export { removeSeed as default } from './seed.setup.mjs';
