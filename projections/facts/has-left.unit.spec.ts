import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Row } from '../engine/view.js';
import { foldView, happened } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { memberView } from '../views/member.view.js';
import { membershipView } from '../views/membership.view.js';
import { hasLeft, isBack } from './has-left.js';

const joined = (person: string, institution: string) => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const left = happened('MemberLeft', { institution: 'oakfield', person: 'asha' });
/** Whether Asha, who has just left Oakfield, has left Ben, where they otherwise belong to these. */
const leaves = (asha: readonly string[], ben: readonly string[]) => {
  const events = [joined('asha', 'oakfield'), ...asha.map((one) => joined('asha', one)), ...ben.map((one) => joined('ben', one)), left];
  const look = lookInto(new Map([['membership', foldView(membershipView, events)]]));
  return hasLeft('asha' as PersonId, 'ben' as PersonId, 'oakfield' as InstitutionId, look);
};

describe('a mentor who left a school', () => {
  test('has left a mentee there with whom they share no other', () => {
    expect([leaves(['elm'], ['oakfield']), leaves(['elm'], ['oakfield', 'elm'])]).toEqual([true, false]);
  });

  test('has left nobody who was never there, as long as they belong anywhere', () => {
    expect([leaves(['elm'], ['moor']), leaves([], ['moor'])]).toEqual([false, true]);
  });
});

/** Whether Asha, who was at Oakfield and left it, is with Ben again, where they belong to these. */
const comesBack = (asha: readonly string[], ben: readonly string[], wasAt = 'oakfield') => {
  const events = [
    joined('asha', wasAt),
    happened('MemberLeft', { institution: wasAt, person: 'asha' }),
    ...asha.map((one) => joined('asha', one)),
    ...ben.map((one) => joined('ben', one)),
  ];

  const folded = new Map<string, ReadonlyMap<string, Row<unknown>>>([
    [membershipView.name, foldView(membershipView, events)],
    [memberView.name, foldView(memberView, events)],
  ]);
  const look = lookInto(folded);
  return isBack('asha' as PersonId, 'ben' as PersonId, look);
};

describe('a mentor who left and is somewhere again', () => {
  test('is back with a mentee at the same school, whichever that is', () => {
    expect([comesBack(['oakfield'], ['oakfield']), comesBack(['elm'], ['oakfield', 'elm'])]).toEqual([true, true]);
  });

  test('is not back with a mentee whose school they left, while they are at another', () => {
    expect(comesBack(['elm'], ['oakfield'])).toBe(false);
  });

  test('is back with a mentee whose schools they never were at, as soon as they belong anywhere', () => {
    expect([comesBack([], ['moor']), comesBack(['elm'], ['moor'])]).toEqual([false, true]);
  });
});
