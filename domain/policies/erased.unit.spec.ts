import type { Day, Instant, PersonId } from '../kernel/brand.js';
import { HUB, type Command } from '../kernel/decider.js';
import { comesAfterErasure } from './erased.js';

const late = (by: string, type: string, data: unknown): boolean => {
  const command: Command = { type, by: by as PersonId, at: '2026-11-28T09:00:00.000Z' as Instant, on: '2026-11-28' as Day, data };
  return comesAfterErasure(command, (person) => person === 'ben');
};

describe('what comes after an erasure', () => {
  test('[R9] nobody who was erased acts, whatever it is about', () => {
    expect([late('ben', 'RenamePerson', { person: 'ben' }), late('ben', 'WriteMessage', { message: 'm' })]).toEqual([true, true]);
  });

  test('[R9] nobody acts on their record but the hub, which closes what they had open', () => {
    expect([late('cora', 'AddMember', { person: 'ben' }), late(HUB, 'RemoveMember', { person: 'ben' })]).toEqual([true, false]);
  });

  test('[R9] others go on, and erasing may be asked for again', () => {
    expect([late('asha', 'RenamePerson', { person: 'asha' }), late('asha', 'SaveNotes', {}), late('asha', 'Nothing', undefined)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(late('cora', 'ErasePerson', { person: 'ben' })).toBe(false);
  });
});
