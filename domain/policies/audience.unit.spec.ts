import type { PersonId } from '../kernel/brand.js';
import type { Principal } from './actor.js';
import { except, exceptionsFor, meets, type RowAudience } from './audience.js';

const ben = 'ben' as PersonId;
const sees = (audience: RowAudience, ...principals: readonly Principal[]) => meets(audience, new Set(principals));

describe('who may see a row', () => {
  test('those who stand for one of its principals; nobody where it has none', () => {
    expect(sees(['person:asha', 'institution:oakfield'], 'everyone', 'person:ben', 'institution:oakfield')).toBe(true);
    expect(sees(['person:asha', 'institution:oakfield'], 'everyone', 'person:ben')).toBe(false);
    expect(sees([], 'everyone', 'person:ben')).toBe(false);
  });

  test.each([['everyone'], ['institution:oakfield']] as const)('[R5] an exception keeps one person out of the crowd: %s', (crowd) => {
    const audience: RowAudience = ['person:asha', crowd, except(ben)];
    expect(sees(audience, crowd, 'person:ben')).toBe(false);
    expect(sees(audience, crowd, 'person:cleo')).toBe(true);
    expect(sees(audience, crowd, 'person:asha')).toBe(true);
  });

  test.each([['person:ben'], ['mentorship:m1'], ['institution:oakfield#coordinators'], ['institution:oakfield#leaders']] as const)(
    '[R5] an exception takes nothing away that somebody sees as %s',
    (principal) => {
      expect(sees(['everyone', principal, except(ben)], 'everyone', 'person:ben', principal)).toBe(true);
    },
  );

  test('[R5] an exception grants nothing', () => {
    expect(sees([except(ben)], 'everyone', 'person:ben')).toBe(false);
    expect(sees([except(ben)], 'everyone', 'person:cleo')).toBe(false);
  });

  test('an exception names whoever stands for that person, and nobody whose name begins alike', () => {
    expect(exceptionsFor(['everyone', 'person:ben', 'institution:oakfield'])).toEqual([except(ben)]);
    expect(sees(['everyone', except(ben)], 'everyone', 'person:benjamin')).toBe(true);
  });
});
