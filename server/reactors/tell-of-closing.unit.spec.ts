import type { Day, EventId, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { askedWhereView } from '@alongside/projections/views/asked-where.view.js';
import type { DueClosingLetters } from '@alongside/projections/views/due.view.js';
import { invitationView } from '@alongside/projections/views/invitation.view.js';
import { newcomerView } from '@alongside/projections/views/newcomer.view.js';
import { profileView } from '@alongside/projections/views/profile.view.js';
import { TOLD_AT_ONCE_PEOPLE, tellOfClosing } from './tell-of-closing.js';

const old = 'old' as InstitutionId;
const due: DueClosingLetters = { kind: 'tell-of-closing', day: '2026-03-07' as Day, institution: old, closing: 'e1' as EventId, told: [] };
const joined = (person: string, actor = person) => [
  happened('PersonJoined', { person, name: person, email: `${person}@old.example` }, { actor }),
  happened('MemberJoined', { institution: old, person, from: '2025-09-01' }),
];
const closed = happened('InstitutionClosed', { institution: old, on: '2026-02-28', successors: ['next'] });
const left = (person: string) => happened('MemberLeft', { institution: old, person, movedTo: 'next' });

/** Whom the hub tells at one strike of its clock. */
const told = (...events: ReturnType<typeof happened>[]) => toldAfter([], events);
function toldAfter(before: readonly string[], events: readonly ReturnType<typeof happened>[]) {
  const views = [askedWhereView, invitationView, newcomerView, profileView];
  const look = lookInto(new Map(views.map((view) => [view.name, foldView(view as never, events)])));
  return tellOfClosing({ ...due, told: before as PersonId[] }, look).map(({ type, data }) => [type, data]);
}

describe('the morning after a school closed', () => {
  test('those who have not said where they are now are told, and nobody who left, was erased or was never invited', () => {
    const all = [...joined('ben'), ...joined('asha'), ...joined('gone'), ...joined('moved'), ...joined('never', 'hub'), closed];
    expect(told(...all, left('moved'), happened('PersonErased', { person: 'gone' }))).toEqual([
      ['TellOfClosing', { institution: old, people: ['asha', 'ben'] }],
    ]);
  });

  test('who asked to join another school has said it, before a coordinator there has confirmed it', () => {
    const asked = happened('JoinAsked', { institution: 'elm', person: 'ben', email: 'ben@old.example', from: '2026-03-01', closed: 'old' });
    expect(told(...joined('ben'), ...joined('asha'), closed, asked)).toEqual([['TellOfClosing', { institution: old, people: ['asha'] }]]);
  });

  test('it is over where nobody is left to tell', () => {
    expect(told(...joined('ben'), closed, left('ben'))).toEqual([['TellOfClosing', { institution: old, people: [] }]]);
  });

  test('a large school is told in several acts, strike by strike, of which the last ends it', () => {
    const people = Array.from({ length: TOLD_AT_ONCE_PEOPLE + 1 }, (_, index) => `p${String(index).padStart(3, '0')}`);
    const all = [...people.flatMap((person) => joined(person)), closed];
    const first = people.slice(0, TOLD_AT_ONCE_PEOPLE);
    expect(told(...all)).toEqual([['TellOfClosing', { institution: old, people: first, goesOn: true }]]);
    expect(toldAfter(first, all)).toEqual([['TellOfClosing', { institution: old, people: ['p020'] }]]);
  });
});
