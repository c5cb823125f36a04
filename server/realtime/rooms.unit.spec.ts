import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets, type RowAudience } from '@alongside/domain/policies/audience.js';
import { Rooms } from './rooms.js';
import { Scopes } from './scopes.js';

const PARTS: RowAudience = [
  ...(['everyone', 'institution:oakfield', 'institution:oakfield#leaders', 'mentorship:m1', 'person:ben'] as const),
  ...(['known:asha', 'except:ben', 'except:cleo'] as const),
];
/** Every audience that can be made of the parts. */
const AUDIENCES = Array.from({ length: 2 ** PARTS.length }, (_, n) => PARTS.filter((_part, place) => (n >> place) & 1));

const STANDS_FOR: Readonly<Record<string, readonly Principal[]>> = {
  ben: ['everyone', 'person:ben', 'institution:oakfield'],
  'ben-who-leads': ['everyone', 'person:ben', 'institution:oakfield', 'institution:oakfield#leaders'],
  'ben-with-a-mentor': ['everyone', 'person:ben', 'mentorship:m1'],
  cleo: ['everyone', 'person:cleo', 'institution:oakfield', 'mentorship:m1'],
  'ben-who-knows-her': ['everyone', 'person:ben', 'known:asha'],
  stranger: ['everyone', 'person:stranger'],
};

describe('who listens where', () => {
  const rooms = new Rooms();
  for (const [id, principals] of Object.entries(STANDS_FOR))
    rooms.place({
      id,
      person: id as PersonId,
      scopes: Scopes.none.changed([{ view: 'person', where: {} }]),
      principals: new Set(principals),
      replacements: 0,
    });

  test('[R5] a row reaches exactly those whom its audience lets see it, whatever the audience', () => {
    const reached = AUDIENCES.map((audience) => [...rooms.within('person', audience)].sort());
    const seeing = AUDIENCES.map((audience) =>
      Object.keys(STANDS_FOR)
        .filter((id) => meets(audience, new Set(STANDS_FOR[id])))
        .sort(),
    );
    expect(reached).toEqual(seeing);
    expect(new Set(reached.map((ids) => ids.join())).size).toBeGreaterThan(10);
  });

  test('nobody who does not keep the view', () => {
    expect([...rooms.within('directory', ['everyone'])]).toEqual([]);
  });
});
