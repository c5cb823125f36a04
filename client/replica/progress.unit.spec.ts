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

test('[RP26] what is kept goes as far as its oldest read, and to what was last heard once the line covers it', () => {
  const progress = createProgress(RULES);
  expect(progress.goesTo(REQUESTS)).toBeUndefined();
  progress.want(REQUESTS);
  progress.heard(at('5'));
  expect(progress.goesTo(REQUESTS)).toBeUndefined();
  progress.read(REQUESTS, at('4'));
  progress.read(REQUESTS, at('3'));
  progress.read(REQUESTS, at('4'));
  expect(progress.goesTo(REQUESTS)).toBe('3');
  progress.resumed([REQUESTS], progress.beginsAfter(), { kind: 'resumed', through: at('7') });
  progress.read(REQUESTS, at('2'));
  expect(progress.goesTo(REQUESTS)).toBe('7');
});

test('[RP8] what was read from before the line begins is asked for again', () => {
  const progress = asked();
  progress.read(REQUESTS, at('2'));
  progress.resumed([REQUESTS], at('3'), { kind: 'resumed', through: at('7') });
  expect([progress.isIncomplete(), progress.coveredFrom(REQUESTS), progress.beginsAfter()]).toEqual([true, undefined, '2']);
});

test('[RP8] all that is kept is asked for from its oldest read that is not covered, what is added from its own alone', () => {
  const progress = asked();
  progress.resumed([REQUESTS], at('3'), { kind: 'resumed', through: at('7') });
  expect([progress.resumesAfter(), progress.beginsAfter()]).toEqual(['7', undefined]);
  const one = { view: 'person', id: 'asha' };
  progress.want(one);
  expect(progress.added()).toEqual([one]);
  progress.read(one, at('6'));
  expect([progress.resumesAfter(), progress.beginsAfter()]).toEqual(['6', '6']);
  progress.read(one, at('9'));
  expect([progress.resumesAfter(), progress.beginsAfter()]).toEqual(['6', '6']);
});

test('[RP7] a read names the furthest position that this person was told of, and none that the next person was not', () => {
  const progress = createProgress(RULES);
  expect(progress.after()).toEqual({});
  progress.accepted(at('4'));
  expect(progress.after()).toEqual({ 'x-alongside-after': '4' });
  progress.heard(at('6'));
  progress.heard(at('5'));
  progress.accepted(at('3'));
  expect(progress.after()).toEqual({ 'x-alongside-after': '6' });
  expect(progress.after(at('8'))).toEqual({ 'x-alongside-after': '8' });
  progress.forget();
  expect([progress.after(), progress.through()]).toEqual([{}, undefined]);
});

test('[RP26] what is kept no longer is told to the hub once, and not where it is kept again by then', () => {
  const progress = createProgress(RULES);
  const [asha, cleo] = [
    { view: 'person', id: 'asha' },
    { view: 'person', id: 'cleo' },
  ];
  expect([progress.want(asha), progress.want(asha), progress.want(cleo)]).toEqual([true, false, true]);
  progress.drop({ view: 'person', id: 'ben' });
  expect(progress.hasDropped()).toBe(false);
  progress.drop(asha);
  progress.drop(cleo);
  progress.want(cleo);
  expect([progress.isWanted(asha), progress.isWanted(cleo), progress.all()]).toEqual([false, true, [cleo]]);
  expect([progress.hasDropped(), progress.takeDropped(), progress.hasDropped(), progress.takeDropped()]).toEqual([true, [asha], false, []]);
});
