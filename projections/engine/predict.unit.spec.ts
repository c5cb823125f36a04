import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { recorded } from '../testing/memory-feed.js';
import { goalDropped, goalMoved, goalSet, goalView, noise, taking, type SampleEvent } from '../testing/sample-views.js';
import { NotHeld, predict, type Held } from './predict.js';
import type { Rows, View } from './view.js';

const ASHA = ['person:asha'] as const;
const row = (owner: string, moves = 0) => ({ audience: [`person:${owner}`], data: { owner, title: 'g1', moves } });
/** A reader who holds one goal, would be sent any other of hers, and never those of others. */
const held: Held<unknown> = {
  reader: ASHA,
  get: (id) => {
    if (id.startsWith('of-others')) throw new NotHeld(id);
    return id === 'g1' ? row('asha').data : undefined;
  },
};
const predicted = (event: SampleEvent, view: View = goalView) => predict(view, recorded(1, event), held);
/** The view, doing this when a goal is moved. */
const doing = (run: (rows: Rows<unknown>) => void) => taking(goalView, { GoalMoved: (_, rows) => run(rows) });

describe('what an event makes of the rows that a reader holds', () => {
  test('is each row that it writes, and null for one that it removes', () => {
    expect([...(predicted(goalMoved('g1', 'ben')) ?? [])]).toEqual([['g1', row('ben', 1)]]);
    expect([...(predicted(goalDropped('g1')) ?? [])]).toEqual([['g1', null]]);
    expect([...(predicted(goalSet('g2', 'asha', 'g1')) ?? [])]).toEqual([['g2', row('asha')]]);
  });

  test('is nothing where the view does not take the event, or the row is not there', () => {
    expect(predicted(noise)?.size).toBe(0);
    expect(predicted(goalMoved('g2', 'ben'))?.size).toBe(0);
  });

  test('cannot be told where it needs a row that the reader is never sent', () => {
    expect(predicted(goalMoved('of-others', 'ben'))).toBeUndefined();
  });

  test('cannot be told where it needs to know which rows are about a person', () => {
    expect(
      predicted(
        goalMoved('g1', 'ben'),
        doing((rows) => void rows.about('ben' as PersonId)),
      ),
    ).toBeUndefined();
  });

  test('a row that it changes stays its reader’s', () => {
    let audience: unknown;
    predicted(
      goalMoved('g1', 'ben'),
      doing((rows) => (audience = rows.get('g1')?.audience)),
    );
    expect(audience).toEqual(ASHA);
  });

  test('is seen by the handler itself, which reads what it wrote and not what it removed', () => {
    const seen: unknown[] = [];
    const twice = doing((rows) => {
      rows.put('g1', { audience: ASHA, data: 'changed' });
      seen.push(rows.get('g1')?.data);
      rows.remove('g1');
      seen.push(rows.get('g1'));
    });
    expect([...(predicted(goalMoved('g1', 'ben'), twice) ?? [])]).toEqual([['g1', null]]);
    expect(seen).toEqual(['changed', undefined]);
  });

  test('fails where the handler fails for a reason of its own', () => {
    const broken = doing(() => {
      throw new RangeError('broken');
    });
    expect(() => predicted(goalMoved('g1', 'ben'), broken)).toThrow('broken');
  });
});
