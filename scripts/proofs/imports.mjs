import { runJest } from '../lib/jest.mjs';

/** 10,000 seeded files of staff, damaged in many ways: none stops the reading, and no cell changes in silence. */
export default async function prove(args) {
  const files = args[0] ?? '10000';
  return runJest(['--selectProjects', 'unit', '--runInBand', '--testTimeout=3600000', '--testPathPatterns', 'imports/damaged'], {
    IMPORT_FILES: files,
    IMPORT_SEED: args[1] ?? '1',
  });
}
