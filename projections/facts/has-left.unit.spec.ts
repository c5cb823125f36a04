import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { membershipView } from '../views/membership.view.js';
import { hasLeft } from './has-left.js';

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
