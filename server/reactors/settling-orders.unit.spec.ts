import { Joins } from '@alongside/domain/joining/joins.js';
import type { PersonId, Position, RecordId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { eventShapeOf, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { reactors } from './all-reactors.js';
import type { FollowUp } from './reactor.js';
import { REACTION_LIMIT_TRIES, ReactorRunner } from './reactor-runner.js';

/** Ben said yes to his other record, and then the two were joined, before the mentorship was decided. */
const request = { request: 'r1', mentor: 'ben', mentee: 'moved' };
const asked = happened(
  'MentoringRequested',
  {
    ...{ ...request, note: '', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-10', answerBy: '2026-03-13', counted: COUNTED },
  },
  { stream: 'caseload-ben' },
);
const accepted = happened('RequestAccepted', { ...request, mentorship: 'm1', aims: [] }, { stream: 'caseload-ben' });
const joined = happened('RecordsJoined', { person: 'ben', joined: 'moved', belongs: [] }, { stream: 'joining-ben_moved' });
const events = [asked, accepted, joined] as unknown as readonly Recorded<AnyEvent>[];
const shapeOf = (type: string) => eventShapeOf(type)?.data;
const apart = new Joins([], shapeOf);
const one = new Joins([{ kept: 'ben' as PersonId, joined: 'moved' as RecordId, position: joined.position as Position }], shapeOf);

/** What a process asks for as it follows the three. `starting`: what comes of each try to start the mentorship. */
async function follows(starting: (joinNow: () => void) => 'decided' | 'busy'): Promise<readonly FollowUp[]> {
  let inForce = apart;
  const joinNow = () => void (inForce = one);
  const given: FollowUp[] = [];
  const look = () =>
    lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, events.map((event) => inForce.read(event)) as never)])));
  let followed: Promise<void> = Promise.resolve();
  const runner = new ReactorRunner({
    log: {
      async *readAll() {
        yield events;
      },
      readStream: async () => [],
      follow: (_: unknown, handle: (batch: typeof events) => Promise<void>) => {
        followed = Promise.resolve(handle(events));
        return { close: async () => undefined };
      },
    } as never,
    caughtUp: async () => true,
    joins: {
      get inForce() {
        return inForce;
      },
      settled: async () => joinNow(),
    },
    dispatcher: {
      dispatch: async (envelope: FollowUp) => {
        if (envelope.type !== 'StartMentorship') {
          given.push(envelope);
          return { outcome: 'accepted' };
        }
        if (starting(joinNow) === 'busy') return { outcome: 'rejected', code: 'COMMAND.BUSY' };
        return { outcome: 'rejected', code: 'MENTORSHIP.WITH_ONESELF' };
      },
    } as never,
    world: {
      look: {
        row: (...of: never) => look().row(...(of as [never, never])),
        rows: (...of: never) => look().rows(...(of as [never, never])),
      } as never,
      now: () => joined.at,
      secret: () => '',
    },
    reactors,
    effects: [],
    checkpoints: { load: async () => ({ positions: {}, aside: [] }), save: async () => undefined } as never,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined } as never,
    pause: async () => undefined,
  });
  await runner.start();
  await followed;
  await runner.close();
  return given;
}

const released = expect.objectContaining({ type: 'ReleasePlace', data: { mentor: 'ben', mentorship: 'm1' } });

describe('a yes to oneself, of which no mentorship comes, gives its place back', () => {
  test('where the join comes into force between the yes and the mentorship', async () => {
    expect(
      await follows((joinNow) => {
        joinNow();
        return 'decided';
      }),
    ).toContainEqual(released);
  });

  test('where the mentorship could not be decided until the join was in force', async () => {
    let tries = 0;
    expect(
      await follows(() => {
        tries += 1;
        return 'busy';
      }),
    ).toContainEqual(released);
    expect(tries).toBe(REACTION_LIMIT_TRIES);
  });
});
