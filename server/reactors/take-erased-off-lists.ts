import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Asked, Reactor, World } from './reactor.js';

/**
 * Takes an erased person off each list that counts them, as `windUpWhenPersonErased` does now. New by its name, it goes through the log of
 * an older hub from the start: what a race left counted there is healed.
 */
export const takeErasedOffLists: Reactor = {
  name: 'take-erased-off-lists',
  on: { PersonErased: ({ data: { person } }, world) => countedStill(person, world) },
};

const countedStill = (person: PersonId, { look }: World): readonly Asked[] =>
  look
    .rows('member', { person })
    .filter(({ left }) => left === null)
    .map(({ institution }) => ({ type: 'RemoveMember', data: { institution, person } }));
