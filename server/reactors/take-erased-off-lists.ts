import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Asked, Reactor, World } from './reactor.js';

/** Takes an erased person off each list that counts them. New by its name, it goes through an older hub’s log from the start, and heals what a race left. */
export const takeErasedOffLists: Reactor = {
  name: 'take-erased-off-lists',
  on: { PersonErased: ({ data: { person } }, world) => countedStill(person, world) },
};

const countedStill = (person: PersonId, { look }: World): readonly Asked[] =>
  look
    .rows('member', { person })
    .filter(({ left }) => left === null)
    .map(({ institution }) => ({ type: 'RemoveMember', data: { institution, person } }));
