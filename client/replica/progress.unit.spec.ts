import type { Position } from '@alongside/domain/kernel/brand.js';
import { createProgress } from './progress.js';
import { RULES } from './rules.js';

const at = (position: string) => position as Position;

const REQUESTS = { view: 'request', where: {} };

/** A view whose line was asked for from `3` on. */
function asked() {
  const progress = createProgress(RULES);
  progress.want(REQUESTS);
  progress.heard(at('3'));
  return progress;
}

test('[RP8] a line that goes on covers a view from where it was asked to begin', () => {
  const progress = asked();
  progress.resumed([REQUESTS], at('3'), { kind: 'resumed', through: at('7') });
  expect([progress.coveredFrom(REQUESTS), progress.through(), progress.isIncomplete()]).toEqual(['3', '7', false]);
});

test('[RP10] a line that begins afresh covers nothing of before', () => {
  const progress = asked();
  progress.resumed([REQUESTS], at('3'), { kind: 'reset', through: at('7') });
  expect([progress.coveredFrom(REQUESTS), progress.through()]).toEqual(['7', '7']);
});
