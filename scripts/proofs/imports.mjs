import { runJest } from '../lib/jest.mjs';

/** 10,000 seeded files each of staff, of a register and of its links, damaged in many ways: none stops the reading, and no cell changes or is lost in silence. */
export default async function prove(args) {
  const files = args[0] ?? '10000';
  return runJest(['--selectProjects', 'unit', '--runInBand', '--testPathPatterns', 'imports/damaged'], {
    IMPORT_FILES: files,
    IMPORT_SEED: args[1] ?? '1',
  });
}
