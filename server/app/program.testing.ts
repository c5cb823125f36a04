import { fileURLToPath } from 'node:url';
import { builtModule } from '../event-store/built.js';

/** The file of a program as `npm start` and the tools run it, bundled: `main`, or such as `verify.cli`. */
export const builtProgram = (name: string): string => fileURLToPath(builtModule(`../bundle/${name}.js`, import.meta.url));
