import type { PersonId, RequestId } from '../kernel/brand.js';
import { byId } from '../kernel/by-id.js';
import { replay } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import { seeded } from '../testing/seeded.js';
import { caseload } from './caseload.decider.js';
import {
  accept,
  accepted,
  ask,
  asked,
  ben,
  cleo,
  decline,
  facts,
  offer,
  offered,
  release,
  released,
  withdraw,
} from './caseload.examples.js';

describe('a mentor’s places', () => {
  test('[R1] a mentor with a free place may accept', () => {
    given(caseload, [offered(1), asked('r1', ben)], facts)
      .when(accept('r1', 'm1'))
      .happens(accepted('r1', ben, 'm1'));
  });

  test('[R1] one mentorship is never two mentees’', () => {
    given(caseload, [offered(2), asked('r1', ben), asked('r2', cleo), accepted('r1', ben, 'm1')], facts)
      .when(accept('r2', 'm1'))
      .refused('REQUEST.MENTORSHIP_BEGUN');
  });

  test('[R1] a full mentor may not, whichever request came first', () => {
    given(caseload, [offered(1), asked('r1', ben), asked('r2', cleo), accepted('r1', ben, 'm1')], facts)
      .when(accept('r2', 'm2'))
      .refused('REQUEST.MENTOR_FULL', { places: 1, mentees: 1, reader: 'mentor' });
  });

  test('[R1] a full mentor is not asked in vain', () => {
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1')], facts)
      .when(ask('r2', cleo))
      .refused('REQUEST.MENTOR_FULL', { places: 1 });
  });

  test('[R1] places may fall below those taken: nobody is turned out, nobody new comes in', () => {
    const history = [offered(2), asked('r1', ben), asked('r2', cleo), accepted('r1', ben, 'm1')];
    given(caseload, history, facts).when(offer(0)).happens(offered(0));
    given(caseload, [...history, offered(1)], facts)
      .when(accept('r2', 'm2'))
      .refused('REQUEST.MENTOR_FULL');
  });

  test('[R1] offering as many places as before is nothing new', () => {
    given(caseload, [offered(2)], facts)
      .when(offer(2))
      .nothingHappens();
  });

  test('[R8] a released place can be taken again', () => {
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1'), released('m1'), asked('r2', cleo)], facts)
      .when(accept('r2', 'm2'))
      .happens(accepted('r2', cleo, 'm2'));
  });

  test('[R2] releasing a place twice releases it once', () => {
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1'), released('m1')], facts)
      .when(release('m1'))
      .nothingHappens();
  });
});

test('[R1] whatever arrives in whatever order, no more is taken than the places there were', () => {
  const { below, pick } = seeded();
  for (let run = 0; run < 200; run++) {
    let state = caseload.initial;
    for (let step = 0; step < 60; step++) {
      const n = below(12);
      const command = pick([
        offer(below(4)),
        ask(`r${n}`, `p${n}` as PersonId),
        accept(`r${n}`, `m${n}`),
        decline(`r${n}`),
        release(`m${n}`),
        withdraw(`r${n}`),
      ]);
      const before = state;
      const decision = caseload.decide(command, state, facts);
      state = decision.ok ? replay({ ...caseload, initial: state }, decision.value) : state;
      if (state.taken.length > before.taken.length) expect(state.taken.length).toBeLessThanOrEqual(state.places);
      expect(Object.keys(state.open).filter((id) => byId.has(state.answered, id as RequestId))).toEqual([]);
    }
  }
});
