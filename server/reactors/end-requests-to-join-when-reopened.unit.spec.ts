import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { allFollowUps } from './all-reactors.js';

const school = (institution: string) =>
  happened('InstitutionRegistered', { institution, details: { name: institution, kind: 'school', nation: 'england' } });
const closed = (institution: string) => happened('InstitutionClosed', { institution, on: '2026-02-28', successors: [] });
const reopened = happened('InstitutionReopened', { institution: 'old' });
const asked = (person: string, from: string) =>
  happened('JoinAsked', { institution: 'elm', person, email: `${person}@x.example`, from: '2026-03-01', closed: from });
const invited = happened('MemberInvited', { institution: 'elm', person: 'dan', email: 'dan@x.example', from: '2026-03-01', by: 'helen' });
const before = [school('old'), school('other'), school('elm'), closed('old'), closed('other')];

/** What follows from the event, for a process that knows all of these. */
function follows(event: ReturnType<typeof happened>, ...events: ReturnType<typeof happened>[]) {
  const all = [...before, ...events];
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, all)])));
  const world = { look, now: () => '2026-03-06T12:00:00.000Z' as Instant, secret: () => '' };
  return allFollowUps(event as Recorded<AnyEvent>, world).map(({ type, data }) => ({ type, data }));
}
const ends = (person: string) => ({ type: 'WithdrawInvitation', data: { institution: 'elm', person, reopened: 'old' } });

describe('a school that is open again', () => {
  test('ends what its people asked of other schools as it closed, and no other request or invitation', () => {
    expect(follows(reopened, asked('ben', 'old'), asked('asha', 'old'), asked('cleo', 'other'), invited, reopened)).toEqual([
      ends('ben'),
      ends('asha'),
    ]);
  });

  test('ends one that was decided a moment later', () => {
    const late = asked('ben', 'old');
    expect(follows(late, reopened, late)).toEqual([ends('ben')]);
    expect(follows(late, late)).toEqual([]);
  });

  test('leaves them where it has closed again by the time that a process hears of it', () => {
    expect(follows(reopened, asked('ben', 'old'), reopened, closed('old'))).toEqual([]);
  });
});
