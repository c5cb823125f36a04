import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { ChangesMessage } from '@alongside/domain/protocol/messages.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import { accessId } from '@alongside/projections/views/access.view.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { FanOut } from './fan-out.js';

const at = (place: number) => String(place).padStart(4, '0') as Position;
const change = (place: number, view: string, id: string, audience: RowAudience, before: RowAudience = []): Change => ({
  ...{ view, id, position: at(place), before },
  row: { audience, data: { id } },
});

/** A process whose views are as far as a place in the log, with ben on the line. */
function fanOut(through: number) {
  const standsFor = new Set<Principal>(['everyone', 'person:ben']);
  const sent: ChangesMessage[] = [];
  const dropped: string[] = [];
  const fan = new FanOut(
    { store: new MemoryViewStore(), through: () => at(through), caughtUp: () => Promise.resolve(true), onChanges: () => () => {} },
    { principals: () => new Set(standsFor) },
    { send: (_, message) => void sent.push(message), drop: (id) => void dropped.push(id) },
  );
  return { fan, standsFor, sent, dropped };
}

describe('what goes out on the line', () => {
  test('whoever comes from a process that is ahead is sent nothing that they have, the last of it included', () => {
    const { fan, sent } = fanOut(3);
    fan.resume('ben-1', 'ben' as PersonId, ['directory'], at(5));
    for (const place of [4, 5, 6]) fan.publish([change(place, 'directory', `d${place}`, ['everyone'])], at(place));
    expect(sent.flatMap(({ changes }) => changes)).toMatchObject([{ kind: 'put', row: { id: 'd6' } }]);
  });

  test('whose rights change is told of no row that they saw neither before nor after: its id is nobody else’s business', () => {
    const { fan, standsFor, sent } = fanOut(3);
    fan.resume('ben-1', 'ben' as PersonId, ['directory'], undefined);
    standsFor.add('institution:oakfield');
    fan.publish(
      [
        change(4, 'access', accessId('belonging', 'ben' as PersonId), []),
        change(4, 'directory', 'mine', ['institution:oakfield']),
        change(4, 'directory', 'left', ['institution:elm'], ['everyone']),
        change(4, 'directory', 'theirs', ['institution:elm'], ['institution:elm']),
      ],
      at(4),
    );
    expect(sent).toMatchObject([
      {
        changes: [
          { kind: 'put', row: { id: 'mine' } },
          { kind: 'gone', id: 'left' },
        ],
      },
    ]);
  });
});
