import { runJest } from '../lib/jest.mjs';

/** 500 seeded races for email addresses by two processes that are killed now and then, and what else is claimed of addresses. */
export default async function prove(args) {
  const races = args[0] ?? '500';
  return runJest(['--selectProjects', 'integration', '--runInBand', '--testPathPatterns', 'identity/address', 'two-imports'], {
    ADDRESS_RACES: races,
  });
}
