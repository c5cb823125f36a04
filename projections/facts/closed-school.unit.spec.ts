import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { allViews } from '../views/index.js';
import { hasAnswered } from './closed-school.js';

const joins = (institution: string) => happened('MemberJoined', { institution, person: 'ben', from: '2025-09-01' });
const closes = (institution: string) => happened('InstitutionClosed', { institution, on: '2026-08-31', successors: ['elm'] });
const asksToJoin = (closed: string) =>
  happened('JoinAsked', { institution: 'elm', person: 'ben', email: 'ben@old.example', from: '2026-09-01', closed });

/** Of the schools “old” and “moor”, both closed with Ben in them: which he has answered after these events. */
function answeredAfter(...events: Parameters<typeof foldView>[1]): readonly string[] {
  const told = [...['old', 'moor'].flatMap((one) => [joins(one), closes(one)]), ...events];
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, told)])));
  return ['old', 'moor'].filter((one) => hasAnswered(one as InstitutionId, 'ben' as PersonId, look));
}

describe('a member of two closed schools', () => {
  test('has answered neither while they have said nothing, nor where another school invited them', () => {
    expect(answeredAfter()).toEqual([]);
    const invited = happened('MemberInvited', {
      ...{ institution: 'elm', person: 'ben', email: 'ben@old.example', by: 'helen', from: '2026-09-01' },
    });
    expect(answeredAfter(invited)).toEqual([]);
  });

  test('has answered the one for which they asked to join another, or that they left, and not the other', () => {
    expect(answeredAfter(asksToJoin('old'))).toEqual(['old']);
    expect(answeredAfter(asksToJoin('moor'))).toEqual(['moor']);
    expect(answeredAfter(happened('MemberLeft', { institution: 'moor', person: 'ben' }))).toEqual(['moor']);
  });
});
