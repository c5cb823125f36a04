import { isOver, isRunning, NOT_OVER, type PairStatus } from './states.js';

const ALL: { readonly [Status in PairStatus]: { readonly running: boolean; readonly over: boolean } } = {
  trial: { running: true, over: false },
  active: { running: true, over: false },
  paused: { running: false, over: false },
  completed: { running: false, over: true },
  ended: { running: false, over: true },
};

describe('The states of a mentorship', () => {
  it.each(Object.entries(ALL))('says of one that is %s whether it runs and whether it is over', (status, expected) => {
    const pair = { status: status as PairStatus };
    expect({ running: isRunning(pair), over: isOver(pair) }).toEqual(expected);
  });

  it('lists every state of a mentorship that is not over', () => {
    const open = (Object.keys(ALL) as PairStatus[]).filter((status) => !isOver({ status }));
    expect([...NOT_OVER].sort()).toEqual(open.sort());
  });
});
