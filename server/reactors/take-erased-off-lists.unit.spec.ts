import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { followUpsOf } from './reactor.js';
import { takeErasedOffLists } from './take-erased-off-lists.js';

const here = { institution: 'oakfield', person: 'cy' };
const registered = happened('InstitutionRegistered', {
  institution: 'oakfield',
  details: { name: 'Oakfield', kind: 'school', nation: 'england' },
});
const known = happened('PersonJoined', { person: 'cy', name: 'Cy Fox', email: 'cy@x.example' });
const erased = happened('PersonErased', { person: 'cy' }, { institutions: [] });
const added = happened('MemberJoined', { ...here, from: '2025-09-01' });

/** What follows from the erasure, where an older hub goes through its log again. */
function follows(...log: ReturnType<typeof happened>[]) {
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, log)])));
  const world = { look, now: () => '2026-03-06T12:00:00.000Z' as Instant, secret: () => '' };
  return followUpsOf(takeErasedOffLists, erased as Recorded<AnyEvent>, world).map(({ type, data }) => ({ type, data }));
}

test('[R9] a person who was erased first and added in that moment, by a hub that left them counted, is taken off the list', () =>
  expect(follows(registered, known, erased, added)).toEqual([{ type: 'RemoveMember', data: here }]));

test('a person who was taken off since, or whom no list counts, is left alone', () => {
  expect(follows(registered, known, erased, added, happened('MemberLeft', here))).toEqual([]);
  expect(follows(registered, known, erased)).toEqual([]);
});
